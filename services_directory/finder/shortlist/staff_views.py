"""A pack that a professional prepares for a family: the words are printed and never kept."""

from django.contrib.auth.decorators import login_required, permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from services_directory.finder.helplines import helplines
from services_directory.finder.shortlist.forms import FamilyPackForm
from services_directory.finder.shortlist.pack import pack
from services_directory.finder.shortlist.presenters import shortlist_page
from services_directory.finder.shortlist.queries import full_services_of, services_of
from services_directory.finder.shortlist.shortlist import Shortlist, read

MAY_LOOK = "services_directory.view_service"


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@permission_required(MAY_LOOK, raise_exception=True)
def directory_staff_pack(request: HttpRequest) -> HttpResponse:
    """Order the list and write a note (GET); show the pack for printing (POST)."""
    asked = read(request.POST if request.method == "POST" else request.GET)
    form = FamilyPackForm(request.POST or None)
    if asked.keys and form.is_valid():
        return _printed(request, asked, form)
    page = shortlist_page(
        asked, services_of(asked), timezone.localtime(), request.build_absolute_uri
    )
    context = {"page": page, "form": form}
    return render(request, "services_directory/directory_staff_pack.html", context)


def _printed(request: HttpRequest, asked: Shortlist, form: FamilyPackForm) -> HttpResponse:
    shown = pack(
        asked,
        full_services_of(asked),
        helplines(),
        timezone.localtime(),
        request.build_absolute_uri,
        is_large=form.cleaned_data["large"],
        title=form.cleaned_data["title"],
        note=form.cleaned_data["note"],
    )
    return render(request, "services_directory/pack.html", {"pack": shown})
