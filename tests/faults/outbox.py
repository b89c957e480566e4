"""Outbox workers that come back when they are killed: `python -m tests.faults.outbox 3`.

Each runs the jobs of the room as `manage.py run_worker` does, with shorter pauses and a shorter
patience, so that hundreds of failures and hangs fit into minutes.
"""

import os
import sys
import time

import django

PAUSE, PATIENCE = 0.5, 2


def work() -> None:
    from portal.worker.loop import Job, run_due
    from referrals.exchange.outbound import https
    from referrals.jobs import JOBS
    from tests.faults import clock

    clock.follow()
    https.READ_SECONDS = PATIENCE
    jobs = [Job(name, min(every, PAUSE) if every < 60 else every, run) for name, every, run in JOBS]
    while True:
        run_due(jobs, time.monotonic())
        time.sleep(0.1)


def fork() -> int:
    child = os.fork()
    if not child:
        try:
            work()
        finally:
            os._exit(1)
    return child


def main() -> None:
    django.setup()
    running = {fork() for _ in range(int(sys.argv[1]))}
    while True:
        ended, _ = os.wait()
        running.discard(ended)
        time.sleep(0.2)
        running.add(fork())


if __name__ == "__main__":
    main()
