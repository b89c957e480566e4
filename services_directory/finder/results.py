"""Find services: filter, count, order, page, and widen when nothing is found."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import reduce

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q

from portal.places.queries import KM_PER_MILE
from services_directory.choices import Facet
from services_directory.finder.coverage import covering, reachable
from services_directory.finder.facets import Filter
from services_directory.finder.ordering import ordered
from services_directory.finder.request import Ask
from services_directory.finder.words import Words, match
from services_directory.models import Service
from services_directory.models.querysets import ServiceQuerySet

PER_PAGE = 20
HELPLINES = 4
# What is let go first when nothing fits: details before the heart of the matter.
WIDEN = (
    "open_now", "miles", "language", "since", "cause", "died", "cost", "referral", "mode",
    "audience", "reach", "need", "text", "near",
)  # fmt: skip
# Needs of somebody who wants a voice at the other end.
LISTENING = ("advice-line", "bereavement", "mental-health")


@dataclass(frozen=True)
class Found:
    """A page of services. `ask` is what was answered; `relaxed` names what it left out."""

    ask: Ask
    page: Page
    counts: dict[str, dict[str, int]]
    relaxed: tuple[str, ...] = ()
    helplines: list[Service] = field(default_factory=list)

    @property
    def total(self) -> int:
        return self.page.paginator.count


def find(ask: Ask, filters: Sequence[Filter]) -> Found:
    """Return the services that fit; when none does, those that fit a wider request."""
    words = match(ask.text)
    answered, relaxed = _widen(ask, filters, words)
    words = words if answered.text else Words()
    counts = _counts(answered, filters, words)
    services = ordered(matching(answered, filters, words), answered, words)
    page = Paginator(services.with_parts(), PER_PAGE).get_page(ask.page)
    helplines = _helplines() if relaxed or not page.paginator.count else []
    return Found(answered, page, counts, relaxed, helplines)


def matching(
    ask: Ask, filters: Sequence[Filter], words: Words, *, leave_out: str = ""
) -> ServiceQuerySet:
    """Return the public services that fit; one filter may be left out, for its counts."""
    services = Service.objects.public().filter(words.condition)
    for each in filters:
        if each.key in ask.chosen and each.key != leave_out:
            services = services.filter(each.condition(ask.chosen[each.key]))
    if ask.place:
        services = services.filter(covering(ask.place))
    if ask.place and ask.miles:
        services = services.filter(reachable(ask.place, ask.miles * KM_PER_MILE))
    return services


def _counts(ask: Ask, filters: Sequence[Filter], words: Words) -> dict[str, dict[str, int]]:
    return {
        each.key: each.counts(matching(ask, filters, words, leave_out=each.key)) for each in filters
    }


def _widen(ask: Ask, filters: Sequence[Filter], words: Words) -> tuple[Ask, tuple[str, ...]]:
    """Let go of one thing, and if that is not enough, of one after another."""
    given = [name for name in WIDEN if ask.without(name) != ask]
    steps = [(name,) for name in given] + [tuple(given[:n]) for n in range(2, len(given) + 1)]
    for relaxed in ((), *steps):
        wider = reduce(Ask.without, relaxed, ask)
        if matching(wider, filters, words if wider.text else Words()).exists():
            return wider, relaxed
    return ask, ()


def _helplines() -> list[Service]:
    """National services that answer the phone: those open day and night, and broadest, first."""
    listening = Q(
        attributes__taxonomy_term__taxonomy__key=Facet.NEED,
        attributes__taxonomy_term__key__in=LISTENING,
    )
    helplines = Service.objects.public().filter(national=True, mode_phone=True)
    helplines = helplines.annotate(fits=Count("attributes", filter=listening, distinct=True))
    broadest = helplines.filter(fits__gt=0).order_by("-open_24_hours", "-fits", "name")
    return list(broadest.with_parts()[:HELPLINES])
