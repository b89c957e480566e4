from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from referrals.triage.presenters import due_in_words, person_in_words, state_in_words

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("delta", "words"),
    [
        (timedelta(minutes=40), "in 40 min"),
        (timedelta(hours=3), "in 3 h"),
        (timedelta(hours=47), "in 47 h"),
        (timedelta(hours=72), "in 3 days"),
        (-timedelta(hours=2), "2 h late"),
        (-timedelta(days=5), "5 days late"),
    ],
)
def test_the_time_due_is_said_as_people_say_it(delta, words):
    referral = SimpleNamespace(decided_at=None, due_at=NOW + delta)
    assert due_in_words(referral, NOW) == words


def test_what_is_decided_is_not_due():
    assert due_in_words(SimpleNamespace(decided_at=NOW, due_at=NOW), NOW) == ""


@pytest.mark.parametrize(
    ("born", "words"),
    [("1948-11-22", "MK, 78"), ("1948-11-23", "MK, 77"), ("", "MK")],
)
def test_a_person_is_initials_and_age(born, words):
    assert person_in_words("MK", born, NOW) == words


@pytest.mark.parametrize(
    ("times", "state"),
    [
        ({}, "New"),
        ({"taken_at": NOW}, "Taken"),
        ({"taken_at": NOW, "asked_at": NOW}, "Waiting for an answer"),
        ({"asked_at": NOW, "decided_at": NOW, "outcome": "decline"}, "Declined"),
    ],
)
def test_the_state_is_read_off_the_timestamps(times, state):
    empty = {"taken_at": None, "asked_at": None, "decided_at": None}
    assert state_in_words(SimpleNamespace(**(empty | times))) == state
