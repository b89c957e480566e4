import io

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from referrals import audit, audit_triggers
from referrals.audit_chain import verify, watch
from referrals.models import AuditEvent, Referral
from referrals.triage import services

pytestmark = pytest.mark.django_db


def tamper(statement, *values):
    """What somebody with the database's own password could do."""
    audit_triggers.remove(connection)
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
    audit_triggers.install(connection)


@pytest.fixture
def trail(make_referral, triage):
    for _ in range(2):
        referral = make_referral()
        services.read(referral.reference, triage)
    return list(AuditEvent.objects.order_by("pk"))


def test_an_honest_trail_is_whole(trail):
    verified = verify()
    assert verified.faults == []
    assert verified.rows == len(trail) == 4
    assert verified.head == trail[-1].chain


def test_every_row_has_a_seal_of_its_own(trail):
    assert len({event.chain for event in trail}) == len(trail)


@pytest.mark.parametrize("gone", [0, 1, 2])
def test_a_row_taken_out_shows(trail, gone):
    tamper("DELETE FROM referrals_auditevent WHERE id = %s", trail[gone].pk)
    assert any("does not follow" in fault for fault in verify().faults)


@pytest.mark.parametrize(
    ("column", "value"),
    [("action", "listed"), ("reference", "ZZZZ-ZZZZ"), ("actor_id", None), ("at", "2020-01-01")],
)
def test_a_row_altered_shows(trail, column, value):
    at = "2020-01-01 00:00:00+00:00" if column == "at" else value
    tamper(f"UPDATE referrals_auditevent SET {column} = %s WHERE id = %s", at, trail[1].pk)
    assert f"Row {trail[1].pk} does not follow" in " ".join(verify().faults)


def test_a_row_put_in_between_shows(trail):
    tamper("UPDATE referrals_auditevent SET id = id + 100 WHERE id = %s", trail[-1].pk)
    tamper(
        "INSERT INTO referrals_auditevent (id, at, action, detail, chain, actor_id, reference) "
        "SELECT %s, at, action, detail, chain, actor_id, reference FROM referrals_auditevent "
        "WHERE id = %s",
        trail[-1].pk,
        trail[0].pk,
    )
    assert verify().faults


def test_an_end_cut_off_shows_to_who_noted_the_head(trail):
    head = verify().head
    tamper("DELETE FROM referrals_auditevent WHERE id = %s", trail[-1].pk)
    assert verify().faults == []
    assert verify(head).faults == ["The noted head is no longer in the trail: its end was cut off."]


def test_a_noted_head_is_still_there_after_more_was_added(trail, make_referral):
    head = verify().head
    make_referral()
    assert verify(head).faults == []


def test_a_referral_whose_beginning_is_gone_shows(trail):
    tamper("DELETE FROM referrals_auditevent")
    assert len(verify().faults) == Referral.objects.count() == 2
    assert "has no row that says it was received" in verify().faults[0]


def test_without_the_key_the_chain_cannot_be_mended(trail, settings):
    settings.REFERRALS_INDEX_KEYS = ["somebody-elses-" + "0" * 32]
    assert len(verify().faults) == len(trail)


def test_rows_of_an_older_key_still_follow_after_a_new_one_came(trail, settings, make_referral):
    settings.REFERRALS_INDEX_KEYS = ["new-" + "0" * 32, *settings.REFERRALS_INDEX_KEYS]
    make_referral()
    assert verify().faults == []


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    details=st.lists(
        st.dictionaries(
            st.sampled_from(["before", "after", "count", "view"]),
            st.none()
            | st.integers(-1000, 1000)
            | st.text(max_size=20).filter(lambda t: "\0" not in t),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_whatever_the_details_the_trail_reads_as_it_was_written(db, details):
    with transaction.atomic():
        for detail in details:
            audit.record("listed", None, None, **detail)
        assert verify().faults == []
        transaction.set_rollback(True)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no TRUNCATE")
def test_the_trail_cannot_be_truncated(trail):
    connection.check_constraints()  # none may wait: that alone would refuse it
    refused = pytest.raises(DatabaseError, match="append-only")
    with connection.cursor() as cursor, refused, transaction.atomic():
        cursor.execute("TRUNCATE referrals_auditevent")


def test_the_command_prints_the_head_to_note(trail):
    out = io.StringIO()
    call_command("verify_audit", stdout=out)
    assert f"4 rows, head {trail[-1].chain}" in out.getvalue()


def test_the_command_fails_and_names_the_row(trail):
    tamper("DELETE FROM referrals_auditevent WHERE id = %s", trail[0].pk)
    err = io.StringIO()
    with pytest.raises(CommandError, match="not whole"):
        call_command("verify_audit", stderr=err)
    assert f"Row {trail[1].pk}" in err.getvalue()


def test_a_trail_that_nothing_guards_any_more_shows(trail):
    audit_triggers.remove(connection)
    faults = verify().faults
    assert faults
    assert all("is gone or off: rows can be changed or deleted" in fault for fault in faults)
    with pytest.raises(CommandError, match="not whole"):
        call_command("verify_audit", stderr=io.StringIO())


def test_the_log_gets_the_head_of_a_whole_trail_or_each_fault_of_another(trail, caplog):
    watch()
    assert f"4 rows, head {trail[-1].chain}" in caplog.text
    tamper("DELETE FROM referrals_auditevent WHERE id = %s", trail[0].pk)
    caplog.clear()
    watch()
    assert f"Row {trail[1].pk} does not follow" in caplog.text
    assert "has no row that says it was received" in caplog.text
    assert "head" not in caplog.text
