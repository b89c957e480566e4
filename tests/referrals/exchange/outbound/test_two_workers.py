"""Several workers at once: a real file, real connections, real threads."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections
from django.utils import timezone

from referrals.exchange.outbound import claiming
from referrals.exchange.outbound.claiming import claim
from referrals.exchange.outbound.delivering import deliver_due
from referrals.models import OutboxMessage

WORKERS = 4


@pytest.fixture
def in_workers(db, tmp_path, monkeypatch):
    """Run a function in threads at one moment, each with its own connection to one file."""
    if connection.vendor != "sqlite":
        pytest.skip("copies the test database into a SQLite file")
    path = tmp_path / "parallel.sqlite3"
    barrier = Barrier(WORKERS)

    def one(function):
        barrier.wait(timeout=20)
        try:
            return function()
        finally:
            connection.inc_thread_sharing()
            connection.close()

    def run(function):
        if not path.exists():
            path.write_bytes(connection.connection.serialize())
            monkeypatch.setitem(connections.settings["default"], "NAME", str(path))
        with ThreadPoolExecutor(WORKERS) as pool:
            return [job.result(60) for job in [pool.submit(one, function) for _ in range(WORKERS)]]

    return run


def test_no_message_is_sent_by_two_at_once(https, make_referral, in_workers):
    for _ in range(8):
        make_referral()
    in_workers(deliver_due)
    in_workers(deliver_due)
    sent = [headers["X-Request-Id"] for headers, _ in https.got]
    assert len(sent) == len(set(sent)) == 8
    left = in_workers(lambda: OutboxMessage.objects.filter(delivered_at=None).count())
    assert left == [0] * WORKERS


def test_a_claimed_message_is_nobody_elses(make_referral, in_workers):
    make_referral()
    now = timezone.now()
    claimed = in_workers(lambda: claim([""], now))
    assert len([message for message in claimed if message]) == 1


@pytest.mark.django_db
def test_workers_pass_over_what_others_hold():
    query = claiming.lock(claiming.waiting()).query
    skips = connection.features.has_select_for_update_skip_locked
    assert (query.select_for_update, query.select_for_update_skip_locked) == (skips, skips)
