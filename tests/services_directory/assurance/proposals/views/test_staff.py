"""Staff compare, accept some or all, or return."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from services_directory.assurance.proposals.deciding import give_back
from services_directory.assurance.proposals.proposing import Author, propose_end, propose_new
from services_directory.assurance.proposals.states import state_of
from services_directory.models import ChangeProposal, Feed, Service
from tests.services_directory import build
from tests.services_directory.assurance.proposals.build import accepted, fresh, now, proposed
from tests.services_directory.assurance.proposals.filled import data_of
from tests.services_directory.assurance.proposals.test_proposing import KEY

pytestmark = pytest.mark.django_db
LIST = "/staff/directory/proposals/"


@pytest.fixture
def staff(client, directory_editor):
    client.force_login(directory_editor)
    return client


@pytest.fixture
def proposal(service, member) -> ChangeProposal:
    return proposed(service, member, name="Evening circle", summary="Tea, together.")


def address(proposal: ChangeProposal, deed: str = "") -> str:
    return f"{LIST}{proposal.pk}/{deed}"


def html_of(client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("who", ["member", "triage", "editor", "reviewer", "stranger"])
def test_other_roles_are_refused(client, request, proposal, who):
    client.force_login(request.getfixturevalue(who))
    assert client.get(LIST).status_code == 403
    assert client.get(address(proposal)).status_code == 403
    for deed in ("accept/", "return/"):
        assert client.post(address(proposal, deed), {"reason": "x"}).status_code == 403
    proposal.refresh_from_db()
    assert proposal.decided_at is None


def test_the_list_says_what_who_and_how_much_with_the_oldest_first(
    staff, service, proposal, member, clock
):
    clock.shift(timedelta(hours=1))
    proposed(build.service("Morning group"), member, name="New")
    html = html_of(staff, LIST)
    assert html.index("Evening group") < html.index("Morning group")
    assert 'data-label="Facts">2<' in html
    assert 'data-label="From">Partner<' in html
    assert "24 November 2026, 12:00" in html
    assert "Waiting (2)" in html


def test_the_staff_pages_say_how_many_wait(staff, proposal):
    assert "Proposals (1" in html_of(staff, "/staff/")
    ChangeProposal.objects.update(decided_at=timezone.now())
    assert "Proposals (" not in html_of(staff, "/staff/")


def test_new_entries_and_ends_are_named_as_such(staff, service, member):
    propose_new(service.organization, {"name": "Brand new"}, Author(user=member), key=KEY)
    propose_end(service, Author(user=member), "Ended")
    html = html_of(staff, LIST)
    assert "New entry" in html
    assert "Has ended" in html


def test_decided_ones_are_in_a_list_of_their_own(staff, service, proposal, directory_editor):
    accepted(proposal, directory_editor)
    assert "Nothing waits" in html_of(staff, LIST)
    html = html_of(staff, f"{LIST}?view=decided")
    assert "Accepted" in html
    assert "Directory Editor" in html


@pytest.mark.parametrize("query", ["?view=x", "?page=0", "?page=x", "?page=99999999999999999999"])
def test_a_strange_list_address_is_the_list(staff, proposal, query):
    assert "Evening group" in html_of(staff, LIST + query)


def test_the_words_that_go_and_come_are_marked_for_eyes_and_ears(staff, proposal):
    html = html_of(staff, address(proposal))
    assert '<del><span class="fd-hidden"> [removed: </span>group' in html
    assert '<ins><span class="fd-hidden"> [added: </span>circle' in html


def test_accepting_all_makes_it_public(staff, service, proposal, client):
    data = data_of(staff.get(address(proposal)).content, "accept/")
    assert data["facts"] == ["name", "summary"]
    page = staff.post(address(proposal, "accept/"), data, follow=True).content.decode()
    assert "Accepted: Evening circle" in page
    assert "Evening circle" in client.get(service.get_absolute_url()).content.decode()


def test_accepting_some_leaves_the_rest(staff, service, proposal):
    data = data_of(staff.get(address(proposal)).content, "accept/", facts=["summary"])
    staff.post(address(proposal, "accept/"), data)
    assert (now(service)["name"], now(service)["summary"]) == ("Evening group", "Tea, together.")


@pytest.mark.parametrize("facts", [[], ["staff_phone"], ["\x00"], ["name", "x" * 5000]])
def test_a_choice_that_is_none_says_what_to_do_and_changes_nothing(staff, service, proposal, facts):
    data = data_of(staff.get(address(proposal)).content, "accept/", facts=facts)
    html = staff.post(address(proposal, "accept/"), data).content.decode()
    assert "There is a problem" in html
    assert now(service)["name"] == "Evening group"


def test_returning_needs_a_reason(staff, proposal):
    html = staff.post(address(proposal, "return/"), {"reason": " "}).content.decode()
    assert "so that they can put it right" in html
    staff.post(address(proposal, "return/"), {"reason": "Say since when."})
    proposal.refresh_from_db()
    assert (proposal.decision, proposal.reason) == ("returned", "Say since when.")


def test_an_entry_that_changed_meanwhile_shows_all_three_states(staff, service, proposal):
    Service.objects.update(name="Staff's own name")
    html = html_of(staff, address(proposal))
    assert "Changed meanwhile" in html
    for words in ("Before, as they saw it", "Evening group", "Staff&#x27;s own name"):
        assert words in html


def test_a_page_that_is_out_of_date_decides_nothing(staff, service, proposal):
    data = data_of(staff.get(address(proposal)).content, "accept/", facts=["summary"])
    Service.objects.update(name="Staff's own name")
    response = staff.post(address(proposal, "accept/"), data)
    assert response.status_code == 409
    html = response.content.decode()
    assert "changed while you were reading" in html
    assert data_of(html, "accept/")["facts"] == ["summary"]
    assert staff.post(address(proposal, "accept/"), data_of(html, "accept/")).status_code == 302


def test_the_second_to_decide_is_told(staff, proposal, administrator):
    data = data_of(staff.get(address(proposal)).content, "accept/")
    give_back(ChangeProposal.objects.get(), "Why", administrator)
    for deed, sent in (("accept/", data), ("return/", {"reason": "x"})):
        html = staff.post(address(proposal, deed), sent, follow=True).content.decode()
        assert "You were not the first. It was returned by Administrator" in html


def test_ones_own_proposal_can_be_read_but_not_decided(staff, service, directory_editor):
    own = proposed(service, directory_editor, name="Mine")
    html = html_of(staff, address(own))
    assert "You proposed this yourself" in html
    assert "accept/" not in html
    response = staff.post(address(own, "return/"), {"reason": "x"})
    assert response.status_code == 409
    assert "Somebody else must decide" in response.content.decode()


def test_an_entry_of_a_feed_says_who_keeps_it(staff, proposal):
    Service.objects.update(feed=Feed.objects.create(name="Vale Council", format="oruk3"))
    data = data_of(staff.get(address(proposal)).content, "accept/")
    response = staff.post(address(proposal, "accept/"), data)
    assert "kept by Vale Council" in response.content.decode()


def test_a_draft_that_says_something_else_is_named_before(staff, service, proposal):
    assert "A draft says something else" not in html_of(staff, address(proposal))
    draft = fresh(service)
    draft.name = "Drafted name"
    draft.save_revision()
    html = html_of(staff, address(proposal))
    assert "A draft says something else" in html
    assert "the same facts: name." in html


def test_a_new_entry_is_accepted_whole(staff, service, member):
    state = {**state_of(service), "name": "Morning group"}
    new = propose_new(service.organization, state, Author(user=member), key=KEY)
    page = staff.get(address(new)).content
    assert b'type="checkbox"' not in page
    html = staff.post(address(new, "accept/"), data_of(page, "accept/"), follow=True)
    assert "choose what it is for" in html.content.decode()
    assert Service.objects.public().filter(name="Morning group").exists()


def test_a_new_entry_that_says_what_it_is_for_asks_no_more_of_staff(staff, service, member):
    need = build.term("need", "respite")
    state = {**state_of(service), "name": "Morning group", "need": [str(need.pk)]}
    new = propose_new(service.organization, state, Author(user=member), key=KEY)
    page = staff.get(address(new)).content
    html = staff.post(address(new, "accept/"), data_of(page, "accept/"), follow=True)
    assert "“Morning group” is in the directory" in html.content.decode()
    assert "choose what it is for" not in html.content.decode()
    assert Service.objects.get(name="Morning group").attributes.get().taxonomy_term == need


def test_a_decided_proposal_shows_what_was_proposed_and_offers_no_decision(
    staff, proposal, directory_editor
):
    accepted(proposal, directory_editor)
    html = html_of(staff, address(proposal))
    assert "What was proposed" in html
    assert "accept/" not in html


def test_what_is_not_there_is_not_found_and_deeds_are_posted(staff, proposal):
    assert staff.get(f"{LIST}{KEY}/").status_code == 404
    assert staff.post(f"{LIST}{KEY}/accept/").status_code == 404
    assert staff.get(address(proposal, "accept/")).status_code == 405


def test_the_list_costs_the_same_however_long(staff, proposal, member):
    staff.get(LIST)
    with CaptureQueriesContext(connection) as first:
        staff.get(LIST)
    for number in range(12):
        proposed(build.service(f"Entry {number}"), member, name="New")
    with CaptureQueriesContext(connection) as second:
        staff.get(LIST)
    assert len(first) == len(second)


def test_the_comparison_costs_the_same_however_many_facts_and_rows(staff, service, member):
    small = proposed(service, member, phones=[])
    other = build.service("Other")
    place = build.place(other)
    rows = [{"id": "", "number": "111", "description": str(number)} for number in range(9)]
    places = [{"id": "", "location": str(place.pk), "description": ""}]
    large = proposed(other, member, phones=rows, service_at_locations=places, name="New")
    staff.get(address(small))
    counted = []
    for each in (small, large):
        with CaptureQueriesContext(connection) as queries:
            staff.get(address(each))
        counted.append(len(queries))
    assert abs(counted[0] - counted[1]) <= 3  # prefetches of what the smaller has none of
