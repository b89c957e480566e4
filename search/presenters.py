"""Results as the search page shows them: labels, filters, chips and sentences."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import TextChoices
from django.http import QueryDict

from portal.vocabulary import Audience, Mode, Stage
from search.asked import FACETS, Asked
from search.documents import sources
from search.queries import Hit, Results

MOST_OPTIONS = 12
Words = Mapping[str, Mapping[str, str]]
_NONE: Words = {}
_CHOICES: Mapping[str, type[TextChoices]] = {"stage": Stage, "audience": Audience, "mode": Mode}


def vocabulary() -> Words:
    """Return what the rooms call the values of their facets: facet name -> value -> words."""
    found: dict[str, dict[str, str]] = {}
    for source in sources().values():
        for facet, words in source.words().items():
            found.setdefault(facet, {}).update(words)
    return found


def label(facet: str, value: str, words: Words = _NONE) -> str:
    """Return the words for a facet value; of an unknown one, its slug as words."""
    if value in words.get(facet, {}):
        return words[facet][value]
    if facet == "kind" and value in sources():
        return sources()[value].plural
    choices = _CHOICES.get(facet)
    if choices is not None and value in choices.values:
        return str(choices(value).label)
    return value.replace("-", " ").replace("_", " ").strip().capitalize() or value


def kind_label(kind: str) -> str:
    """Return what one thing of this kind is called."""
    return sources()[kind].label if kind in sources() else label("kind", kind)


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    count: int | None
    checked: bool


@dataclass(frozen=True)
class Group:
    name: str
    label: str
    options: list[Option]


def groups(asked: Asked, results: Results, words: Words = _NONE) -> list[Group]:
    """Return the filters of the page: values that exist, most frequent first, with counts."""
    found = [
        Group(name, title, _options(name, asked, results.facets.get(name, {}), words))
        for name, title in FACETS.items()
    ]
    return [group for group in found if group.options]


def _options(name: str, asked: Asked, counts: Mapping[str, int], words: Words) -> list[Option]:
    called = {value: label(name, value, words) for value in [*counts, *asked.facets.get(name, ())]}
    order = sorted(counts, key=lambda value: (-counts[value], called[value]))[:MOST_OPTIONS]
    wanted = set(asked.facets.get(name, ()))
    values = dict.fromkeys([*order, *asked.facets.get(name, ())])
    return [Option(v, called[v], counts.get(v, 0), v in wanted) for v in values]


@dataclass(frozen=True)
class Chip:
    label: str
    remove_url: str


def chips(asked: Asked, results: Results, words: Words = _NONE) -> list[Chip]:
    """Return each chosen filter, and the place in the words, with the address without it."""
    chosen = [(name, value) for name, values in asked.facets.items() for value in values]
    found = [
        Chip(label(name, value, words), address(asked, leave_out=(name, value)))
        for name, value in chosen
    ]
    if results.place is not None:
        without = address(asked, text=results.without_place)
        found.insert(0, Chip(f"Near {results.place.name}", without))
    return found


def address(
    asked: Asked,
    *,
    text: str | None = None,
    leave_out: tuple[str, str] | None = None,
    exact: bool = False,
) -> str:
    """Return the address of a search like this one, from its first page."""
    query = QueryDict(mutable=True)
    query["q"] = asked.text if text is None else text
    for name, values in asked.facets.items():
        query.setlist(name, [v for v in values if (name, v) != leave_out])
    if exact or not asked.correct:
        query["exact"] = "1"
    return f"?{query.urlencode()}"


def page_of(results: Results, per_page: int) -> Page:
    """Return the page of results as the pagination component reads it."""
    return Paginator(range(results.total), per_page).page(results.page)


def relaxed_words(results: Results) -> str:
    """Say which filters were left out because nothing fitted them, or nothing."""
    names = ["the place" if n == "place" else f"“{FACETS.get(n, n)}”" for n in results.relaxed]
    if not names:
        return ""
    listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    return f"Nothing fits all of your choices. These results leave out {listed}."


def count_words(results: Results) -> str:
    return "1 result" if results.total == 1 else f"{results.total:,} results"


def _unpromoted(results: Results) -> list[Hit]:
    """Leave out what stands above already, chosen by a person."""
    above = {row.url for row in results.promoted}
    return [hit for hit in results.hits if hit.url not in above]


def context(asked: Asked, results: Results, per_page: int) -> dict[str, Any]:
    """Return everything that the template shows."""
    words = vocabulary() if results.facets or asked.facets else _NONE
    return {
        "asked": asked,
        "results": results,
        "count_words": count_words(results),
        "groups": groups(asked, results, words),
        "keep": [("q", asked.text), *([] if asked.correct else [("exact", "1")])],
        "chips": chips(asked, results, words),
        "clear_url": address(Asked(asked.text, correct=asked.correct)) if asked.facets else "",
        "exact_url": address(asked, exact=True),
        "relaxed_words": relaxed_words(results),
        "page_obj": page_of(results, per_page),
        "rows": [(hit, kind_label(hit.kind)) for hit in _unpromoted(results)],
    }
