"""The learning catalogue of Wyvern Vale (fictional), with the real frameworks it maps to."""

import csv
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone

from content.learning.models import Framework, FrameworkSubject, LearningOffering, LearningSession
from content.learning.models.words import Cost
from search.documents import record_change

HERE = Path(__file__).parent
LONDON = ZoneInfo("Europe/London")
Row = dict[str, str]
_COPIED = {
    *("title", "provider", "kind", "mode", "summary", "description", "tier", "cost_text"),
    *("accreditation", "prerequisites", "booking_url", "booking_email", "booking_phone"),
    *("place", "accessibility", "owner", "checked"),
}


@transaction.atomic
def load(say: Callable[[str], None]) -> None:
    """Make the frameworks, offerings and dates; those that exist stay as they are."""
    for row in rows("frameworks"):
        Framework.objects.get_or_create(key=row.pop("key"), defaults=row)
    for row in rows("framework_subjects"):
        _load_subject(row)
    for row in rows("offerings"):
        _load_offering(row)
    for row in rows("sessions"):
        _load_session(row)
    say(f"{LearningOffering.objects.count()} courses and classes")
    say(f"{LearningSession.objects.count()} dates of courses and classes")


def rows(name: str) -> list[Row]:
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def local_moment(text: str) -> datetime:
    """Return the moment of a local time such as 2027-01-20T19:00."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def _load_subject(row: Row) -> None:
    framework = Framework.objects.get(key=row.pop("framework"))
    FrameworkSubject.objects.get_or_create(framework=framework, key=row.pop("key"), defaults=row)


def _load_offering(row: Row) -> None:
    values = {name: row[name] for name in _COPIED} | {
        "cost": row["cost"] or Cost.ASK,
        "audiences": _words(row["audiences"]),
        "stages": _words(row["stages"]),
        "hours": row["hours"] or None,
        "participatory_hours": row["participatory_hours"] or None,
        "first_published_at": timezone.now(),
    }
    offering, made = LearningOffering.objects.get_or_create(slug=row["key"], defaults=values)
    if made:
        offering.subjects = [_subject(name) for name in _words(row["subjects"])]
        offering.save()
        record_change("learning", offering.pk)


def _load_session(row: Row) -> None:
    LearningSession.objects.get_or_create(
        uid=uuid5(NAMESPACE_URL, f"learning-session:{row['key']}"),
        defaults={
            "offering": LearningOffering.objects.get(slug=row["offering"]),
            "starts": local_moment(row["starts"]),
            "ends": local_moment(row["ends"]),
            "online": row["online"] == "yes",
            **{name: row[name] for name in ("place", "capacity_text", "status", "note")},
        },
    )


def _subject(name: str) -> FrameworkSubject:
    framework, _, key = name.partition(":")
    return FrameworkSubject.objects.get(framework__key=framework, key=key)


def _words(text: str) -> list[str]:
    return [word for word in text.split("|") if word]
