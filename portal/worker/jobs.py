"""Jobs the portal itself needs done."""

from collections.abc import Callable

from django.core.management import call_command

from portal import letters


def publish_scheduled() -> None:
    """Publish what editors set to go live, and take down what has expired."""
    call_command("publish_scheduled")


JOBS: list[tuple[str, float, Callable[[], object]]] = [
    ("publish-scheduled", 60, publish_scheduled),
    ("send-letters", 20, letters.send_queued),
    ("forget-old-letters", 3600, letters.forget_old),
]
