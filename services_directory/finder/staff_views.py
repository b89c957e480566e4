"""The same finder for staff, with what is for staff alone on the entry."""

from uuid import UUID

from django.contrib.auth.decorators import login_required, permission_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.admin.admin_url_finder import AdminURLFinder

from services_directory.finder.shortlist.keeping import keeping_of
from services_directory.finder.shortlist.shortlist import read as read_list
from services_directory.finder.views import finder_context
from services_directory.models import Service
from services_directory.presenters.entry import entry
from services_directory.presenters.staff import staff_rows

MAY_LOOK = "services_directory.view_service"


@require_safe
@login_required
@permission_required(MAY_LOOK, raise_exception=True)
def directory_staff(request: HttpRequest) -> HttpResponse:
    """List services for signed-in staff."""
    return render(request, "services_directory/directory_staff.html", finder_context(request))


@require_safe
@login_required
@permission_required(MAY_LOOK, raise_exception=True)
def directory_staff_entry(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show one public service with direct line, criteria and note; 404 unless it is public."""
    service = Service.objects.public().with_everything().filter(pk=pk).first()
    if service is None:
        raise Http404("There is no public service with this key.")
    shown = entry(service)
    context = {
        "entry": shown,
        "keeping": keeping_of(shown, read_list(request.GET), request.build_absolute_uri),
        "staff_rows": staff_rows(service),
        "staff_breadcrumb": [("Directory", reverse("directory_staff"))],
        "change_url": AdminURLFinder(request.user).get_edit_url(service),
    }
    return render(request, "services_directory/directory_staff_entry.html", context)
