"""The public finder and the entry page."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from services_directory.finder.facets import all_filters
from services_directory.finder.presenters import finder_page
from services_directory.finder.request import read
from services_directory.finder.results import find
from services_directory.models import Service
from services_directory.presenters.entry import entry


@require_safe
def services(request: HttpRequest) -> HttpResponse:
    """List services by words, need, person, place and way; nonsense is named and left out."""
    return render(request, "services_directory/services.html", finder_context(request))


@require_safe
def service_detail(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show one service; 404 unless it is public."""
    service = Service.objects.public().with_everything().filter(pk=pk).first()
    if service is None:
        raise Http404("There is no public service with this key.")
    return render(request, "services_directory/service_detail.html", {"entry": entry(service)})


def finder_context(request: HttpRequest) -> dict[str, object]:
    """Return what the finder's templates need: `finder` and `page_obj`."""
    at = timezone.localtime()
    filters = all_filters(at)
    ask = read(request.GET, filters)
    found = find(ask, filters)
    return {"finder": finder_page(ask, found, filters, at), "page_obj": found.page}
