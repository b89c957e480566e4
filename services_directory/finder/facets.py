"""What the finder narrows by: terms of taxonomies and plain facts of a service."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from portal.vocabulary import Mode
from services_directory import languages
from services_directory.choices import Cost, Facet, ReferralRoute
from services_directory.finder.open_now import open_at
from services_directory.models import Attribute, Language, Service, TaxonomyTerm

# A service for anyone is also one for those whose partner died.
FOR_ALL = {Facet.DIED: "anyone", Facet.CAUSE: "any", Facet.SINCE: "any"}
LOCAL, NATIONAL = "local", "national"


@dataclass(frozen=True)
class Option:
    """One choice. `terms`: any of them will do. `condition`: on Service, for plain facts."""

    value: str
    label: str
    terms: tuple[UUID, ...] = ()
    condition: Q = field(default_factory=Q)


@dataclass(frozen=True)
class Filter:
    """Choices of one kind; a service must fit one of those chosen.

    `for_all`: the choice that every other one includes, so that nobody need make it.
    """

    key: str
    label: str
    options: tuple[Option, ...]
    of_terms: bool = False
    for_all: str = ""

    def condition(self, values: Collection[str]) -> Q:
        """Return the condition on Service for the chosen values."""
        chosen = [option for option in self.options if option.value in values]
        if not self.of_terms:
            return reduce(or_, (option.condition for option in chosen), Q())
        terms = {term for option in chosen for term in option.terms}
        return Q(Exists(Attribute.objects.filter(service=OuterRef("pk"), taxonomy_term__in=terms)))

    def counts(self, services: QuerySet[Service]) -> dict[str, int]:
        """Return how many of the services fit each choice, in one query."""
        found = services.order_by().aggregate(
            **{f"n{index}": self._count(option) for index, option in enumerate(self.options)}
        )
        return {option.value: found[f"n{index}"] for index, option in enumerate(self.options)}

    def _count(self, option: Option) -> Count:
        if not self.of_terms:
            return Count("pk", filter=option.condition)
        fits = Q(attributes__taxonomy_term__in=option.terms)
        return Count("pk", filter=fits, distinct=True)

    def label_of(self, value: str) -> str:
        return next(option.label for option in self.options if option.value == value)


def all_filters(at: datetime) -> tuple[Filter, ...]:
    """Return every filter in the order of the page; those without a choice are left out."""
    terms = list(TaxonomyTerm.objects.filter(taxonomy__key__in=Facet).select_related("taxonomy"))
    filters = [*(_of_terms(facet, terms) for facet in Facet), *_of_facts(at)]
    return tuple(each for each in filters if each.options)


def _of_terms(facet: Facet, terms: Iterable[TaxonomyTerm]) -> Filter:
    own = sorted((t for t in terms if t.taxonomy.key == facet), key=lambda t: t.sort_order)
    for_all = tuple(term.pk for term in own if term.key == FOR_ALL.get(facet))
    options = tuple(
        Option(term.key, term.name, tuple({*_with_children(term, own), *for_all})) for term in own
    )
    label, for_all_key = str(facet.label), FOR_ALL.get(facet, "")
    return Filter(facet.value, label, options, of_terms=True, for_all=for_all_key)


def _with_children(term: TaxonomyTerm, terms: list[TaxonomyTerm]) -> tuple[UUID, ...]:
    found = {term.pk}
    while new := {t.pk for t in terms if t.parent_id in found} - found:
        found |= new
    return tuple(found)


def _of_facts(at: datetime) -> list[Filter]:
    spoken = Language.objects.order_by("code").values_list("code", flat=True).distinct()
    return [
        _choices("mode", "How", Mode, "mode_"),
        Filter("cost", "Cost", tuple(Option(c, c.label, condition=Q(cost=c)) for c in Cost)),
        _choices("referral", "Who can ask", ReferralRoute, "referral_"),
        Filter("open_now", "When", (Option("yes", "Open now", condition=open_at(at)),)),
        Filter(
            "reach",
            "Where it works",
            (
                Option(LOCAL, "Local services", condition=Q(national=False)),
                Option(NATIONAL, "National services", condition=Q(national=True)),
            ),
        ),
        Filter("language", "Language", tuple(_language(code) for code in spoken)),
    ]


def _choices(
    key: str, label: str, choices: type[Mode] | type[ReferralRoute], prefix: str
) -> Filter:
    return Filter(
        key,
        label,
        tuple(
            Option(c.value, str(c.label), condition=Q(**{prefix + c.value: True})) for c in choices
        ),
    )


def _language(code: str) -> Option:
    speaks = Exists(Language.objects.filter(service=OuterRef("pk"), code=code))
    return Option(code, languages.name_of(code), condition=Q(speaks))
