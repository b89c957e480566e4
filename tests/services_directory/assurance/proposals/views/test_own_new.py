import pytest

from services_directory.assurance.proposals.deciding import give_back
from services_directory.models import ChangeProposal, Membership
from tests.services_directory import build
from tests.services_directory.assurance.proposals.filled import data_of

pytestmark = pytest.mark.django_db
NEW = "/staff/my-services/new/"
WORDS = {"name": "Morning group", "summary": "Tea.", "description": "We meet.", "status": "active"}


@pytest.fixture
def signed_in(client, member):
    client.force_login(member)
    return client


def sent(client, url: str, **typed: str) -> ChangeProposal:
    data = data_of(client.get(url).content, **{**WORDS, **typed})
    page = client.post(url, {**data, "action": "check"}).content
    assert client.post(url, {**data_of(page), "action": "send"}).status_code == 302
    return ChangeProposal.objects.get()


def test_one_organisation_leads_straight_to_the_form(signed_in, service):
    response = signed_in.get(NEW)
    assert str(service.organization_id) in response.url
    proposal = sent(signed_in, response.url)
    assert (proposal.service, proposal.organization) == (None, service.organization)
    assert proposal.after["name"] == "Morning group"
    assert "Morning group" in signed_in.get("/staff/my-services/").content.decode()


def test_several_organisations_are_asked_for_first(signed_in, member):
    other = build.organization("Other")
    Membership.objects.create(user=member, organization=other)
    assert "Which organisation" in signed_in.get(NEW).content.decode()
    assert "Choose" in signed_in.get(NEW, {"organization": ""}).content.decode()
    wrong = signed_in.get(NEW, {"organization": "0"})
    assert wrong.status_code == 200
    assert str(other.pk) in signed_in.get(NEW, {"organization": str(other.pk)}).url


def test_the_same_form_sent_twice_is_one_proposal(signed_in):
    url = signed_in.get(NEW).url
    data = data_of(signed_in.get(url).content, **WORDS)
    for _ in range(2):
        signed_in.post(url, {**data, "action": "send"})
    assert ChangeProposal.objects.count() == 1


def test_a_returned_new_entry_is_put_right_and_sent_again(signed_in, directory_editor):
    proposal = sent(signed_in, signed_in.get(NEW).url)
    give_back(proposal, "Say where.", directory_editor)
    url = f"/staff/my-services/proposals/{proposal.pk}/"
    page = signed_in.get(url).content
    assert "Say where." in page.decode()
    assert data_of(page)["summary"] == ["Tea."]
    again = sent(signed_in, url, summary="Tea at the hall.")
    assert (again.pk, again.decided_at, again.reason) == (proposal.pk, None, "")


def test_the_address_of_a_form_that_was_sent_leads_to_the_proposal(signed_in):
    url = signed_in.get(NEW).url
    proposal = sent(signed_in, url)
    assert signed_in.get(url).url == f"/staff/my-services/proposals/{proposal.pk}/"


def test_another_organisations_form_and_proposal_are_not_found(signed_in, client):
    other = build.organization("Other")
    url = signed_in.get(NEW).url
    assert signed_in.get(url.replace(url.split("/")[4], str(other.pk))).status_code == 404
    theirs = ChangeProposal.objects.create(
        organization=other, proposed_at="2026-11-01T00:00Z", after={"name": "Theirs"}
    )
    assert signed_in.get(f"/staff/my-services/proposals/{theirs.pk}/").status_code == 404


def test_a_new_entry_needs_its_name_and_words(signed_in):
    url = signed_in.get(NEW).url
    page = signed_in.post(url, {**data_of(signed_in.get(url).content), "action": "check"})
    html = page.content.decode()
    for message in ("Enter name", "Enter what it is, in one line", "Enter what it does"):
        assert message in html
