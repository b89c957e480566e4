from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, transaction
from django.db.models import ProtectedError

from referrals import audit
from referrals.models import AuditEvent, AuditIsAppendOnly, Referral

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(make_referral):
    make_referral()
    return AuditEvent.objects.get()


def test_a_row_says_what_happened_to_which_referral_when(event):
    event.at = datetime(2026, 11, 20, 9, 5, tzinfo=UTC)
    assert str(event) == f"received {event.referral_id} 2026-11-20 09:05"


def test_a_row_about_no_referral_is_named_without_one(triage):
    event = audit.record("listed", None, triage, view="late", count=0)
    assert str(event).startswith("listed  2")
    assert event.detail == {"view": "late", "count": 0}


def test_the_newest_stands_first_also_within_one_moment(event):
    AuditEvent.objects.create(at=event.at, action="same moment")
    AuditEvent.objects.create(at=event.at.replace(year=2020), action="long ago")
    actions = [each.action for each in AuditEvent.objects.all()]
    assert actions == ["same moment", "received", "long ago"]


def test_nobody_in_the_trail_can_be_removed(triage):
    audit.record("listed", None, triage)
    with pytest.raises(ProtectedError):
        triage.delete()


@pytest.mark.parametrize(
    "deed",
    [
        lambda event: AuditEvent.objects.update_or_create(
            pk=event.pk, defaults={"action": "another"}
        ),
        lambda event: AuditEvent.objects.bulk_update([event], ["action"]),
        lambda event: event.save(update_fields=["action"]),
        lambda event: event.referral.events.all().delete(),
        lambda event: event.referral.events.all().update(action="another"),
    ],
    ids=["update or create", "bulk update", "save a field", "delete related", "update related"],
)
def test_no_way_round_changes_a_row(event, deed):
    event.action = "another"
    with pytest.raises(AuditIsAppendOnly), transaction.atomic():
        deed(event)
    assert AuditEvent.objects.get().action == "received"


def test_a_bulk_write_over_a_row_that_is_there_is_refused(event):
    again = AuditEvent(pk=event.pk, at=event.at, action="another")
    with pytest.raises(DatabaseError), transaction.atomic():
        AuditEvent.objects.bulk_create([again])
    assert AuditEvent.objects.get().action == "received"


def test_a_reference_that_is_not_there_any_more_stands_in_the_trail(event):
    event.referral.messages.all().delete()
    reference = event.referral_id
    Referral.objects.all().delete()
    assert AuditEvent.objects.filter(referral=reference).exists()
