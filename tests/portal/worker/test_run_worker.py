"""The command that runs the jobs: each once, or for ever until it is stopped."""

import pytest
from django.core.management import call_command

from portal.worker import loop
from portal.worker.loop import Job
from portal.worker.management.commands import run_worker

Ran = list[str]


@pytest.fixture
def ran(monkeypatch) -> Ran:
    """Two jobs in place of the real ones; the first fails after it ran."""
    ran: Ran = []

    def fail() -> None:
        ran.append("bad")
        raise RuntimeError

    jobs = [Job("bad", 60, fail), Job("good", 60, lambda: ran.append("good"))]
    monkeypatch.setattr(loop, "known_jobs", lambda: jobs)
    monkeypatch.setattr(run_worker, "known_jobs", lambda: jobs)
    monkeypatch.setattr(loop, "close_old_connections", lambda: None)
    return ran


def test_once_runs_every_job_although_one_fails(ran):
    call_command("run_worker", "--once")
    assert ran == ["bad", "good"]


def test_for_ever_waits_between_turns_and_ends_quietly_when_stopped(ran, monkeypatch):
    slept = []

    def sleep(seconds):
        slept.append(seconds)
        if len(slept) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(loop.time, "sleep", sleep)
    call_command("run_worker")
    assert ran == ["bad", "good"]  # not due again within three turns
    assert slept == [1.0, 1.0, 1.0]


def test_a_job_that_failed_is_tried_again_at_its_next_turn_and_not_before(ran):
    jobs = loop.known_jobs()
    assert [loop.run_due(jobs, now) for now in (0, 59.9, 60, 200)] == [2, 0, 2, 2]
    assert ran.count("bad") == 3


def test_a_stop_is_not_swallowed_as_a_failure_of_a_job(monkeypatch):
    monkeypatch.setattr(loop, "close_old_connections", lambda: None)

    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        loop.run_safely(Job("stopped", 1, stop))
