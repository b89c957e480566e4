"""Filters by plain facts of a service: how, what it costs, who may ask, when, how long, where."""

from datetime import date, datetime
from functools import partial

from dateutil.relativedelta import relativedelta
from django.db.models import Exists, OuterRef, Q

from portal.vocabulary import Mode
from services_directory import languages
from services_directory.board import current
from services_directory.choices import Cost, Facet, ReferralRoute
from services_directory.finder.filters import Filter, Option
from services_directory.finder.opening import open_now
from services_directory.finder.times_of_day import TIMES_OF_DAY
from services_directory.models import Attribute, Language, ServiceAtLocation

LOCAL, NATIONAL = "local", "national"
# A waiting time that was stated longer ago than this is not relied on.
WAIT_HOLDS_MONTHS = 6
_WAITS = {"1": "About a week or less", "4": "About a month or less", "13": "3 months or less"}
_ADULT = 18
# value: label, youngest, oldest, and for children the audience that says they are meant.
_AGES = {
    "under-12": ("Under 12", 0, 11, "children"),
    "12-17": ("12 to 17", 12, 17, "young-people"),
    "18-25": ("18 to 25", 18, 25, ""),
    "26-64": ("26 to 64", 26, 64, ""),
    "65": ("65 or over", 65, 999, ""),
}
# value: label, words of which one stands in the description.
_ACCESS = {
    "step-free": ("Step-free", ("step-free", "step free", "level access", "ramp", "wheelchair")),
    "toilet": ("Accessible toilet", ("accessible toilet", "disabled toilet", "changing places")),
    "parking": ("Blue badge parking", ("blue badge", "disabled parking", "accessible parking")),
    "hearing-loop": ("Hearing loop", ("hearing loop", "induction loop")),
    "lift": ("Lift", ("lift",)),
    "quiet-room": ("Quiet room", ("quiet",)),
}


def all_filters(at: datetime) -> list[Filter]:
    """Return the filters in the order of the page. `at`: the local time of "open now"."""
    return [
        _filter("mode", "How", [_flag("mode_", choice) for choice in Mode]),
        _filter("cost", "Cost", [_option(c.value, c.label, Q(cost=c)) for c in Cost]),
        _filter(
            "referral", "Who can ask", [_flag("referral_", choice) for choice in ReferralRoute]
        ),
        _filter("open_now", "When", [Option("yes", "Open now", on_board=partial(open_now, at=at))]),
        _filter("hours", "Time of day", [_option(*each) for each in TIMES_OF_DAY]),
        _filter(
            "wait", "Waiting time", [_wait(weeks, label, at) for weeks, label in _WAITS.items()]
        ),
        _filter("age", "Age", [_age(value) for value in _AGES]),
        _filter(
            "reach",
            "Where it works",
            [
                _option(LOCAL, "Local services", Q(national=False)),
                _option(NATIONAL, "National services", Q(national=True)),
            ],
        ),
        _filter("access", "Access to the building", [_access(value) for value in _ACCESS]),
        _filter("language", "Language", [_language(code) for code in _spoken()]),
    ]


def wait_holds(at: datetime) -> Q:
    """The condition for a waiting time in weeks that was stated recently enough."""
    return Q(wait_weeks__isnull=False, wait_stated_on__gte=waits_hold_since(at.date()))


def waits_hold_since(today: date) -> date:
    """Return the day before which a waiting time was stated too long ago."""
    return today - relativedelta(months=WAIT_HOLDS_MONTHS)


def _filter(key: str, label: str, options: list[Option]) -> Filter:
    return Filter(key, label, tuple(options))


def _option(value: str, label: object, condition: Q) -> Option:
    return Option(value, str(label), condition=condition)


def _flag(prefix: str, choice: Mode | ReferralRoute) -> Option:
    return _option(choice.value, choice.label, Q(**{prefix + choice.value: True}))


def _wait(weeks: str, label: str, at: datetime) -> Option:
    fits = wait_holds(at) & Q(wait_weeks__lte=int(weeks))
    return Option(weeks, label, condition=fits, token=at.date())


def _age(value: str) -> Option:
    """Who says no ages is there for adults; for children only who says so."""
    label, low, high, audience = _AGES[value]
    fits = (Q(minimum_age=None) | Q(minimum_age__lte=high)) & (
        Q(maximum_age=None) | Q(maximum_age__gte=low)
    )
    if low < _ADULT:
        stated = Q(minimum_age__isnull=False) | Q(maximum_age__isnull=False)
        meant = Attribute.objects.filter(
            service=OuterRef("pk"),
            taxonomy_term__taxonomy__key=Facet.AUDIENCE,
            taxonomy_term__key=audience,
        )
        fits &= stated | Q(Exists(meant))
    return _option(value, label, fits)


def _access(value: str) -> Option:
    label, words = _ACCESS[value]
    named = Q()
    for word in words:
        named |= Q(location__accessibility__description__icontains=word)
    places = ServiceAtLocation.objects.filter(named, service=OuterRef("pk"))
    return _option(value, label, Q(Exists(places)))


def _spoken() -> list[str]:
    return current().remember("spoken", None, _languages)


def _languages() -> list[str]:
    return list(Language.objects.order_by("code").values_list("code", flat=True).distinct())


def _language(code: str) -> Option:
    speaks = Language.objects.filter(code=code).values("service")
    return _option(code, languages.name_of(code), Q(pk__in=speaks))
