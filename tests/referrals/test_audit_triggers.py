from types import SimpleNamespace

import pytest
from django.db import DatabaseError, connection, transaction

from referrals import audit_triggers
from referrals.models import AuditEvent

pytestmark = pytest.mark.django_db
UPDATE = "UPDATE referrals_auditevent SET action = 'x'"
DELETE = "DELETE FROM referrals_auditevent"


def run(statement):
    with connection.cursor() as cursor, transaction.atomic():
        cursor.execute(statement)


def standing():
    """Return the names of the triggers on the trail, as the database tells them."""
    question = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE tgrelid = to_regclass(%s)"
    )
    with connection.cursor() as cursor:
        cursor.execute(question, ["referrals_auditevent"])
        # PostgreSQL has triggers of its own for foreign keys.
        return sorted(name for (name,) in cursor.fetchall() if name.startswith("referrals_"))


def drop(name):
    run(f"DROP TRIGGER {name}" + (" ON referrals_auditevent" * (connection.vendor != "sqlite")))


@pytest.fixture
def event(make_referral):
    make_referral()
    return AuditEvent.objects.get()


def test_without_the_triggers_rows_could_be_changed(event):
    audit_triggers.remove(connection)
    run(UPDATE)
    event.refresh_from_db()
    assert event.action == "x"
    run(DELETE)
    assert AuditEvent.objects.count() == 0


@pytest.mark.parametrize("statement", [UPDATE, DELETE])
def test_taken_out_and_put_back_they_refuse_again(event, statement):
    audit_triggers.remove(connection)
    audit_triggers.install(connection)
    with pytest.raises(DatabaseError, match="audit rows are append-only"):
        run(statement)


def test_installing_and_removing_twice_does_no_harm(event):
    audit_triggers.install(connection)
    with pytest.raises(DatabaseError, match="append-only"):
        run(UPDATE)
    audit_triggers.remove(connection)
    audit_triggers.remove(connection)
    run(UPDATE)


def test_rows_are_still_added_beside_the_others(event, make_referral):
    make_referral()
    assert AuditEvent.objects.count() == 2


@pytest.mark.parametrize("deed", [audit_triggers.install, audit_triggers.remove])
def test_a_database_that_cannot_promise_it_is_refused(deed):
    with pytest.raises(NotImplementedError, match="oracle"):
        deed(SimpleNamespace(vendor="oracle"))


def test_all_of_them_stand_after_the_migrations(db):
    assert audit_triggers.missing(connection) == []


def test_one_that_was_dropped_is_named(event):
    name = standing()[0]
    drop(name)
    assert audit_triggers.missing(connection) == [name]


def test_all_are_named_when_all_are_gone(event):
    everyone = standing()
    audit_triggers.remove(connection)
    assert audit_triggers.missing(connection) == everyone


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no such switch.")
def test_one_that_is_switched_off_is_named():
    run("ALTER TABLE referrals_auditevent DISABLE TRIGGER referrals_auditevent_append_only")
    assert audit_triggers.missing(connection) == ["referrals_auditevent_append_only"]
    run("ALTER TABLE referrals_auditevent ENABLE TRIGGER referrals_auditevent_append_only")
