"""Which of our terms is meant by a feed's term, and which terms the feed adds to its own lists."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.text import slugify

from services_directory.imports.keys import our_key
from services_directory.imports.records import Json
from services_directory.models import Feed, ImportRun, Taxonomy, TaxonomyTerm

LONGEST_KEY = 50
MOST_LEVELS = 30


@dataclass
class Vocabulary:
    """All by our key of the feed's term or list.

    terms: the term here, be it ours or the feed's own. matched: those that are terms of ours.
    needed: lists of the feed's own, for not all of their terms are ours. slugs: their keys, and
    those of their terms. parents: what stands above a term in the same list.
    """

    terms: dict[UUID, UUID] = field(default_factory=dict)
    matched: dict[UUID, str] = field(default_factory=dict)
    needed: set[UUID] = field(default_factory=set)
    slugs: dict[UUID, str] = field(default_factory=dict)
    parents: dict[UUID, UUID] = field(default_factory=dict)


def vocabulary_of(run: ImportRun) -> Vocabulary:
    """Return what the terms of a run mean. Lists of terms are small; services are many."""
    made, feed = Vocabulary(), run.feed
    ours = _Ours(feed)
    lists = dict(run.rows.filter(kind="taxonomy").values_list("key", "data"))
    made.needed = set(Taxonomy.objects.filter(feed=feed).values_list("pk", flat=True))
    made.terms = {
        pk: pk
        for pk in TaxonomyTerm.objects.filter(taxonomy__feed=feed).values_list("pk", flat=True)
    }
    rows = run.rows.filter(kind="taxonomy_term").order_by("position")
    # One without a name is refused: nothing may stand under it.
    terms = [each for each in rows.values_list("key", "data") if each[1].get("name")]
    empty = {key for key, data in lists.items() if _listed(data) not in ours.lists}
    for key, data in terms:
        empty.discard(taxonomy_key(feed, data))
        _place(made, ours, key, data, lists, feed)
    made.needed |= empty
    _give_slugs(made, lists, terms, feed)
    _give_parents(made, terms, feed)
    return made


def _place(
    made: Vocabulary, ours: "_Ours", key: UUID, data: Json, lists: dict[UUID, Json], feed: Feed
) -> None:
    taxonomy = taxonomy_key(feed, data)
    if found := ours.find(key, data, lists.get(taxonomy, {})):
        made.terms[key], made.matched[key] = found
        return
    made.terms[key] = key
    made.needed.add(taxonomy)


def taxonomy_key(feed: Feed, data: Json) -> UUID:
    """Return our key of the list that a feed's term is in."""
    return our_key(feed.pk, "taxonomy", data.get("taxonomy_id") or "")


class _Ours:
    """The terms of the lists kept here, by all that a feed may know them by."""

    def __init__(self, feed: Feed) -> None:
        rows = TaxonomyTerm.objects.exclude(taxonomy__feed=feed).select_related("taxonomy")
        self.by_key: dict[UUID, TaxonomyTerm] = {}
        self.by_place: dict[tuple[str, str], TaxonomyTerm] = {}
        self.by_uri: dict[str, TaxonomyTerm] = {}
        self.by_eligibility: dict[str, TaxonomyTerm] = {}
        names: Counter[str] = Counter()
        self.lists = set(Taxonomy.objects.exclude(feed=feed).values_list("key", flat=True))
        self.by_name: dict[str, TaxonomyTerm] = {}
        for term in rows:
            self.by_key[term.pk] = term
            if term.taxonomy.feed_id is None:
                self._keep(term, names)
        self.by_name = {name: term for name, term in self.by_name.items() if names[name] == 1}

    def _keep(self, term: TaxonomyTerm, names: Counter[str]) -> None:
        name = _plain(term.name)
        for word in (term.key, name):
            self.by_place.setdefault((term.taxonomy.key, word), term)
        if term.term_uri:
            self.by_uri.setdefault(term.term_uri, term)
        if term.open_eligibility:
            self.by_eligibility.setdefault(term.open_eligibility, term)
        names[name] += 1
        self.by_name[name] = term

    def find(self, key: UUID, data: Json, taxonomy: Json) -> tuple[UUID, str] | None:
        """Return our term and its words, by key, place, address, Open Eligibility or name."""
        listed = _listed(taxonomy)
        name = _plain(data.get("name") or "")
        found = (
            self.by_key.get(key)
            or self.by_place.get((listed, str(data.get("code") or "")))
            or self.by_place.get((listed, name))
            or self.by_uri.get(data.get("term_uri") or "-")
            or self.by_eligibility.get(data.get("fd_open_eligibility") or "-")
            or self.by_name.get(name)
        )
        return (found.pk, str(found)) if found else None


@dataclass
class _Slugs:
    """Who holds which key: what is stored at first, then also what is given."""

    holders: dict[str, UUID] = field(default_factory=dict)

    def free(self, slug: str, key: UUID) -> str:
        """Return the wanted key when nobody else holds it, else one made from it."""
        if not slug or self.holders.get(slug, key) != key:
            slug = f"{slug[:40]}-{key.hex[:8]}".strip("-")
        self.holders[slug] = key
        return slug


def _give_slugs(
    made: Vocabulary, lists: dict[UUID, Json], terms: Iterable[tuple[UUID, Json]], feed: Feed
) -> None:
    """Give each list and term of the feed's own a key that no other has, staged or stored."""
    of_lists = _Slugs(dict(Taxonomy.objects.values_list("key", "pk")))
    for key in sorted(made.needed, key=str):
        made.slugs[key] = of_lists.free(_slug(lists.get(key, {}), "fd_key"), key)
    stored: dict[UUID, _Slugs] = defaultdict(_Slugs)
    own = TaxonomyTerm.objects.filter(taxonomy__feed=feed)
    for taxonomy, slug, pk in own.values_list("taxonomy_id", "key", "pk"):
        stored[taxonomy].holders[slug] = pk
    for key, data in terms:
        if made.terms.get(key) == key:
            made.slugs[key] = stored[taxonomy_key(feed, data)].free(_slug(data, "code"), key)


def _give_parents(made: Vocabulary, terms: Iterable[tuple[UUID, Json]], feed: Feed) -> None:
    """Note the term above each of the feed's own: not of another list, no ring or endless way."""
    lists = {}
    for key, data in terms:
        if made.terms.get(key) == key:
            lists[key] = taxonomy_key(feed, data)
            if data.get("parent_id"):
                made.parents[key] = our_key(feed.pk, "taxonomy_term", data["parent_id"])
    for key in list(made.parents):
        if lists.get(made.parents[key]) != lists[key] or _has_no_top(made.parents, key):
            del made.parents[key]


def _has_no_top(parents: dict[UUID, UUID], key: UUID) -> bool:
    """Say whether the way up leads back, or on for longer than people sort things."""
    above = parents.get(key)
    for _ in range(MOST_LEVELS):
        if above is None or above == key:
            break
        above = parents.get(above)
    return above is not None


def _slug(data: Json, name: str) -> str:
    return slugify(str(data.get(name) or data.get("name") or ""))[:LONGEST_KEY]


def _listed(taxonomy: Json) -> str:
    """Return the key by which a list of ours would be known."""
    return str(taxonomy.get("fd_key") or slugify(taxonomy.get("name") or ""))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
