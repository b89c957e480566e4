"""One loop that runs due jobs. A job that fails is logged and tried again at its next turn."""

import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db import close_old_connections
from django.utils import timezone

from portal.discovery import modules_named
from portal.worker import turns

logger = logging.getLogger(__name__)
LONG = 3600.0
LOOK_AGAIN = 300.0  # seconds until a worker asks again whose turn a long job is


@dataclass
class Job:
    """Something to run every so many seconds; `due` is a reading of the monotonic clock."""

    name: str
    every: float
    run: Callable[[], object]
    due: float = 0.0


def known_jobs() -> list[Job]:
    """Return the jobs that rooms declare in `jobs.JOBS` as (name, seconds, function)."""
    return [Job(*declared) for module in modules_named("jobs") for declared in module.JOBS]


def run_due(jobs: Iterable[Job], now: float) -> int:
    """Run each job that is due at `now`; return how many were run.

    A job of an hour or more is run by one of all workers a turn, restarts included.
    """
    due = [job for job in jobs if job.due <= now]
    return sum(_run_in_turn(job, now) for job in due)


def run_safely(job: Job) -> bool:
    """Run one job; log what it raises, carry on and say whether it went well."""
    close_old_connections()
    try:
        job.run()
    except Exception:
        logger.exception("The job %s failed; it will be tried again.", job.name)
        return False
    return True


def _run_in_turn(job: Job, now: float) -> bool:
    if job.every < LONG:
        job.due = now + job.every
        run_safely(job)
        return True
    job.due = now + LOOK_AGAIN
    if not turns.take(job.name, job.every, timezone.now()):
        return False
    if not run_safely(job):
        turns.give_back(job.name)
    return True


def run_for_ever(tick: float = 1.0) -> None:
    """Run due jobs until the process is told to stop."""
    jobs = known_jobs()
    while True:
        run_due(jobs, time.monotonic())
        time.sleep(tick)
