"""The finder's page in words: the total sentence, chips, filters with counts, what was relaxed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from services_directory.finder.facets import Filter
from services_directory.finder.request import MILES, SORTS, Ask
from services_directory.finder.results import Found
from services_directory.presenters.rows import ServiceRow, row

SHOWN_AT_ONCE = 7
# Asked only by some: behind one line until a choice is made.
FOLDED = {"died", "cause", "since", "language"}
_NAMES = {"text": "your words", "near": "the place", "miles": "the distance"}


@dataclass(frozen=True)
class Chip:
    label: str
    remove_url: str


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    count: int
    checked: bool


@dataclass(frozen=True)
class Group:
    """Choices of one filter: those shown at once, and those behind "More"."""

    name: str
    label: str
    options: list[Choice]
    more: list[Choice]


@dataclass(frozen=True)
class FinderPage:
    ask: Ask
    sentence: str
    title: str
    relaxed: str
    chips: list[Chip]
    groups: list[Group]
    rows: list[ServiceRow]
    helplines: list[ServiceRow]
    distances: list[tuple[str, str, bool]]
    sorts: list[tuple[str, str, bool]]


def finder_page(ask: Ask, found: Found, filters: Sequence[Filter], at: datetime) -> FinderPage:
    """Return the page for what was asked and found; `at` decides what is open now."""
    return FinderPage(
        ask=ask,
        sentence=sentence(found.total, found.ask, filters),
        title=sentence(found.total, found.ask, filters, short=True),
        relaxed=_relaxed(found.relaxed, filters),
        chips=_chips(ask, filters),
        groups=[_group(each, ask, found.counts[each.key]) for each in filters],
        rows=[row(service, at, found.ask.place) for service in found.page],
        helplines=[row(service, at) for service in found.helplines],
        distances=_distances(ask),
        sorts=[(value, label, value == ask.sort) for value, label in SORTS.items()],
    )


def sentence(total: int, ask: Ask, filters: Sequence[Filter], *, short: bool = False) -> str:
    """Return "23 services for bereavement groups, children near WY3 1AB"."""
    number = "No services" if not total else f"{total} service{'' if total == 1 else 's'}"
    wanted = [f"“{ask.text}”"] if ask.text else []
    wanted += [_in_a_sentence(label) for _, _, label in _chosen(ask, filters)]
    words = f" for {', '.join(wanted[:2] if short else wanted)}" if wanted else ""
    place = f" near {ask.place.name}" if ask.place else ""
    miles = f", within {_miles(ask.miles)}" if ask.miles and not short else ""
    return f"{number}{words}{place}{miles}"


def _in_a_sentence(label: str) -> str:
    """Lower the first letter, save in names (LGBT+ people, Gypsies and Travellers)."""
    names = any(letter.isupper() for letter in label[1:])
    return label if names else label[0].lower() + label[1:]


def _chosen(ask: Ask, filters: Sequence[Filter]) -> list[tuple[str, str, str]]:
    return [
        (each.key, value, each.label_of(value))
        for each in filters
        for value in ask.chosen.get(each.key, ())
    ]


def _chips(ask: Ask, filters: Sequence[Filter]) -> list[Chip]:
    chips = [Chip(f"“{ask.text}”", ask.without("text").query())] if ask.text else []
    if ask.near:
        name = ask.place.name if ask.place else ask.near
        chips.append(Chip(f"Near {name}", ask.without("near").query()))
    if ask.miles:
        chips.append(Chip(f"Within {_miles(ask.miles)}", ask.without("miles").query()))
    return chips + [
        Chip(label, ask.without(key, value).query()) for key, value, label in _chosen(ask, filters)
    ]


def _group(each: Filter, ask: Ask, counts: dict[str, int]) -> Group:
    """Choices that would find nothing are left out, unless they were made."""
    chosen = ask.chosen.get(each.key, ())
    choices = [
        Choice(option.value, option.label, counts[option.value], option.value in chosen)
        for option in each.options
        if option.value in chosen or (counts[option.value] and option.value != each.for_all)
    ]
    first = _shown_first(each.key, choices)
    return Group(
        each.key,
        each.label,
        [choice for choice in choices if choice.value in first],
        [choice for choice in choices if choice.value not in first],
    )


def _shown_first(key: str, choices: list[Choice]) -> set[str]:
    """Return the values shown at once: those chosen, and the fullest unless the group is folded."""
    chosen = {choice.value for choice in choices if choice.checked}
    if key in FOLDED:
        return chosen
    if len(choices) <= SHOWN_AT_ONCE + 1:
        return {choice.value for choice in choices}
    fullest = sorted(choices, key=lambda choice: -choice.count)[:SHOWN_AT_ONCE]
    return chosen | {choice.value for choice in fullest}


def _relaxed(names: Sequence[str], filters: Sequence[Filter]) -> str:
    labels = {**_NAMES, **{each.key: f"“{each.label}”" for each in filters}}
    return ", ".join(labels[name] for name in names)


def _distances(ask: Ask) -> list[tuple[str, str, bool]]:
    known = sorted({*MILES, ask.miles} if ask.miles else MILES)
    far = [(str(miles), f"Within {_miles(miles)}", miles == ask.miles) for miles in known]
    return [("", "Any distance", not ask.miles), *far]


def _miles(miles: int) -> str:
    return "1 mile" if miles == 1 else f"{miles} miles"
