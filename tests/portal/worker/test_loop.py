import pytest

from portal.worker.loop import Job, known_jobs, run_due


@pytest.fixture(autouse=True)
def _keep_the_test_connection(monkeypatch):
    monkeypatch.setattr("portal.worker.loop.close_old_connections", lambda: None)


def test_a_job_runs_when_it_is_due_and_then_waits_its_turn():
    calls = []
    job = Job("count", 10, lambda: calls.append(1))
    assert run_due([job], now=0) == 1
    assert run_due([job], now=9) == 0
    assert run_due([job], now=10) == 1
    assert len(calls) == 2


def test_a_job_that_fails_is_logged_and_stops_no_other(caplog):
    calls = []

    def fail():
        raise RuntimeError("no")

    run_due([Job("bad", 1, fail), Job("good", 1, lambda: calls.append(1))], now=0)
    assert calls == [1]
    assert "bad failed" in caplog.text


def test_the_portal_publishes_what_is_scheduled():
    assert "publish-scheduled" in {job.name for job in known_jobs()}
