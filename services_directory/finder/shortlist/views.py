"""The public list and the pack that it prints as."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from services_directory.finder.helplines import helplines
from services_directory.finder.shortlist.pack import LARGE, pack
from services_directory.finder.shortlist.presenters import shortlist_page
from services_directory.finder.shortlist.queries import full_services_of, services_of
from services_directory.finder.shortlist.shortlist import read


@require_safe
def shortlist(request: HttpRequest) -> HttpResponse:
    """Show the list that the address holds, with ways to order, print and send it."""
    asked = read(request.GET)
    page = shortlist_page(
        asked, services_of(asked), timezone.localtime(), request.build_absolute_uri
    )
    return render(request, "services_directory/shortlist.html", {"page": page})


@require_safe
def public_pack(request: HttpRequest) -> HttpResponse:
    """Show the list for printing; `size=large` in large print."""
    asked = read(request.GET)
    shown = pack(
        asked,
        full_services_of(asked),
        helplines(),
        timezone.localtime(),
        request.build_absolute_uri,
        is_large=request.GET.get("size") == LARGE,
    )
    return render(request, "services_directory/pack.html", {"pack": shown})
