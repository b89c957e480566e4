"""One loop that runs due jobs. A job that fails is logged and tried again at its next turn."""

import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db import close_old_connections

from portal.discovery import modules_named

logger = logging.getLogger(__name__)


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
    """Run each job that is due at `now`; return how many were run."""
    due = [job for job in jobs if job.due <= now]
    for job in due:
        job.due = now + job.every
        run_safely(job)
    return len(due)


def run_safely(job: Job) -> None:
    """Run one job; log what it raises and carry on."""
    close_old_connections()
    try:
        job.run()
    except Exception:
        logger.exception("The job %s failed; it will be tried again.", job.name)


def run_for_ever(tick: float = 1.0) -> None:
    """Run due jobs until the process is told to stop."""
    jobs = known_jobs()
    while True:
        run_due(jobs, time.monotonic())
        time.sleep(tick)
