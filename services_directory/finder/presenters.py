"""The finder's page in words: the total sentence, chips, filters with counts, what was relaxed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from search.documents import crisis_level
from services_directory.choices import Facet
from services_directory.finder.filters import Filter
from services_directory.finder.request import MILES, SORTS, Ask
from services_directory.finder.results import Found
from services_directory.finder.shortlist.presenters import in_words
from services_directory.finder.soonest import WORDS as SOONEST_WORDS
from services_directory.presenters.rows import Keep, ServiceRow, row

SHOWN_AT_ONCE = 7
# Asked only by some: behind one line until a choice is made.
FOLDED = {
    "died", "cause", "since", "faith", "feature", "hours", "wait", "age", "access", "language",
}  # fmt: skip
WAYS_ON = 8
# What a service is "for". All else that was asked for stands in brackets.
FOR = {Facet.NEED, Facet.AUDIENCE}
# Choices that say too little, or something else, without the name of their filter.
NAMED = {Facet.DIED, Facet.CAUSE, Facet.SINCE, "wait", "age"}
# Names of peoples, faiths and languages keep their capital.
_CAPITALS = {Facet.FAITH, "language"}
_FARTHER = "Help by phone, online or at your home is listed too, though it is based farther away."
_NAMES = {"text": "your words", "near": "the place", "miles": "the distance"}


@dataclass(frozen=True)
class Chip:
    label: str
    remove_url: str


@dataclass(frozen=True)
class Way:
    label: str
    url: str
    count: int


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
    """`ways`: needs to go on from when nothing was found. `carry`: the list, for addresses.

    `crisis`: how much danger the words may tell of, for search/crisis.html; "" for none.
    """

    ask: Ask
    crisis: str
    sentence: str
    title: str
    relaxed: str
    chips: list[Chip]
    groups: list[Group]
    rows: list[ServiceRow]
    helplines: list[ServiceRow]
    distances: list[tuple[str, str, bool]]
    sorts: list[tuple[str, str, bool]]
    order: str
    farther: str
    ways: list[Way]
    all_url: str
    carry: str
    on_list: str
    list_is_full: bool


def finder_page(ask: Ask, found: Found, filters: Sequence[Filter], at: datetime) -> FinderPage:
    """Return the page for what was asked and found; `at` decides what is open now."""
    return FinderPage(
        ask=ask,
        crisis=crisis_level(ask.text),
        sentence=_heading(found, filters),
        title=sentence(found.total, found.ask, filters, short=True),
        relaxed=_relaxed(ask, found.relaxed, filters),
        chips=_chips(ask, filters),
        groups=[_group(each, ask, found.counts[each.key]) for each in filters],
        rows=[
            keepable(row(service, at, found.ask.place), ask, found.page.number)
            for service in found.page
        ],
        helplines=[row(service, at) for service in found.helplines],
        distances=_distances(ask),
        sorts=[(value, label, value == ask.sort) for value, label in SORTS.items()],
        order=SOONEST_WORDS if ask.sort == "soonest" else "",
        farther=_FARTHER if found.ask.miles and not found.ask.wants_a_place else "",
        ways=_ways(ask, found, filters),
        all_url=found.ask.query() if found.available else "",
        carry=ask.shortlist.query,
        on_list=in_words(len(ask.shortlist)) if ask.shortlist.keys else "",
        list_is_full=ask.shortlist.is_full,
    )


def keepable(shown: ServiceRow, ask: Ask, page: int) -> ServiceRow:
    """Return the row with the way to put it on the visitor's list, or to take it off."""
    key = UUID(shown.id)
    kept = key in ask.shortlist.keys
    if ask.shortlist.is_full and not kept:
        return shown
    changed = ask.shortlist.without(key) if kept else ask.shortlist.added(key)
    url = replace(ask, shortlist=changed).query(page) + f"#service-{shown.id}"
    return replace(shown, keep=Keep(url, kept))


def _heading(found: Found, filters: Sequence[Filter]) -> str:
    if found.available and found.available > found.total:
        return f"The first {found.total} of {sentence(found.available, found.ask, filters)}"
    return sentence(found.total, found.ask, filters)


def _ways(ask: Ask, found: Found, filters: Sequence[Filter]) -> list[Way]:
    """Return the needs that most services answer, when nothing at all was found."""
    needs = next((each for each in filters if each.key == Facet.NEED), None)
    if found.total or needs is None:
        return []
    counts = found.counts[needs.key]
    fullest = sorted(needs.options, key=lambda option: -counts[option.value])[:WAYS_ON]
    start = Ask(near=ask.near, place=ask.place, shortlist=ask.shortlist)
    return [
        Way(o.label, replace(start, chosen={needs.key: (o.value,)}).query(), counts[o.value])
        for o in fullest
        if counts[o.value]
    ]


def sentence(total: int, ask: Ask, filters: Sequence[Filter], *, short: bool = False) -> str:
    """Return "23 services for bereavement groups near WY3 1AB (who died: parent; free)"."""
    number = "No services" if not total else f"{total} service{'' if total == 1 else 's'}"
    wanted = [f"“{ask.text}”"] if ask.text else []
    chosen = _chosen(ask, filters)
    wanted += [_in_a_sentence(label) for key, _, label in chosen if key in FOR]
    rest = "; ".join(_in_brackets(key, label) for key, _, label in chosen if key not in FOR)
    words = f" for {', '.join(wanted[:2] if short else wanted)}" if wanted else ""
    place = f" near {ask.place.name}" if ask.place else ""
    miles = f", within {_miles(ask.miles)}" if ask.miles and not short else ""
    return f"{number}{words}{place}{miles}{f' ({rest})' if rest and not short else ''}"


def _in_brackets(key: str, label: str) -> str:
    return label if key in _CAPITALS else _in_a_sentence(label)


def _in_a_sentence(label: str) -> str:
    """Lower the first letter, save in names (LGBT+ people, Gypsies and Travellers)."""
    names = any(letter.isupper() for letter in label[1:])
    return label if names else label[0].lower() + label[1:]


def _chosen(ask: Ask, filters: Sequence[Filter]) -> list[tuple[str, str, str]]:
    return [
        (each.key, value, _label(each, value))
        for each in filters
        for value in ask.chosen.get(each.key, ())
    ]


def _label(each: Filter, value: str) -> str:
    """Return the words of a choice that stands outside its filter: "Who died: parent"."""
    label = each.label_of(value)
    return f"{each.label}: {_in_a_sentence(label)}" if each.key in NAMED else label


def _chips(ask: Ask, filters: Sequence[Filter]) -> list[Chip]:
    chips = [Chip(f"“{ask.text}”", ask.without("text").query())] if ask.text else []
    if ask.place:
        chips.append(Chip(f"Near {ask.place.name}", ask.without("near").query()))
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


def _relaxed(ask: Ask, names: Sequence[str], filters: Sequence[Filter]) -> str:
    """Return what was let go, as it was asked for: “Open now”, the distance, “Polish”."""
    said: dict[str, str] = {}
    for key, _, label in _chosen(ask, filters):
        said[key] = f"{said[key]} or “{label}”" if key in said else f"“{label}”"
    return ", ".join(said.get(name) or _NAMES[name] for name in names)


def _distances(ask: Ask) -> list[tuple[str, str, bool]]:
    known = sorted({*MILES, ask.miles} if ask.miles else MILES)
    far = [(str(miles), f"Within {_miles(miles)}", miles == ask.miles) for miles in known]
    return [("", "Any distance", not ask.miles), *far]


def _miles(miles: int) -> str:
    return "1 mile" if miles == 1 else f"{miles} miles"
