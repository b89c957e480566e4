"""The endpoints of Open Referral UK 3.0 and the page that documents them."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from portal.places.attribution import attribution_lines
from services_directory.open_data import queries
from services_directory.open_data.answers import key_or_404, listing, one, open_data
from services_directory.open_data.documentation import ENDPOINTS, PARAMETERS
from services_directory.open_data.parameters import Asked, read
from services_directory.open_data.serialisers import organizations as bodies
from services_directory.open_data.serialisers import services as whole
from services_directory.open_data.serialisers import taxonomies as words
from services_directory.open_data.serialisers.values import Json

DETAILS = {
    "version": "HSDS-UK-3.0",
    "profile": "https://github.com/OpenReferralUK/uk-profile/blob/main/docs/index.md",
    "openapi_url": "https://openreferraluk.org/specifications/3.0/openapi.json",
}

# The standard knows `minimal` of services alone. It takes the limit of a page away, so that it must
# not be heard where whole objects are written.
NOT_MINIMAL = {"minimal": "false"}


@require_safe
def documentation(request: HttpRequest) -> HttpResponse:
    """Tell data users what there is, under which licence and how to ask for it."""
    context = {
        "root": request.build_absolute_uri(reverse("open_data_root")),
        "endpoints": ENDPOINTS,
        "parameters": PARAMETERS,
        "postcode_sources": attribution_lines(),
    }
    return render(request, "services_directory/open_data.html", context)


@open_data
def details(request: HttpRequest) -> HttpResponseBase:
    return JsonResponse(DETAILS)


@open_data
def services(request: HttpRequest) -> HttpResponseBase:
    asked = read(request.GET)
    serialise = whole.service_full if asked.full else whole.service_item
    found = queries.services(asked)
    return listing(asked, found, whole.service_minimal if asked.minimal else serialise)


@open_data
def service(request: HttpRequest, key: str) -> HttpResponseBase:
    return one(queries.service(key_or_404(key)), whole.service_full)


@open_data
def service_at_locations(request: HttpRequest) -> HttpResponseBase:
    asked = read(request.GET, **NOT_MINIMAL)
    full, item = whole.service_at_location_full, whole.service_at_location_item
    return listing(asked, queries.service_at_locations(asked), full if asked.full else item)


@open_data
def service_at_location(request: HttpRequest, key: str) -> HttpResponseBase:
    row = queries.service_at_location(key_or_404(key))
    return one(row, whole.service_at_location_full)


@open_data
def organizations(request: HttpRequest) -> HttpResponseBase:
    asked = read(request.GET, **NOT_MINIMAL)
    return listing(asked, queries.organizations(asked), lambda row: _organization(row, asked))


@open_data
def organization(request: HttpRequest, key: str) -> HttpResponseBase:
    """One organization with its services: their keys and names, or whole by `full_service`."""
    asked = read(
        QueryDict(),
        full="true",
        full_service=request.GET.get("full_service", ""),
        organization_id=str(key_or_404(key)),
    )
    row = next(queries.organizations(asked).read(0, 1), None)
    return one(row, lambda row: _organization(row, asked))


@open_data
def taxonomies(request: HttpRequest) -> HttpResponseBase:
    asked = read(request.GET, **NOT_MINIMAL)
    return listing(asked, queries.taxonomies(asked), words.taxonomy_item)


@open_data
def taxonomy(request: HttpRequest, key: str) -> HttpResponseBase:
    return one(queries.taxonomy(key_or_404(key)), words.taxonomy_full)


@open_data
def taxonomy_terms(request: HttpRequest) -> HttpResponseBase:
    asked = read(request.GET, **NOT_MINIMAL)
    return listing(asked, queries.taxonomy_terms(asked), words.taxonomy_term)


@open_data
def taxonomy_term(request: HttpRequest, key: str) -> HttpResponseBase:
    return one(queries.all_terms().filter(pk=key_or_404(key)).first(), words.taxonomy_term)


@open_data
def nothing(request: HttpRequest) -> HttpResponseBase:
    raise Http404


def _organization(row: Any, asked: Asked) -> Json:
    if not (asked.full or asked.full_service):
        return bodies.organization_item(row)
    nested = whole.service_full if asked.full_service else whole.service_named
    services = [nested(each) for each in row.services]
    return bodies.organization_full(row.organization, row.identifiers) | {"services": services}
