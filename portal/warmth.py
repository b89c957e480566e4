"""What a new process should have at hand before somebody waits for it."""

import logging
from threading import Thread

from django.db import connections

from portal.discovery import modules_named

logger = logging.getLogger(__name__)


def warm_up() -> None:
    """Run each room's `warm.warm`; what fails is logged, for a page can do without."""
    for module in modules_named("warm"):
        try:
            module.warm()
        except Exception:
            logger.exception("%s failed; the first visitor waits instead.", module.__name__)


def warm_up_meanwhile() -> Thread:
    """Warm up beside the requests and return the thread."""
    thread = Thread(target=_warm_up_and_close, name="warm-up", daemon=True)
    thread.start()
    return thread


def _warm_up_and_close() -> None:
    try:
        warm_up()
    finally:
        connections.close_all()
