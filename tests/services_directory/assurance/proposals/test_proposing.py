from uuid import UUID

import pytest

from services_directory.assurance.proposals.proposing import (
    Author,
    KeptElsewhere,
    NothingChanged,
    ProposalRefused,
    Stale,
    propose,
    propose_end,
    propose_new,
    seen,
    withdraw,
)
from services_directory.assurance.proposals.states import state_of
from services_directory.models import ChangeProposal, Feed
from tests.services_directory import build
from tests.services_directory.assurance.proposals.build import accepted, now, proposed

pytestmark = pytest.mark.django_db
KEY = UUID("3b0c0a46-5f6f-4c1c-a1f6-0b0e7f6c0001")


def test_a_proposal_holds_only_what_changes_and_the_entry_stays_as_it_is(service, member):
    proposal = propose(service, {**now(service), "name": "New"}, Author(user=member), note="Why")
    assert (proposal.before, proposal.after) == ({"name": "Evening group"}, {"name": "New"})
    assert (proposal.proposed_by, proposal.note) == (member, "Why")
    assert now(service)["name"] == "Evening group"


def test_an_entry_has_one_proposal_that_waits_and_a_second_takes_its_place(service, member):
    first = proposed(service, member, name="One")
    second = proposed(service, member, summary="Two")
    assert second.pk == first.pk
    assert ChangeProposal.objects.get().after == {"summary": "Two"}


def test_after_a_decision_a_new_proposal_stands_for_itself(
    service, member, directory_editor, clock
):
    first = proposed(service, member, name="One")
    accepted(first, directory_editor)
    assert proposed(service, member, name="Two").pk != first.pk


def test_what_changes_nothing_is_refused(service, member):
    with pytest.raises(NothingChanged):
        propose(service, now(service), Author(user=member))
    assert not ChangeProposal.objects.exists()


def test_an_entry_of_a_feed_is_kept_elsewhere(service, member):
    service.feed = Feed.objects.create(name="Vale Council", format="oruk3")
    service.save()
    with pytest.raises(KeptElsewhere, match="kept by Vale Council"):
        proposed(service, member, name="New")


def test_what_changed_since_the_author_looked_is_not_overwritten(service, member):
    mark = seen(now(service), None)
    build.opens(service, "WE")
    with pytest.raises(Stale):
        propose(service, {"name": "New"}, Author(user=member), mark=mark)


def test_a_colleagues_proposal_is_not_overwritten_unseen(service, member):
    mark = seen(now(service), None)
    proposed(service, member, name="A colleague's")
    with pytest.raises(Stale):
        propose(service, {"name": "Mine"}, Author(user=member), mark=mark)
    waiting = ChangeProposal.objects.get()
    mark = seen(now(service), waiting)
    assert propose(service, {"name": "Mine"}, Author(user=member), mark=mark).pk == waiting.pk


def test_the_end_of_a_service_is_proposed_as_its_state(service, member):
    proposal = propose_end(service, Author(user=member), "Ended in May")
    assert proposal.after == {"status": "defunct"}
    assert proposal.before == {"status": "active"}


def test_a_new_entry_sent_twice_is_one_proposal(service, member):
    state = {**state_of(service), "name": "Morning group"}
    for _ in range(2):
        propose_new(service.organization, state, Author(user=member), key=KEY)
    proposal = ChangeProposal.objects.get()
    assert proposal.service is None
    assert str(proposal) == "Morning group"
    assert "mode_phone" not in proposal.after


def test_a_key_of_another_organisation_or_of_an_entry_is_refused(service, member):
    elsewhere = build.organization("Elsewhere")
    theirs = propose_new(elsewhere, {"name": "Theirs"}, Author(), key=KEY)
    with pytest.raises(ProposalRefused):
        propose_new(service.organization, {"name": "Mine"}, Author(user=member), key=theirs.pk)
    change = proposed(service, member, name="New")
    with pytest.raises(ProposalRefused):
        propose_new(service.organization, {"name": "Mine"}, Author(user=member), key=change.pk)
    theirs.refresh_from_db()
    assert theirs.after == {"name": "Theirs"}


def test_what_waits_can_be_withdrawn_and_what_is_decided_cannot(service, member, directory_editor):
    proposal = proposed(service, member, name="New")
    withdraw(proposal)
    withdraw(proposal)
    assert not ChangeProposal.objects.exists()
    proposal = proposed(service, member, name="New")
    accepted(proposal, directory_editor)
    with pytest.raises(ProposalRefused, match="already decided"):
        withdraw(proposal)
