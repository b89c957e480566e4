"""Several workers and one submission: a real file, real connections, real threads."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection, connections

from referrals.demo.answers import finished
from referrals.intake import Submission, accept
from referrals.models import AuditEvent, OutboxMessage, Referral
from tests.referrals.conftest import PERSON, pathway

WORKERS = 6
pytestmark = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="copies the test database into a SQLite file"
)


@pytest.fixture
def in_workers(db, tmp_path, monkeypatch):
    """Run a function in threads at one moment, each with its own connection to one file."""
    path = tmp_path / "parallel.sqlite3"
    path.write_bytes(connection.connection.serialize())
    monkeypatch.setitem(connections.settings["default"], "NAME", str(path))
    barrier = Barrier(WORKERS)

    def one(function):
        barrier.wait(timeout=20)
        try:
            return function()
        finally:
            connection.inc_thread_sharing()
            connection.close()

    def run(function):
        with ThreadPoolExecutor(WORKERS) as pool:
            return [job.result(60) for job in [pool.submit(one, function) for _ in range(WORKERS)]]

    return run


def tally():
    return [m.objects.count() for m in (Referral, AuditEvent, OutboxMessage)]


def test_one_submission_sent_by_many_workers_at_once_is_one_referral(in_workers):
    whole = finished(pathway(), PERSON)
    submission = Submission(uuid4(), pathway(), whole)
    references = in_workers(lambda: accept(submission).reference)
    assert len(set(references)) == 1
    assert in_workers(tally) == [[1, 1, 1]] * WORKERS


def test_different_submissions_at_once_are_all_kept(in_workers):
    whole = finished(pathway(), PERSON)
    references = in_workers(lambda: accept(Submission(uuid4(), pathway(), whole)).reference)
    assert len(set(references)) == WORKERS
    assert in_workers(tally)[0] == [WORKERS, WORKERS, WORKERS]
