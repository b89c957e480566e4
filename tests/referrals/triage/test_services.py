from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from referrals.models import AuditEvent, Band, OutboxMessage, Outcome
from referrals.triage import services

pytestmark = pytest.mark.django_db
FRIDAY_NOON = datetime(2026, 11, 20, 12, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture
def referral(make_referral):
    return make_referral(at=FRIDAY_NOON)


def actions(referral):
    return [event.action for event in AuditEvent.objects.filter(referral=referral).order_by("pk")]


def test_reading_is_audited_and_changes_nothing(referral, triage):
    again = services.read(referral.reference, triage)
    assert again.version == referral.version
    assert actions(referral) == ["received", "viewed"]
    assert AuditEvent.objects.latest("pk").actor == triage


def test_taking_makes_an_owner_and_handing_back_leaves_none(referral, triage):
    taken = services.take(referral.reference, triage, 1)
    assert (taken.owner, taken.version) == (triage, 2)
    assert taken.taken_at
    back = services.hand_back(referral.reference, triage, 2)
    assert (back.owner, back.taken_at) == (None, None)
    assert actions(referral) == ["received", "taken", "handed back"]


def test_nobody_hands_back_what_is_not_theirs(referral, triage, stranger):
    services.take(referral.reference, triage, 1)
    with pytest.raises(services.NotYours):
        services.hand_back(referral.reference, stranger, 2)
    assert actions(referral) == ["received", "taken"]


@pytest.mark.parametrize(
    ("band", "due"),
    [
        (Band.DAY, FRIDAY_NOON + timedelta(hours=24)),
        (Band.TWO_DAYS, FRIDAY_NOON + timedelta(days=4)),
        (Band.FIVE_DAYS, FRIDAY_NOON + timedelta(days=7)),
    ],
)
def test_how_soon_sets_the_time_due(referral, triage, band, due):
    assert services.set_band(referral.reference, band, triage, 1).due_at == due
    assert AuditEvent.objects.latest("pk").detail == {"before": "", "after": str(band)}


@pytest.mark.parametrize("outcome", [Outcome.ACCEPT, Outcome.REDIRECT, Outcome.DECLINE])
def test_a_decision_is_recorded_with_reason_audit_and_outbox(referral, triage, outcome):
    where = ("", "Carers' Centre") if outcome == Outcome.REDIRECT else ("", "")
    decision = services.decide(referral.reference, outcome, "Because.", triage, 1, where)
    referral.refresh_from_db()
    assert decision.reason == "Because."
    assert (referral.outcome, referral.owner) == (outcome, triage)
    assert referral.decided_at == decision.decided_at
    assert actions(referral) == ["received", "decided"]
    assert [m.kind for m in OutboxMessage.objects.order_by("pk")][1:] == ["referral.decided"]


def test_services_to_offer_come_from_the_directory_by_need_and_area(referral, monkeypatch):
    from types import SimpleNamespace

    from referrals.triage.queries import services_to_offer
    from services_directory import queries as directory

    asked = []

    def services_for_need(need, codes, limit):
        asked.append(need)
        return [SimpleNamespace(id="1", name="Night care", provider="Lantern")]

    monkeypatch.setattr(directory, "services_for_need", services_for_need)
    assert [each.name for each in services_to_offer(referral)] == ["Night care (Lantern)"]
    assert "patient-support" in asked


def test_to_ask_leaves_it_undecided(referral, triage):
    services.decide(referral.reference, Outcome.ASK, "The letter, please.", triage, 1)
    referral.refresh_from_db()
    assert referral.asked_at
    assert referral.decided_at is None
    services.decide(referral.reference, Outcome.ACCEPT, "It came.", triage, 2)
    assert actions(referral) == ["received", "asked", "decided"]


@pytest.mark.parametrize("reason", ["", "   "])
def test_no_decision_without_a_reason(referral, triage, reason):
    with pytest.raises(ValueError, match="reason"):
        services.decide(referral.reference, Outcome.ACCEPT, reason, triage, 1)


def test_no_redirection_to_nowhere(referral, triage):
    with pytest.raises(ValueError, match="service"):
        services.decide(referral.reference, Outcome.REDIRECT, "Elsewhere.", triage, 1)


DEEDS = {
    "take": lambda reference, user, version: services.take(reference, user, version),
    "band": lambda reference, user, version: services.set_band(reference, Band.DAY, user, version),
    "decide": lambda reference, user, version: services.decide(
        reference, Outcome.DECLINE, "No.", user, version
    ),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_what_was_read_too_long_ago_changes_nothing(referral, triage, stranger, deed):
    services.take(referral.reference, stranger, 1)
    with pytest.raises(services.Stale):
        DEEDS[deed](referral.reference, triage, 1)
    referral.refresh_from_db()
    assert (referral.owner, referral.version) == (stranger, 2)
    assert actions(referral) == ["received", "taken"]


@pytest.mark.parametrize("deed", DEEDS)
def test_what_is_decided_stays_decided(referral, triage, deed):
    services.decide(referral.reference, Outcome.ACCEPT, "Yes.", triage, 1)
    with pytest.raises(services.Stale):
        DEEDS[deed](referral.reference, triage, 2)


def test_if_the_audit_cannot_be_written_nothing_is_done(referral, triage, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(services.audit, "record", broken)
    with pytest.raises(RuntimeError):
        services.decide(referral.reference, Outcome.ACCEPT, "Yes.", triage, 1)
    referral.refresh_from_db()
    assert referral.decided_at is None
    assert referral.decisions.count() == 0
