"""The words of the learning pages."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.urls import reverse
from django.utils import timezone

from content.learning.models import LearningOffering, LearningSession
from content.learning.models.words import Learner, SessionStatus
from content.learning.wording import (
    cost_words,
    hours_words,
    labels,
    no_dates_words,
    time_words,
    where_words,
)
from portal.vocabulary import Stage

STALE_AFTER = timedelta(days=365)
_COLOURS = {
    SessionStatus.FULL: "info",
    SessionStatus.POSTPONED: "warn",
    SessionStatus.CANCELLED: "urgent",
}


@dataclass(frozen=True)
class DateRow:
    """One date as listed. status: a word, empty when nothing is amiss; colour: of its tag."""

    day: date
    times: str
    where: str
    places: str
    off: bool
    status: str
    colour: str
    note: str
    ics_url: str


@dataclass(frozen=True)
class OfferingRow:
    """One line of the catalogue.

    cost: more than the tag says, or empty. then: the first day with places when the next is full.
    """

    title: str
    url: str
    summary: str
    provider: str
    tags: list[str]
    cost: str
    hours: str
    for_whom: str
    next_day: date | None
    next_words: str
    full: bool
    then: date | None


@dataclass(frozen=True)
class OfferingPage:
    """Everything an offering's own page says."""

    breadcrumb: list[tuple[str, str]]
    title: str
    summary: str
    description: str
    provider: str
    public: bool
    public_url: str
    facts: list[dict[str, Any]]
    frameworks: list[tuple[str, str, list[str]]]
    dates: list[DateRow]
    no_dates: str
    booking_url: str
    booking_verb: str
    booking_email: str
    booking_phone: str
    calendar_url: str
    checked: date
    owner: str
    stale: bool


def offering_row(offering: LearningOffering, coming: list[LearningSession]) -> OfferingRow:
    """Return the line for an offering with its coming dates, soonest first."""
    soonest = coming[0] if coming else None
    full = bool(soonest and soonest.status == SessionStatus.FULL)
    then = next((each for each in coming if each.status != SessionStatus.FULL), None)
    words = cost_words(offering)
    return OfferingRow(
        title=offering.title,
        url=offering.get_absolute_url(),
        summary=offering.summary,
        provider=offering.provider,
        tags=[
            offering.get_kind_display(),
            offering.get_mode_display(),
            offering.get_cost_display(),
        ],
        cost="" if words == offering.get_cost_display() else words,
        hours=hours_words(offering.hours),
        for_whom=labels(Learner, offering.audiences).lower(),
        next_day=_day(soonest) if soonest else None,
        next_words=time_words(soonest) if soonest else no_dates_words(offering),
        full=full,
        then=_day(then) if full and then else None,
    )


def offering_page(offering: LearningOffering, sessions: list[LearningSession]) -> OfferingPage:
    """Return the page of an offering with all its dates that are not over."""
    return OfferingPage(
        breadcrumb=[("Home", "/"), ("Courses and classes", reverse("learning"))],
        title=offering.title,
        summary=offering.summary,
        description=offering.description,
        provider=offering.provider,
        public=bool({Learner.PUBLIC, Learner.ALL} & set(offering.audiences)),
        public_url=f"{reverse('learning')}?audience={Learner.PUBLIC}",
        facts=_facts(offering),
        frameworks=_frameworks(offering),
        dates=[date_row(each) for each in sessions],
        no_dates=no_dates_words(offering),
        booking_url=offering.booking_url,
        booking_verb="Start" if offering.any_time else "Book a place",
        booking_email=offering.booking_email,
        booking_phone=offering.booking_phone,
        calendar_url=reverse("learning_offering_calendar", args=[offering.slug]),
        checked=offering.checked,
        owner=offering.owner,
        stale=timezone.localdate() - offering.checked > STALE_AFTER,
    )


def date_row(session: LearningSession) -> DateRow:
    calm = session.status == SessionStatus.SCHEDULED
    return DateRow(
        day=_day(session),
        times=time_words(session),
        where=where_words(session),
        places="" if session.status == SessionStatus.FULL else session.capacity_text,
        off=not session.takes_place,
        status="" if calm else session.get_status_display(),
        colour=_COLOURS.get(SessionStatus(session.status), "grey"),
        note=session.note,
        ics_url=reverse("learning_session_ics", args=[session.offering.slug, session.uid]),
    )


def _day(session: LearningSession) -> date:
    return timezone.localtime(session.starts).date()


def _facts(offering: LearningOffering) -> list[dict[str, Any]]:
    facts = [
        ("Who it is for", labels(Learner, offering.audiences)),
        ("Provided by", offering.provider),
        ("Type", offering.get_kind_display()),
        ("How you attend", offering.get_mode_display()),
        ("Where", offering.place),
        ("Cost", cost_words(offering)),
        ("Learning hours", hours_words(offering.hours)),
        ("Participatory hours", hours_words(offering.participatory_hours)),
        ("Level", offering.get_tier_display() if offering.tier else ""),
        ("Accreditation", offering.accreditation or "Not accredited"),
        ("Before you start", offering.prerequisites or "Nothing needed"),
        ("Access", offering.accessibility or "Ask when you book"),
        ("Stages of care", labels(Stage, offering.stages)),
    ]
    return [{"key": key, "value": value} for key, value in facts if value]


def _frameworks(offering: LearningOffering) -> list[tuple[str, str, list[str]]]:
    """Return (framework, what to know about its status, subjects) for each that it maps to."""
    subjects = sorted(offering.subjects.all(), key=lambda each: (each.framework_id, each.number))
    return [
        (
            str(framework),
            "" if framework.status == framework.Status.CURRENT else framework.get_status_display(),
            [f"{each.number}. {each.name}" for each in members],
        )
        for framework, members in groupby(subjects, key=lambda each: each.framework)
    ]
