"""The public finder and the entry page."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.hours.calendars import CALENDAR_TYPE
from services_directory.assurance.hidden import hidden_or_missing
from services_directory.finder.facets import all_filters
from services_directory.finder.presenters import finder_page
from services_directory.finder.request import read
from services_directory.finder.results import find
from services_directory.finder.sessions import sessions_calendar
from services_directory.finder.shortlist.keeping import keeping_of
from services_directory.finder.shortlist.shortlist import read as read_list
from services_directory.models import Service
from services_directory.presenters.entry import entry


@require_safe
def services(request: HttpRequest) -> HttpResponse:
    """List services by words, need, person, place and way; nonsense is named and left out."""
    return render(request, "services_directory/services.html", finder_context(request))


@require_safe
def service_detail(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show one service; 404 unless it is public, with ways forward when it is hidden."""
    service = Service.objects.public().with_everything().filter(pk=pk).first()
    if service is None:
        return hidden_or_missing(request, pk)
    shown = entry(service)
    keeping = keeping_of(shown, read_list(request.GET), request.build_absolute_uri)
    context = {"entry": shown, "keeping": keeping}
    return render(request, "services_directory/service_detail.html", context)


@require_safe
def service_sessions(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give the sessions as a calendar file; 404 for a service without times of its own."""
    service = Service.objects.public().with_everything().filter(pk=pk).first()
    if service is None or not service.schedules.all():
        raise Http404("There is no public service with this key that has times.")
    content = sessions_calendar(service, timezone.localdate(), request.build_absolute_uri)
    response = HttpResponse(content, content_type=CALENDAR_TYPE)
    response["Content-Disposition"] = 'attachment; filename="sessions.ics"'
    response["Cache-Control"] = "public, max-age=900"
    return response


def finder_context(request: HttpRequest) -> dict[str, object]:
    """Return what the finder's templates need: `finder` and `page_obj`."""
    at = timezone.localtime()
    filters = all_filters(at)
    ask = read(request.GET, filters)
    found = find(ask, filters, at)
    return {"finder": finder_page(ask, found, filters, at), "page_obj": found.page}
