"""Small real things of the learning catalogue."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.text import slugify

from content.learning.models import Framework, FrameworkSubject, LearningOffering, LearningSession

LONDON = ZoneInfo("Europe/London")


def london(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def in_days(days: int) -> datetime:
    return timezone.now() + timedelta(days=days)


def make_offering(title: str = "Talking about dying", **values: Any) -> LearningOffering:
    return LearningOffering.objects.create(
        title=title,
        **{
            "slug": slugify(title),
            "provider": "St Wyvern's Hospice",
            "kind": "study_day",
            "mode": "in_person",
            "summary": "Practise hard conversations.",
            "audiences": ["health"],
            "hours": "6",
            "participatory_hours": "4.5",
            "cost": "free",
            "booking_email": "learning@stwyverns.example",
            "owner": "Learning team",
            "checked": date.today(),
            **values,
        },
    )


def make_session(offering: LearningOffering, days: int = 7, **values: Any) -> LearningSession:
    starts = values.pop("starts", in_days(days))
    ends = values.pop("ends", starts + timedelta(hours=2))
    return LearningSession.objects.create(offering=offering, starts=starts, ends=ends, **values)


def make_subject(version: str = "2017", key: str = "communication", **values: Any):
    framework, _ = Framework.objects.get_or_create(
        key=f"core-{version}",
        defaults={"name": "Core Skills", "version": version, **values},
    )
    return FrameworkSubject.objects.create(
        framework=framework, key=key, number=2, name="Communication"
    )
