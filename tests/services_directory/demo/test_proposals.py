import pytest
from post_office.models import Email

from portal.people import demo as people
from portal.places import demo as places
from services_directory import demo
from services_directory.demo.proposals import PARTNER, load_proposals
from services_directory.models import ChangeProposal, Membership, Service

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded() -> list[str]:
    said: list[str] = []
    people.load(said.append)
    places.load(said.append)
    demo.load(said.append)
    return said


def test_the_demo_shows_a_proposal_of_every_state_and_twice_is_once(loaded):
    assert any("three proposals" in line for line in loaded)
    states = sorted(ChangeProposal.objects.values_list("decision", flat=True))
    assert states == ["", "accepted", "returned"]
    load_proposals(loaded.append)
    assert ChangeProposal.objects.count() == 3
    assert Membership.objects.filter(user__email=PARTNER).count() == 2
    accepted = ChangeProposal.objects.get(decision="accepted")
    assert Service.objects.public().get(pk=accepted.service_id).wait_weeks == 2
    subjects = [letter.subject for letter in Email.objects.filter(to=PARTNER)]
    assert sorted(subjects) == ["Breathlessness clinic: accepted", "Walk and Talk: returned"]


def test_without_accounts_there_is_nothing_to_show():
    said: list[str] = []
    load_proposals(said.append)
    assert said == []
