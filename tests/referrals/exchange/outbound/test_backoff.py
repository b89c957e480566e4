from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referrals.exchange.outbound.backoff import (
    FIRST,
    LONGEST,
    LONGEST_ASKED,
    MOST_TRIES,
    pause,
    seconds_asked,
)

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
chance = st.floats(0, 1)


@given(st.integers(1, 10_000), chance)
def test_a_wait_is_never_nothing_and_never_longer_than_the_longest(tries, drawn):
    assert FIRST / 2 <= pause(tries, None, lambda: drawn) <= LONGEST


@given(st.integers(1, 50), chance)
def test_the_least_wait_never_shrinks_as_tries_go_on(tries, drawn):
    assert pause(tries + 1, None, lambda: 0) >= pause(tries, None, lambda: 0)
    assert pause(tries, None, lambda: drawn) >= pause(tries, None, lambda: 0)


@given(st.integers(1, 50), st.floats(0, 10**9), chance)
def test_what_the_receiver_asks_for_is_kept_up_to_a_day(tries, asked, drawn):
    wait = pause(tries, asked, lambda: drawn)
    assert wait >= min(timedelta(seconds=asked), LONGEST_ASKED) - timedelta(microseconds=1)
    assert wait <= max(LONGEST, LONGEST_ASKED)


def test_two_workers_do_not_come_back_at_the_same_moment():
    assert pause(5, None, lambda: 0.1) != pause(5, None, lambda: 0.9)


def test_a_fault_of_a_whole_day_is_outlasted():
    whole = sum((pause(each, None, lambda: 0) for each in range(1, MOST_TRIES)), timedelta())
    assert whole > timedelta(hours=30)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("Sun, 22 Nov 2026 09:31:00 GMT", 60.0),
        ("Sun, 22 Nov 2026 09:00:00 GMT", 0.0),
        ("", None),
        (None, None),
        ("soon", None),
        ("-5", None),
        ("²", None),
        ("9" * 400, 999999999.0),
    ],
)
def test_retry_after_is_read_as_seconds_or_date(header, seconds):
    assert seconds_asked(header, NOW) == seconds


@given(st.text(max_size=60))
def test_no_header_makes_it_fail(header):
    asked = seconds_asked(header, NOW)
    assert asked is None or asked >= 0
