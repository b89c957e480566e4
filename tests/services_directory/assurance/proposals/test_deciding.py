"""Accepting changes the entry, once, by somebody else, and says so to everybody concerned."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from post_office.models import Email
from wagtail.models import ModelLogEntry

from portal.people.models import User
from search.models import SearchChange
from services_directory.assurance.proposals.deciding import (
    AlreadyDecided,
    Changed,
    accept,
    give_back,
    may_decide,
)
from services_directory.assurance.proposals.differences import differences
from services_directory.assurance.proposals.proposing import (
    Author,
    KeptElsewhere,
    NothingChanged,
    ProposalRefused,
    propose,
    propose_end,
    propose_new,
)
from services_directory.assurance.proposals.states import changed, state_of
from services_directory.models import ChangeProposal, Feed, Organization, Service
from tests.services_directory import build
from tests.services_directory.assurance.proposals.build import (
    accepted,
    fresh,
    now,
    proposed,
    version_now,
)
from tests.services_directory.assurance.proposals.test_proposing import KEY

pytestmark = pytest.mark.django_db


def test_accepting_changes_the_entry_and_marks_it_checked(service, member, directory_editor):
    Organization.objects.update(assurer_role="Services administrator")
    phones = [{**row, "number": "111"} for row in now(service)["phones"][:1]]
    proposal = proposed(service, member, name="New", phones=phones)
    kept = service.phones.first()
    accepted(proposal, directory_editor)
    entry = fresh(service)
    assert (entry.name, entry.live) == ("New", True)
    assert [(phone.pk, phone.number) for phone in entry.phones.all()] == [(kept.pk, "111")]
    assert entry.assured_date.isoformat() == "2026-11-24"
    assert entry.assurer_role == "Services administrator"
    assert entry.staff_phone == "01632 960 900"
    proposal.refresh_from_db()
    assert (proposal.decision, proposal.decided_by) == ("accepted", directory_editor)


def test_the_history_and_the_search_journal_know_of_it(service, member, directory_editor):
    SearchChange.objects.all().delete()
    accepted(proposed(service, member, name="New"), directory_editor)
    row = ModelLogEntry.objects.get(action="services_directory.proposal_accepted")
    assert (row.user, row.object_id) == (directory_editor, str(service.pk))
    assert row.revision == fresh(service).live_revision
    assert row.message == "Accepted what the provider proposed"
    assert SearchChange.objects.filter(pk_text=str(service.pk)).exists()


def test_a_hidden_entry_is_shown_again(service, member, directory_editor):
    Service.objects.update(hidden_since="2026-11-01")
    accepted(proposed(service, member, name="New"), directory_editor)
    assert fresh(service).is_public


def test_some_facts_can_be_accepted_and_the_letter_names_the_rest(
    service, member, directory_editor
):
    proposal = proposed(service, member, name="New", summary="Changed")
    accepted(proposal, directory_editor, "summary")
    assert (now(service)["name"], now(service)["summary"]) == ("Evening group", "Changed")
    letter = Email.objects.get()
    assert letter.to == [member.email]
    assert "left out" in letter.message
    assert "- Name" in letter.message
    proposal.refresh_from_db()
    assert proposal.after == {"summary": "Changed"}


def test_after_accepting_there_is_nothing_left_to_propose(service, member, directory_editor):
    state = {**now(service), "name": "New", "phones": [{"id": "", "number": "111",
             "description": ""}]}  # fmt: skip
    accepted(propose(service, state, Author(user=member)), directory_editor)
    with pytest.raises(NothingChanged):
        propose(service, state, Author(user=member))


def test_nobody_decides_on_their_own_proposal(service, directory_editor, administrator):
    proposal = proposed(service, directory_editor, name="New")
    assert not may_decide(proposal, directory_editor)
    with pytest.raises(ProposalRefused, match="yourself"):
        accepted(proposal, directory_editor)
    with pytest.raises(ProposalRefused, match="yourself"):
        give_back(proposal, "Why", directory_editor)
    accepted(proposal, administrator)


def test_the_second_of_two_who_decide_is_told_who_was_first(
    service, member, directory_editor, administrator
):
    proposal = proposed(service, member, name="New")
    other = ChangeProposal.objects.get()
    accepted(proposal, directory_editor)
    with pytest.raises(AlreadyDecided, match=f"accepted by {directory_editor}"):
        give_back(other, "No", administrator)
    with pytest.raises(AlreadyDecided):
        accepted(other, administrator)
    assert Email.objects.count() == 1


def test_what_was_withdrawn_cannot_be_decided(service, member, directory_editor):
    proposal = proposed(service, member, name="New")
    version = version_now(proposal)
    ChangeProposal.objects.all().delete()
    with pytest.raises(AlreadyDecided, match="withdrawn"):
        accept(proposal, ["name"], directory_editor, version)


def test_what_changed_while_they_were_reading_must_be_compared_again(
    service, member, directory_editor
):
    proposal = proposed(service, member, name="New")
    version = version_now(proposal)
    Service.objects.update(name="Changed by staff")
    with pytest.raises(Changed):
        accept(proposal, ["name"], directory_editor, version)
    assert now(service)["name"] == "Changed by staff"
    proposed(service, member, name="Newer")
    with pytest.raises(Changed):
        accept(proposal, ["name"], directory_editor, version)


def test_a_change_of_another_fact_meanwhile_is_no_obstacle_and_stays(
    service, member, directory_editor
):
    proposal = proposed(service, member, name="New")
    version = version_now(proposal)
    Service.objects.update(summary="Changed by staff")
    accept(proposal, ["name"], directory_editor, version)
    assert (now(service)["name"], now(service)["summary"]) == ("New", "Changed by staff")


def test_an_entry_that_a_feed_took_over_or_that_is_locked_or_gone_is_not_changed(
    service, member, directory_editor
):
    proposal = proposed(service, member, name="New")
    feed = Feed.objects.create(name="Vale Council", format="oruk3")
    for values, message in [
        ({"feed": feed}, "kept by Vale Council"),
        ({"feed": None, "locked": True}, "locked"),
        ({"locked": False, "live": False}, "not published any more"),
    ]:
        Service.objects.update(**values)
        with pytest.raises(ProposalRefused, match=message):
            accepted(proposal, directory_editor)
    assert now(service)["name"] == "Evening group"
    assert isinstance(KeptElsewhere(fresh(service)), ProposalRefused)


def test_facts_that_only_hold_together_are_refused_apart(service, member, directory_editor):
    proposal = proposed(service, member, wait_weeks=3, wait_stated_on="2026-11-20")
    with pytest.raises(ProposalRefused, match="Waiting time stated on: Enter the day"):
        accepted(proposal, directory_editor, "wait_weeks")
    accepted(proposal, directory_editor)
    assert now(service)["wait_weeks"] == 3


@pytest.mark.parametrize("names", [["staff_phone"], ["no such fact"], []])
def test_what_was_not_proposed_cannot_be_accepted(service, member, directory_editor, names):
    proposal = proposed(service, member, name="New")
    with pytest.raises(ProposalRefused, match="at least one"):
        accept(proposal, names, directory_editor, version_now(proposal))


def test_a_new_entry_is_published_with_all_its_rows(service, member, directory_editor):
    state = {**state_of(service), "name": "Morning group"}
    proposal = propose_new(service.organization, state, Author(user=member), key=KEY)
    made = accepted(proposal, directory_editor)
    assert fresh(made).is_public
    assert changed(now(made), state) == []
    assert made.latest_revision_id == made.live_revision_id
    proposal.refresh_from_db()
    assert proposal.service == made
    assert fresh(service).phones.count() == 2


def test_the_end_of_a_service_takes_it_from_the_public(service, member, directory_editor):
    accepted(propose_end(service, Author(user=member), "Ended"), directory_editor)
    assert not Service.objects.public().exists()


def test_a_returned_proposal_changes_nothing_and_says_why(service, member, directory_editor):
    give_back(proposed(service, member, name="New"), "Say since when.", directory_editor)
    assert now(service)["name"] == "Evening group"
    assert fresh(service).assured_date is None
    letter = Email.objects.get()
    assert "Say since when." in letter.message
    assert "/staff/my-services/" in letter.message


def test_a_mailbox_gets_the_letter_and_an_account_that_is_gone_gets_none(
    service, member, directory_editor
):
    proposal = proposed(service, None, name="New")
    ChangeProposal.objects.update(by_mailbox="desk@stwyverns.example")
    give_back(proposal, "Why", directory_editor)
    assert Email.objects.get().to == ["desk@stwyverns.example"]
    second = proposed(service, member, name="New")
    User.objects.filter(pk=member.pk).delete()
    accepted(ChangeProposal.objects.get(pk=second.pk), directory_editor)
    assert Email.objects.count() == 1


def test_a_letter_is_no_place_for_markup_or_more_headers(service, member, directory_editor):
    proposal = proposed(service, member, name="A\r\nBcc: all@x.example <b>")
    accepted(proposal, directory_editor)
    letter = Email.objects.get()
    assert "\n" not in letter.subject
    assert "&lt;" not in letter.message


texts = st.text(alphabet="ab c.£", min_size=1, max_size=20).filter(str.strip)
rows = st.lists(
    st.builds(lambda number, about: {"id": "", "number": number, "description": about},
              st.sampled_from(["111", "999", "01632 960 001"]), texts), max_size=3,
)  # fmt: skip
changes = st.fixed_dictionaries(
    {}, optional={"name": texts, "summary": texts, "description": texts, "phones": rows,
                  "minimum_age": st.integers(0, 130), "mode_phone": st.booleans(),
                  "cost": st.sampled_from(["", "free", "paid"])},
)  # fmt: skip


class TestAnyProposal(TestCase):
    def setUp(self) -> None:
        self.service = build.service()
        self.staff = User.objects.create_user("staff@wyvernvale.example")

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(after=changes)
    def test_accepted_does_exactly_what_the_difference_says(self, after):
        before = now(self.service)
        try:
            proposal = proposed(self.service, None, **after)
        except NothingChanged:
            assert changed(before, after) == []
            return
        shown = differences(proposal.before, proposal.after)
        accepted(proposal, self.staff)
        is_now = now(self.service)
        assert {each.name for each in shown} == set(changed(before, is_now))
        assert changed(is_now, {**before, **proposal.after}) == []
