"""Reads of the learning catalogue. Each costs the same number of queries however much is found."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone
from django.utils.text import slugify

from content.learning.catalogue import Entry
from content.learning.filters import Options
from content.learning.models import FrameworkSubject, LearningOffering, LearningSession
from content.learning.models.words import (
    TAKING_PLACE,
    Attendance,
    Cost,
    Kind,
    Learner,
    Tier,
)
from portal.vocabulary import Stage
from search.documents import find_ids

# A feed keeps telling of dates gone by for this long, so that no calendar loses one too early.
FEED_LOOKS_BACK = timedelta(days=30)
_EVERYONE = frozenset(str(learner) for learner in Learner if learner != Learner.ALL)


@dataclass(frozen=True)
class Catalogue:
    """All published learning, and the values by which it can be narrowed."""

    entries: list[Entry]
    options: Options


def catalogue(now: datetime | None = None) -> Catalogue:
    """Return the published catalogue with the dates that are still to come."""
    days, subjects = _coming_days(now or timezone.now()), _subjects_of_offerings()
    offerings = LearningOffering.objects.filter(live=True)
    entries = [_entry(each, days[each.pk], subjects[each.pk]) for each in offerings]
    providers = sorted({each.provider for each in offerings})
    return Catalogue(entries, _options(providers))


def public_addresses() -> list[tuple[str, date]]:
    """Return the path of every published offering with the day it was last checked."""
    found = LearningOffering.objects.filter(live=True).only("slug", "checked")
    return [(each.get_absolute_url(), each.checked) for each in found]


def found_by_words(text: str) -> list[int] | None:
    """Return the keys of the offerings that the words find, best first; None for no words."""
    if not any(letter.isalnum() for letter in text):
        return None
    found = find_ids(text, "learning")
    if found is None:  # the index is not ready
        return list(_containing(text).values_list("pk", flat=True))
    return [int(pk) for pk in found]


def offerings(pks: Sequence[int], now: datetime | None = None) -> list[LearningOffering]:
    """Return the offerings in the order of the keys, each with its `coming` dates."""
    found = LearningOffering.objects.filter(live=True).prefetch_related(
        Prefetch("sessions", _coming(now or timezone.now()), to_attr="coming")
    )
    return [by_pk[pk] for by_pk in [found.in_bulk(pks)] for pk in pks if pk in by_pk]


def published() -> QuerySet[LearningOffering]:
    """Return the published offerings with what their own page shows."""
    subjects = FrameworkSubject.objects.select_related("framework")
    return LearningOffering.objects.filter(live=True).prefetch_related(
        Prefetch("subjects", subjects)
    )


def sessions_of(offering: LearningOffering, now: datetime | None = None) -> list[LearningSession]:
    """Return all dates not yet over, those cancelled or postponed too."""
    return list(offering.sessions.filter(ends__gte=now or timezone.now()))


def sessions_for_feed(
    pks: Iterable[int], first: date | None = None, last: date | None = None
) -> list[LearningSession]:
    """Return the dates of the offerings that a calendar should know, cancelled ones included."""
    wanted = LearningSession.objects.filter(
        offering__in=list(pks), ends__gte=timezone.now() - FEED_LOOKS_BACK
    ).select_related("offering")
    if first:
        wanted = wanted.filter(starts__date__gte=first)
    if last:
        wanted = wanted.filter(starts__date__lte=last)
    return list(wanted)


def upcoming_public_sessions(limit: int = 5) -> list[LearningSession]:
    """Return the next dates open to the public that take place, each with its offering."""
    wanted = Q(offering__audiences__has=Learner.PUBLIC) | Q(offering__audiences__has=Learner.ALL)
    coming = _coming(timezone.now()).filter(wanted, offering__live=True)
    return list(coming.select_related("offering")[:limit])


def _coming(now: datetime) -> QuerySet[LearningSession]:
    return LearningSession.objects.filter(ends__gte=now, status__in=TAKING_PLACE).order_by("starts")


def _containing(text: str) -> QuerySet[LearningOffering]:
    fields = ("title", "summary", "description", "provider")
    found = LearningOffering.objects.filter(live=True)
    for word in text.split():
        found = found.filter(
            Q(*[(f"{field}__icontains", word) for field in fields], _connector=Q.OR)
        )
    return found


def _coming_days(now: datetime) -> dict[int, list[date]]:
    days = defaultdict(list)
    for offering, starts in _coming(now).values_list("offering", "starts"):
        days[offering].append(timezone.localtime(starts).date())
    return days


def _subjects_of_offerings() -> dict[int, set[str]]:
    subjects = defaultdict(set)
    rows = LearningOffering.objects.filter(subjects__isnull=False).values_list(
        "pk", "subjects__framework__key", "subjects__key"
    )
    for offering, framework, key in rows:
        subjects[offering].add(f"{framework}:{key}")
    return subjects


def _entry(offering: LearningOffering, days: list[date], subjects: set[str]) -> Entry:
    audiences = frozenset(offering.audiences)
    if Learner.ALL in audiences:
        audiences = _EVERYONE
    blended = offering.mode == Attendance.BLENDED
    modes = [Attendance.ONLINE, Attendance.IN_PERSON] if blended else [offering.mode]
    values = {
        "audience": audiences,
        "free": frozenset([offering.cost]) & {Cost.FREE},
        "kind": frozenset([offering.kind]),
        "mode": frozenset(modes),
        "tier": frozenset([offering.tier]) - {""},
        "stage": frozenset(offering.stages),
        "subject": frozenset(subjects),
        "provider": frozenset([slugify(offering.provider)]),
    }
    return Entry(offering.pk, offering.title, values, tuple(days))


def _options(providers: Iterable[str]) -> Options:
    subjects = FrameworkSubject.objects.select_related("framework")
    learners = [(str(value), label) for value, label in Learner.choices]
    return {
        "free": {str(Cost.FREE): "Free"},
        "audience": {value: label for value, label in learners if value in _EVERYONE},
        "kind": dict(Kind.choices),
        "mode": {str(Attendance.ONLINE): "Online", str(Attendance.IN_PERSON): "In person"},
        "tier": dict(Tier.choices),
        "stage": dict(Stage.choices),
        "provider": {slugify(provider): provider for provider in providers},
        "subject": {
            f"{each.framework.key}:{each.key}": f"{each.name} ({each.framework.version})"
            for each in subjects
        },
    }
