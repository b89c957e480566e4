"""gunicorn's settings as in production, with the application loaded once and a stepped clock.

Loaded before the fork: a killed worker is back in a moment, so that more of them can be killed.
"""

from typing import Any

from portal import server
from portal.server import *  # noqa: F403
from tests.faults import clock

preload_app = True
loglevel = "critical"


def post_worker_init(worker: Any) -> None:
    server.post_worker_init(worker)
    clock.follow()
