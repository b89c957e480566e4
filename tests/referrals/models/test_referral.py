import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from referrals.cipher import unseal
from referrals.models import Band, Decision, Outcome
from referrals.triage import services

pytestmark = pytest.mark.django_db


@pytest.fixture
def referral(make_referral):
    return make_referral()


def test_it_is_called_by_its_reference(referral):
    assert str(referral) == referral.reference


def test_it_begins_new_with_no_band_owner_or_decision(referral):
    assert (referral.version, referral.band, referral.outcome) == (1, "", "")
    times = (referral.owner, referral.taken_at, referral.asked_at, referral.decided_at)
    assert times == (None,) * 4


def test_its_answers_and_summary_open_from_their_seals(referral):
    assert referral.answers == unseal(referral.sealed_answers)
    assert set(referral.summary) == {"initials", "date_of_birth", "flags"}


def test_changing_the_answers_in_memory_does_not_change_what_is_kept(referral):
    referral.answers["name"] = "Somebody Else"
    assert referral.answers["name"] == "Martha Keel"


@pytest.mark.parametrize(
    ("band", "words"),
    [
        ("", "Not yet set"),
        ("24h", "Within 24 hours"),
        ("2wd", "Within 2 working days"),
        ("5wd", "Within 5 working days"),
    ],
)
def test_each_band_has_its_words(band, words):
    assert Band(band).label == words


def test_the_outcomes_are_six():
    assert Outcome.values == ["accept", "redirect", "decline", "ask", "withdrawn", "died"]


def test_no_two_have_one_reference(make_referral, referral):
    other = make_referral()
    other.reference = referral.reference
    with pytest.raises(IntegrityError), transaction.atomic():
        other.save()


def test_what_is_still_to_be_delivered_keeps_the_referral(referral):
    with pytest.raises(ProtectedError):
        referral.delete()


def test_who_decided_or_owns_cannot_be_removed(referral, triage):
    services.take(referral.reference, triage, 1)
    with pytest.raises(ProtectedError):
        triage.delete()


def test_a_reason_is_sealed_and_read_back(referral, triage):
    decision = Decision(referral=referral, outcome=Outcome.ACCEPT, decided_by=triage)
    decision.reason = "Meets the criteria."
    assert "criteria" not in decision.sealed_reason
    assert decision.reason == "Meets the criteria."
    assert str(decision) == f"Accept ({referral.pk})"


def test_decisions_are_listed_the_oldest_first(referral, triage):
    services.decide(referral.reference, Outcome.ASK, "First.", triage, 1)
    services.decide(referral.reference, Outcome.ACCEPT, "Second.", triage, 2)
    assert [each.reason for each in referral.decisions.all()] == ["First.", "Second."]
