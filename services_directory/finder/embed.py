"""A page of results for a frame in a partner's own site: no cookie, no script, no header.

It alone may be framed. Its links open the full site in place of the partner's page.
"""

from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from search.documents import crisis_level
from services_directory.choices import Facet
from services_directory.finder.facets import all_filters
from services_directory.finder.presenters import sentence
from services_directory.finder.request import read
from services_directory.finder.results import find
from services_directory.presenters.rows import row

MOST = 10
_FRAME = (
    '<iframe src="{}" title="Services for care and support" width="100%" height="700"'
    ' loading="lazy" referrerpolicy="no-referrer"></iframe>'
)


@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
def embedded(request: HttpRequest) -> HttpResponse:
    """Show the first ten services for a question, for a frame in any site."""
    at = timezone.localtime()
    filters = all_filters(at)
    ask = read(request.GET, filters)
    found = find(ask, filters, at, count=False)
    context = {
        "ask": ask,
        "crisis": crisis_level(ask.text),
        "sentence": sentence(found.available or found.total, found.ask, filters),
        "rows": [row(service, at, found.ask.place) for service in found.page.object_list[:MOST]],
        "helplines": [row(service, at) for service in found.helplines],
        "relaxed": bool(found.relaxed),
        "all_url": reverse("services") + found.ask.query(),
    }
    return render(request, "services_directory/embed.html", context)


@require_safe
def embed_help(request: HttpRequest) -> HttpResponse:
    """Say how to show services in another site, with the lines to copy."""
    filters = all_filters(timezone.localtime())
    ask = read(request.GET, filters)
    path = reverse("embed") + ask.query()
    context = {
        "ask": ask,
        "needs": next((each.options for each in filters if each.key == Facet.NEED), ()),
        "chosen": next(iter(ask.chosen.get(Facet.NEED, ())), ""),
        "preview_url": path,
        "snippet": _FRAME.format(escape(request.build_absolute_uri(path))),  # shown, not framed
    }
    return render(request, "services_directory/embed_help.html", context)
