"""In what order services are listed."""

from django.db.models import Case, F, IntegerField, Q, Value, When

from portal.places.queries import KM_PER_MILE, Place
from services_directory.finder.coverage import NEAR_MILES, covers, nearest, within
from services_directory.finder.request import Ask
from services_directory.finder.words import Words
from services_directory.models.querysets import ServiceQuerySet

# A helpline for the whole nation must fit the words better by this many ranks to stand above a
# service from here.
NATIONAL_HANDICAP = 5


def ordered(services: ServiceQuerySet, ask: Ask, words: Words) -> ServiceQuerySet:
    """Return the services in the order asked for; ties fall by name, then by key."""
    services = services.annotate(far=_far(ask.place))
    if ask.place:
        services = services.annotate(square=nearest(ask.place))
    distance = [F("square").asc(nulls_last=True)] if ask.place else []
    if ask.sort == "name":
        return services.order_by("name", "pk")
    if ask.sort == "nearest":
        return services.order_by(*distance, "far", "name", "pk")
    if words.ranks:
        rank = _rank(words) + F("far") * NATIONAL_HANDICAP
        return services.order_by(rank, *distance, "name", "pk")
    return services.order_by("far", *distance, "name", "pk")


def _far(place: Place | None) -> Case:
    """0 for services from here, 1 for the rest."""
    here = Q(national=False)
    if place:
        here &= covers(place) | Q(within(place, NEAR_MILES * KM_PER_MILE))
    return Case(When(here, then=Value(0)), default=Value(1), output_field=IntegerField())


def _rank(words: Words) -> Case:
    whens = [When(pk=pk, then=Value(rank)) for pk, rank in words.ranks.items()]
    return Case(*whens, default=Value(len(whens)), output_field=IntegerField())
