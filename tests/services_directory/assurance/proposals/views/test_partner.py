"""A partner sees the entries of its own organisations, and what became of what it proposed."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from services_directory.assurance.proposals.deciding import give_back
from services_directory.assurance.proposals.proposing import Author, propose_new
from services_directory.models import ChangeProposal, Feed, Membership, Service
from tests.services_directory import build
from tests.services_directory.assurance.proposals.build import fresh, now, proposed
from tests.services_directory.assurance.proposals.test_proposing import KEY

pytestmark = pytest.mark.django_db
LIST = "/staff/my-services/"


def address(service, deed: str = "") -> str:
    return f"{LIST}{service.pk}/{deed}"


@pytest.fixture
def signed_in(client, member):
    client.force_login(member)
    return client


def html_of(client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("who", ["directory_editor", "triage", "editor", "stranger"])
def test_other_roles_are_refused(client, request, service, who):
    client.force_login(request.getfixturevalue(who))
    for url in (LIST, address(service), address(service, "change/"), f"{LIST}new/"):
        assert client.get(url).status_code == 403
    assert client.post(address(service, "confirm/")).status_code == 403


def test_a_visitor_is_asked_to_sign_in(client, service):
    assert client.get(address(service)).status_code == 302


def test_the_list_has_own_entries_with_their_check_and_no_others(signed_in, service):
    build.service("Elsewhere", organization=build.organization("Other"))
    build.service("Not published", live=False)
    build.service("Long gone", status="defunct")
    html = html_of(signed_in, LIST)
    assert "Evening group" in html
    assert "Not checked yet" in html
    for other in ("Elsewhere", "Not published", "Long gone"):
        assert other not in html


def test_what_is_for_staff_is_nowhere(signed_in, service):
    for url in (LIST, address(service), address(service, "change/")):
        html = html_of(signed_in, url)
        for secret in ("01632 960 900", "Criterion-X", "Note-X"):
            assert secret not in html


@pytest.mark.parametrize("deed", ["", "change/", "ended/"])
def test_an_entry_of_another_organisation_is_not_found(signed_in, deed):
    other = build.service("Elsewhere", organization=build.organization("Other"))
    assert signed_in.get(address(other, deed)).status_code == 404
    assert signed_in.post(address(other, "confirm/")).status_code == 404
    assert fresh(other).assured_date is None


def test_an_account_without_an_organisation_is_told_whom_to_ask(client, partner, service):
    client.force_login(partner)
    assert "speaks for no organisation" in html_of(client, LIST)
    assert client.get(f"{LIST}new/").status_code == 404
    assert client.get(address(service)).status_code == 404


def test_what_waits_and_what_was_returned_is_said_with_the_reason(
    signed_in, service, member, directory_editor, clock
):
    proposal = proposed(service, member, name="New")
    assert "Change waiting" in html_of(signed_in, LIST)
    assert "Change waiting" in html_of(signed_in, address(service))
    give_back(proposal, "Say since when.", directory_editor)
    for url in (LIST, address(service), address(service, "change/")):
        assert "Say since when." in html_of(signed_in, url)
    clock.shift(timedelta(days=1))
    signed_in.force_login(member)
    signed_in.post(address(service, "confirm/"))
    assert "Say since when." not in html_of(signed_in, LIST)


def test_nothing_has_changed_marks_the_entry_as_checked_today(signed_in, service):
    response = signed_in.post(address(service, "confirm/"), follow=True)
    assert "is marked as checked today" in response.content.decode()
    assert fresh(service).assured_date.isoformat() == "2026-11-24"


def test_an_entry_with_a_change_that_waits_or_of_a_feed_is_not_confirmed(
    signed_in, service, member
):
    proposed(service, member, name="New")
    assert "cannot be confirmed" in signed_in.post(
        address(service, "confirm/"), follow=True
    ).content.decode()  # fmt: skip
    ChangeProposal.objects.all().delete()
    Service.objects.update(feed=Feed.objects.create(name="Vale Council", format="oruk3"))
    signed_in.post(address(service, "confirm/"))
    assert fresh(service).assured_date is None


def test_an_entry_of_a_feed_says_who_keeps_it_and_offers_no_form(signed_in, service):
    Service.objects.update(feed=Feed.objects.create(name="Vale Council", format="oruk3"))
    assert "Kept by Vale Council" in html_of(signed_in, LIST)
    html = html_of(signed_in, address(service))
    assert "Ask them to change it" in html
    assert "change/" not in html.split("<main")[1]
    assert signed_in.get(address(service, "change/")).url == address(service)
    assert signed_in.post(address(service, "ended/"), {"note": "x"}).url == address(service)
    assert not ChangeProposal.objects.exists()


def test_a_hidden_entry_is_still_in_the_list_and_says_so(signed_in, service):
    Service.objects.update(hidden_since="2026-11-01")
    assert "Not shown to the public" in html_of(signed_in, LIST)
    assert "hidden now" in html_of(signed_in, address(service))


def test_what_waits_can_be_withdrawn_by_a_colleague_but_not_by_another_organisation(
    signed_in, service, member, stranger
):
    elsewhere = build.service("Elsewhere", organization=build.organization("Other"))
    theirs = proposed(elsewhere, stranger, name="New")
    mine = proposed(service, stranger, name="New")
    for proposal, status in ((theirs, 404), (mine, 302)):
        url = reverse("my_proposal_withdraw", args=[proposal.pk])
        assert signed_in.post(url).status_code == status
    assert list(ChangeProposal.objects.all()) == [theirs]


def test_deeds_are_done_by_posting_alone(signed_in, service, member):
    proposal = proposed(service, member, name="New")
    for url in (address(service, "confirm/"), reverse("my_proposal_withdraw", args=[proposal.pk])):
        assert signed_in.get(url).status_code == 405


def test_the_service_has_ended_is_proposed_with_what_people_should_do(signed_in, service):
    url = address(service, "ended/")
    assert "Say when it ended" in signed_in.post(url, {"note": ""}).content.decode()
    assert signed_in.post(url, {"note": "Ended in May. Ring us."}).status_code == 302
    proposal = ChangeProposal.objects.get()
    assert (proposal.after, proposal.note) == ({"status": "defunct"}, "Ended in May. Ring us.")
    assert now(service)["status"] == "active"


def test_the_list_costs_the_same_however_many_entries_and_proposals(signed_in, service, member):
    proposed(service, member, name="New")
    propose_new(service.organization, {"name": "A"}, Author(user=member), key=KEY)
    signed_in.get(LIST)
    with CaptureQueriesContext(connection) as first:
        signed_in.get(LIST)
    for number in range(12):
        made = build.service(f"Entry {number}")
        proposed(made, member, name=f"New {number}")
    Membership.objects.create(user=member, organization=build.organization("Other"))
    with CaptureQueriesContext(connection) as second:
        signed_in.get(LIST)
    assert len(first) == len(second)
