"""One message sent by many threads at one moment: a real file, real connections."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections
from django.test import Client

from referrals.models import AuditEvent, InboundMessage, OutboxMessage, Referral
from tests.referrals.exchange.inbound.senders import BASE, clinical, guid, headers, referral, send

WORKERS = 6
pytestmark = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="copies the test database into a SQLite file"
)


@pytest.fixture
def in_workers(db, tmp_path, monkeypatch):
    """Run a function of the worker's number in threads, each with its own connection."""
    path = tmp_path / "parallel.sqlite3"
    path.write_bytes(connection.connection.serialize())
    monkeypatch.setitem(connections.settings["default"], "NAME", str(path))
    barrier = Barrier(WORKERS)

    def one(function, number):
        barrier.wait(timeout=20)
        try:
            return function(number)
        finally:
            connection.inc_thread_sharing()
            connection.close()

    def run(function):
        with ThreadPoolExecutor(WORKERS) as pool:
            jobs = [pool.submit(one, function, number) for number in range(WORKERS)]
            return [job.result(60) for job in jobs]

    return run


def tally(_number):
    return [m.objects.count() for m in (Referral, AuditEvent, OutboxMessage, InboundMessage)]


def test_one_id_by_many_at_once_is_one_referral(in_workers):
    statuses = Counter(in_workers(lambda _: send(referral(*clinical())).status_code))
    assert statuses[200] == 1, statuses
    assert set(statuses) <= {200, 425, 409}
    assert in_workers(tally)[0] == [1, 1, 1, 1]


def test_one_bundle_under_many_ids_is_one_referral(in_workers):
    answers = in_workers(lambda number: send(referral(), request=f"request {number}"))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1
    assert in_workers(tally)[0] == [1, 1, 1, WORKERS]


def test_different_messages_at_once_are_all_kept(in_workers):
    answers = in_workers(
        lambda number: send(
            referral(id=f"bundle {number}"), request=f"r {number}", conversation=guid(str(number))
        )
    )
    assert {answer.status_code for answer in answers} == {200}
    assert in_workers(tally)[0] == [WORKERS] * 4


def test_a_request_is_read_again_by_many_at_once_and_each_is_recorded(in_workers):
    in_workers(lambda _: send(referral()).status_code)
    to = f"{BASE}/ServiceRequest/{guid('service request')}"
    answers = in_workers(lambda number: Client().get(to, headers=headers(f"read {number}")))
    assert {answer.status_code for answer in answers} == {200}
    assert in_workers(tally)[0] == [1, 1 + WORKERS, 1, 1]
