"""One worker a turn: a letter that goes out twice a day must not go at every restart too."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from portal.worker.models import Turn


def take(name: str, every: float, now: datetime) -> bool:
    """Say whether this process may run the job now; if so, nobody may for `every` seconds."""
    turn = Turn.objects.filter(name=name)
    if turn.filter(taken_at__lte=now - timedelta(seconds=every)).update(taken_at=now):
        return True
    if turn.exists():
        return False
    try:
        with transaction.atomic():
            Turn.objects.create(name=name, taken_at=now)
    except IntegrityError:  # another worker was first
        return False
    return True


def give_back(name: str) -> None:
    """Let the job be tried again at once: it failed."""
    Turn.objects.filter(name=name).delete()
