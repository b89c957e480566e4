"""A long job is run by one worker a turn, whatever restarts."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
import time_machine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from portal.worker import turns
from portal.worker.loop import LOOK_AGAIN, Job, run_due
from portal.worker.models import Turn

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
HOUR = 3600.0


@pytest.fixture(autouse=True)
def _keep_the_test_connection(monkeypatch):
    monkeypatch.setattr("portal.worker.loop.close_old_connections", lambda: None)


def later(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


def test_the_first_takes_the_turn_and_the_second_does_not():
    assert turns.take("letters", HOUR, NOON)
    assert not turns.take("letters", HOUR, later(1))


def test_the_next_turn_comes_when_the_time_is_over():
    turns.take("letters", HOUR, NOON)
    assert not turns.take("letters", HOUR, later(HOUR - 1))
    assert turns.take("letters", HOUR, later(HOUR))


def test_jobs_do_not_take_each_others_turns():
    turns.take("letters", HOUR, NOON)
    assert turns.take("links", HOUR, NOON)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 20_000), min_size=1, max_size=30))
def test_two_runs_are_never_closer_than_the_pause(db, asked):
    Turn.objects.all().delete()
    ran = [at for at in sorted(asked) if turns.take("letters", HOUR, later(at))]
    assert ran[0] == min(asked)
    assert all(second - first >= HOUR for first, second in pairwise(ran))


def test_a_worker_that_starts_anew_does_not_run_it_again():
    ran = []
    with time_machine.travel(NOON, tick=False):
        for _ in range(3):  # three workers, or one restarted twice
            run_due([Job("letters", 12 * HOUR, lambda: ran.append(1))], now=0)
    assert ran == [1]


def test_a_worker_that_came_second_looks_again_soon():
    job = Job("letters", HOUR, lambda: None)
    turns.take("letters", HOUR, datetime.now(UTC))
    assert run_due([job], now=0) == 0
    assert job.due == LOOK_AGAIN


def test_a_long_job_that_fails_is_tried_again_soon():
    ran = []

    def fail():
        ran.append(1)
        raise RuntimeError("no")

    job = Job("letters", 24 * HOUR, fail)
    run_due([job], now=0)
    run_due([job], now=LOOK_AGAIN)
    assert ran == [1, 1]


def test_a_short_job_needs_no_turn(django_assert_num_queries):
    with django_assert_num_queries(0):
        run_due([Job("journal", 5, lambda: None)], now=0)
