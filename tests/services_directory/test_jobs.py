"""What the worker does for the directory."""

import pytest

from portal.worker.loop import known_jobs
from services_directory.jobs import JOBS

pytestmark = pytest.mark.django_db


def test_the_worker_knows_the_jobs_of_the_directory():
    known = {job.name for job in known_jobs()}
    assert {name for name, _, _ in JOBS} <= known
    assert len({name for name, _, _ in JOBS}) == len(JOBS)


@pytest.mark.parametrize(("name", "every", "run"), JOBS, ids=[name for name, _, _ in JOBS])
def test_each_job_may_run_twice_on_an_empty_directory(name, every, run):
    assert every > 0
    run()
    run()


def test_a_mailbox_with_a_long_list_gets_one_letter_a_day_and_not_one_an_hour():
    every = {name: seconds for name, seconds, _ in JOBS}
    assert every["ask-role-mailboxes"] == 24 * 60 * 60
