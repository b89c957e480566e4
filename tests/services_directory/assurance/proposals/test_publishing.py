"""A draft that waits in the content admin must not undo, later, what was accepted."""

from datetime import timedelta

import pytest
from django.utils import timezone

from services_directory.assurance.proposals.publishing import changed_in_drafts, drafts_of
from services_directory.models import Service
from tests.services_directory import build
from tests.services_directory.assurance.proposals.build import accepted, fresh, now, proposed

pytestmark = pytest.mark.django_db


def drafted(service, user, **values):
    draft = fresh(service)
    for name, value in values.items():
        setattr(draft, name, value)
    return draft.save_revision(user=user)


def test_a_draft_keeps_its_own_words_and_takes_on_what_was_accepted(
    service, member, directory_editor
):
    drafted(service, directory_editor, description="Drafted words.", internal_note="Drafted note")
    accepted(proposed(service, member, name="New"), directory_editor)
    assert now(service)["description"] == "You meet others. We drink tea."
    entry = fresh(service)
    assert entry.has_unpublished_changes
    entry.get_latest_revision().publish()
    entry = fresh(service)
    assert (entry.name, entry.description, entry.internal_note) == (
        "New", "Drafted words.", "Drafted note",
    )  # fmt: skip
    assert entry.assured_date.isoformat() == "2026-11-24"


def test_what_both_changed_is_as_accepted_and_staff_are_told_before(
    service, member, directory_editor
):
    drafted(service, directory_editor, name="Drafted name")
    proposal = proposed(service, member, name="New", summary="New summary")
    assert changed_in_drafts(fresh(service), proposal.after) == ["name"]
    accepted(proposal, directory_editor)
    fresh(service).get_latest_revision().publish()
    assert now(service)["name"] == "New"


def test_rows_that_were_accepted_outlive_the_publishing_of_a_draft(
    service, member, directory_editor
):
    drafted(service, directory_editor, description="Drafted words.")
    rows = [*now(service)["phones"], {"id": "", "number": "111", "description": "Night"}]
    accepted(proposed(service, member, phones=rows), directory_editor)
    before = [phone.pk for phone in fresh(service).phones.all()]
    fresh(service).get_latest_revision().publish()
    numbers = [row["number"] for row in now(service)["phones"]]
    assert numbers == ["01632 960 001", "01632 960 002", "111"]
    assert [phone.pk for phone in fresh(service).phones.all()][:2] == before[:2]


def test_a_draft_that_is_published_at_a_set_time_is_published_then_with_the_change(
    service, member, directory_editor
):
    later = timezone.now() + timedelta(days=3)
    scheduled = drafted(service, directory_editor, description="From next week.", go_live_at=later)
    scheduled.publish(user=directory_editor)
    assert fresh(service).scheduled_revision == scheduled
    accepted(proposed(service, member, name="New"), directory_editor)
    assert fresh(service).live
    assert now(service)["description"] == "You meet others. We drink tea."
    rewritten = fresh(service).scheduled_revision
    assert rewritten.approved_go_live_at == later
    assert rewritten.as_object().name == "New"
    assert rewritten.as_object().description == "From next week."


def test_without_a_draft_there_is_none_to_rewrite(service, member, directory_editor):
    assert drafts_of(fresh(service)) == []
    assert drafts_of(Service()) == []
    accepted(proposed(service, member, name="New"), directory_editor)
    entry = fresh(service)
    assert not entry.has_unpublished_changes
    assert entry.latest_revision_id == entry.live_revision_id


def test_a_draft_that_says_what_is_proposed_or_what_is_live_is_no_conflict(
    service, directory_editor
):
    drafted(service, directory_editor, name="New", description="Drafted words.")
    assert changed_in_drafts(fresh(service), {"name": "New", "summary": "Other"}) == []


def test_terms_that_were_accepted_outlive_the_publishing_of_a_draft(
    service, member, directory_editor
):
    build.tag(service, "died", "parent")
    build.tag(service, "need", "respite")
    drafted(service, directory_editor, description="Drafted words.")
    baby = str(build.term("died", "baby").pk)
    proposal = proposed(service, member, died=[baby])
    assert changed_in_drafts(fresh(service), proposal.after) == []
    accepted(proposal, directory_editor)
    assert now(service)["died"] == [baby]
    fresh(service).get_latest_revision().publish()
    assert (now(service)["died"], len(now(service)["need"])) == ([baby], 1)
