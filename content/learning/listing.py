"""One page of the catalogue, as asked for by an address."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.urls import reverse
from django.utils.timezone import localtime

from content.learning.catalogue import Entry, chosen_by, counts, narrow, soonest_first
from content.learning.filters import Filters, Options, read_filters
from content.learning.presenters import OfferingRow, offering_row
from content.learning.queries import Catalogue, catalogue, found_by_words, offerings
from portal.design.templatetags.design import short_date

PER_PAGE = 20
FACETS = {
    "free": "Cost",
    "audience": "Who it is for",
    "kind": "Type",
    "mode": "How you attend",
    "stage": "Stage of care",
    "tier": "Level",
    "subject": "Subject in a framework",
    "provider": "Provided by",
}
# Long lists: one value is picked from a select.
PICKED = ("subject", "provider")
Pairs = list[tuple[str, str]]


@dataclass(frozen=True)
class Listing:
    """total: how many were found; page: those shown, as rows; groups and chips: as components."""

    filters: Filters
    total: int
    page: Page
    rows: list[OfferingRow]
    groups: list[dict[str, Any]]
    chips: list[dict[str, str]]
    calendar_url: str

    @property
    def date_errors(self) -> list[dict[str, str]]:
        """What to put right in the range of dates, as components/error_summary.html takes it."""
        boxes = [("from", self.filters.first), ("to", self.filters.last)]
        return [{"href": f"#filter-{name}", "text": b.error} for name, b in boxes if b.error]


def listing(query: QueryDict) -> Listing:
    """Return the page of the catalogue that the address asks for."""
    whole = catalogue()
    filters = read_filters(query, whole.options)
    in_range, found = find(whole, filters)
    page = Paginator(found, PER_PAGE).get_page(query.get("page"))
    shown: list[Any] = offerings([entry.pk for entry in page])
    return Listing(
        filters=filters,
        total=len(found),
        page=page,
        rows=[offering_row(each, _in_range(each.coming, filters)) for each in shown],
        groups=_groups(in_range, filters, whole.options),
        chips=_chips(filters, whole.options),
        calendar_url=_address("learning_calendar", pairs(filters)),
    )


def find(whole: Catalogue, filters: Filters) -> tuple[list[Entry], list[Entry]]:
    """Return the entries that words and dates leave, and of these the ones chosen, in order."""
    ranked = found_by_words(filters.words)
    in_range = narrow(
        whole.entries, first=filters.first.day, last=filters.last.day, pks=_as_set(ranked)
    )
    found = chosen_by(in_range, filters.chosen)
    if ranked is None:
        return in_range, soonest_first(found, filters.first.day)
    place = {pk: number for number, pk in enumerate(ranked)}
    return in_range, sorted(found, key=lambda entry: place[entry.pk])


def without_dates(filters: Filters) -> Filters:
    """Return the filters without their range: a feed must also tell of dates that are off."""
    return replace(filters, first=type(filters.first)(), last=type(filters.last)())


def pairs(filters: Filters, but: tuple[str, str] | None = None) -> Pairs:
    """Return the parameters of the address for the filters, leaving one out."""
    kept = [("q", filters.words), ("from", filters.first.typed), ("to", filters.last.typed)]
    for facet, values in filters.chosen.items():
        kept += [(facet, value) for value in sorted(values)]
    return [pair for pair in kept if pair[1] and pair != but]


def _as_set(ranked: list[int] | None) -> frozenset[int] | None:
    return None if ranked is None else frozenset(ranked)


def _in_range(coming: Iterable[Any], filters: Filters) -> list[Any]:
    """Of the coming dates those asked for, so that a row names a date inside the range."""
    first, last = filters.first.day or date.min, filters.last.day or date.max
    return [each for each in coming if first <= localtime(each.starts).date() <= last]


def _groups(entries: list[Entry], filters: Filters, options: Options) -> list[dict[str, Any]]:
    groups = []
    for facet, label in FACETS.items():
        options_shown = _options_shown(entries, filters, facet, options[facet])
        if options_shown:
            select = facet in PICKED
            groups.append(
                {"name": facet, "label": label, "options": options_shown, "select": select}
            )
    return groups


def _options_shown(
    entries: list[Entry], filters: Filters, facet: str, known: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Return the values that would find something, and those chosen."""
    chosen, number = filters.chosen.get(facet, ()), counts(entries, filters.chosen, facet)
    return [
        {"value": value, "label": label, "count": number[value], "checked": value in chosen}
        for value, label in known.items()
        if number[value] or value in chosen
    ]


def _chips(filters: Filters, options: Options) -> list[dict[str, str]]:
    chips = [(label, pair) for label, pair in _typed_chips(filters) if label]
    for facet, values in filters.chosen.items():
        chips += [(options[facet][value], (facet, value)) for value in sorted(values)]
    return [
        {"label": label, "remove_url": _address("learning", pairs(filters, but=pair))}
        for label, pair in chips
    ]


def _typed_chips(filters: Filters) -> list[tuple[str, tuple[str, str]]]:
    first, last = filters.first, filters.last
    return [
        (f"“{filters.words}”" if filters.words else "", ("q", filters.words)),
        (f"From {short_date(first.day)}" if first.day else "", ("from", first.typed)),
        (f"Until {short_date(last.day)}" if last.day else "", ("to", last.typed)),
    ]


def _address(name: str, parameters: Pairs) -> str:
    query = urlencode(parameters)
    return f"{reverse(name)}?{query}" if query else reverse(name)
