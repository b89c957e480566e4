from types import SimpleNamespace

import pytest
from django.db import DatabaseError, connection, transaction

from referrals import audit
from referrals.models import AuditEvent, AuditIsAppendOnly

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(make_referral):
    make_referral()
    return AuditEvent.objects.get()


def test_a_row_cannot_be_saved_again(event):
    event.action = "something else"
    with pytest.raises(AuditIsAppendOnly):
        event.save()


def test_a_row_cannot_be_deleted(event):
    with pytest.raises(AuditIsAppendOnly):
        event.delete()


@pytest.mark.parametrize("deed", [lambda rows: rows.update(action="x"), lambda rows: rows.delete()])
def test_rows_cannot_be_changed_together(event, deed):
    with pytest.raises(AuditIsAppendOnly):
        deed(AuditEvent.objects.all())


@pytest.mark.parametrize(
    "statement",
    ["UPDATE referrals_auditevent SET action = 'x'", "DELETE FROM referrals_auditevent"],
)
def test_the_database_itself_refuses(event, statement):
    refused = pytest.raises(DatabaseError, match="append-only")
    with connection.cursor() as cursor, refused, transaction.atomic():
        cursor.execute(statement)
    assert AuditEvent.objects.filter(action="received").count() == 1


@pytest.mark.skipif(connection.vendor != "sqlite", reason="INSERT OR REPLACE is SQLite's own")
def test_no_row_is_replaced(event):
    statement = (
        "INSERT OR REPLACE INTO referrals_auditevent (id, at, action, detail) "
        f"VALUES ({event.pk}, '2026-01-01', 'x', '{{}}')"
    )
    refused = pytest.raises(DatabaseError, match="append-only")
    with connection.cursor() as cursor, refused, transaction.atomic():
        cursor.execute(statement)
    event.refresh_from_db()
    assert event.action == "received"


def test_the_database_refuses_even_the_base_manager(event):
    with pytest.raises(DatabaseError), transaction.atomic():
        AuditEvent._base_manager.all()._raw_delete(connection.alias)


def test_the_trail_outlives_the_referral(event):
    referral = event.referral
    referral.messages.all().delete()
    referral.delete()
    event.refresh_from_db()
    assert event.referral_id == referral.reference


def test_no_row_is_written_outside_the_transaction_of_its_change(monkeypatch):
    outside = SimpleNamespace(in_atomic_block=False)
    with monkeypatch.context() as patched:
        patched.setattr(audit.transaction, "get_connection", lambda: outside)
        with pytest.raises(transaction.TransactionManagementError):
            audit.record("taken")
    assert AuditEvent.objects.count() == 0


def test_the_detail_of_a_referral_received_holds_no_answer(event):
    assert event.detail == {"pathway": "palliative-care-support", "version": 3}
