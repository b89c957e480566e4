"""The learning catalogue: open to everyone, nothing to sign in to, nothing remembered."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import conditional_page, require_safe

from content.learning.calendars import calendar
from content.learning.filters import read_filters
from content.learning.listing import find, listing, without_dates
from content.learning.models import LearningSession
from content.learning.models.words import Learner
from content.learning.presenters import offering_page
from content.learning.queries import catalogue, published, sessions_for_feed, sessions_of

CALENDAR_TYPE = "text/calendar; charset=utf-8"


@require_safe
def learning(request: HttpRequest) -> HttpResponse:
    found = listing(request.GET)
    calendar_url = request.build_absolute_uri(found.calendar_url)
    context = {
        "listing": found,
        "breadcrumb": [("Home", "/")],
        "clear_url": request.path,
        "public_url": f"{request.path}?audience={Learner.PUBLIC}",
        "calendar_url": calendar_url,
        "subscribe_url": "webcal:" + calendar_url.partition(":")[2],
    }
    return render(request, "learning/list.html", context)


@require_safe
def learning_offering(request: HttpRequest, slug: str) -> HttpResponse:
    offering = get_object_or_404(published(), slug=slug)
    page = offering_page(offering, sessions_of(offering))
    return render(request, "learning/offering.html", {"page": page})


@require_safe
def learning_session_ics(request: HttpRequest, slug: str, uid: UUID) -> HttpResponse:
    session = get_object_or_404(
        LearningSession.objects.select_related("offering"),
        uid=uid,
        offering__slug=slug,
        offering__live=True,
    )
    return _file(request, [session], session.offering.title, f"{slug}.ics")


@conditional_page
@require_safe
def learning_offering_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    offering = get_object_or_404(published(), slug=slug)
    return _file(request, sessions_for_feed([offering.pk]), offering.title)


@conditional_page
@require_safe
def learning_calendar(request: HttpRequest) -> HttpResponse:
    """A feed to subscribe to. It takes the filters of the list."""
    whole = catalogue()
    filters = read_filters(request.GET, whole.options)
    _, found = find(whole, without_dates(filters))
    sessions = sessions_for_feed([entry.pk for entry in found], filters.first.day, filters.last.day)
    return _file(request, sessions, "Learning about end of life care")


def _file(
    request: HttpRequest, sessions: list[LearningSession], name: str, filename: str = ""
) -> HttpResponse:
    content = calendar(sessions, name, request.build_absolute_uri)
    response = HttpResponse(content, content_type=CALENDAR_TYPE)
    response["Cache-Control"] = "public, max-age=900"
    if filename:
        response["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response
