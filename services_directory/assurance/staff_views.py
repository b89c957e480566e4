"""The staff's work-list, one entry of it, and what staff do there."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin.admin_url_finder import AdminURLFinder

from portal import letters
from services_directory.assurance import services, worklist
from services_directory.assurance.access import actor, keepers_only
from services_directory.assurance.asking import ask_again
from services_directory.assurance.conditions import entries
from services_directory.assurance.forms import CheckedForm
from services_directory.assurance.worklist_page import entry_page
from services_directory.assurance.worklist_rows import row
from services_directory.models import Service

PER_PAGE = 50
ROLE = "Directory editor"
Deed = Callable[[HttpRequest, Service], None]


@require_safe
@keepers_only
def directory_to_check(request: HttpRequest) -> HttpResponse:
    """List the entries of one view, those that need somebody most first."""
    name, today = request.GET.get("view", "all"), timezone.localdate()
    if name not in worklist.VIEWS:
        raise Http404("There is no such view.")
    lost = letters.undeliverable()
    found, numbers = worklist.in_view(name, today, lost), worklist.counts(today, lost)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "view": name,
        "heading": worklist.VIEWS[name],
        "views": [(key, label, numbers[key]) for key, label in worklist.VIEWS.items()],
        "rows": [row(service, today, lost) for service in page],
        "page_obj": page,
    }
    return render(request, "services_directory/assurance/to_check.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@keepers_only
def directory_entry_to_check(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show one entry with its history; note what was checked today."""
    service = _entry(pk)
    posted = request.method == "POST"
    form = CheckedForm(request.POST) if posted else CheckedForm(initial={"role": ROLE})
    if posted and form.is_valid():
        role, what = form.cleaned_data["role"], form.in_words()
        services.record_check(service, role=role, checked=what, user=actor(request))
        messages.success(request, f"{service.name} shows today’s check")
        return redirect("directory_to_check")
    context = {
        "page": entry_page(service),
        "form": form,
        "change_url": AdminURLFinder(request.user).get_edit_url(service),
    }
    status = 400 if form.is_bound else 200
    return render(
        request, "services_directory/assurance/entry_to_check.html", context, status=status
    )


def deed(do: Deed) -> Callable[..., HttpResponse]:
    """Make a view of something staff do to an entry by one press; it returns to the entry."""

    @require_POST
    @keepers_only
    @wraps(do)
    def view(request: HttpRequest, pk: UUID) -> HttpResponse:
        do(request, _entry(pk))
        return redirect("directory_entry_to_check", pk=pk)

    return view


@deed
def directory_ask_again(request: HttpRequest, service: Service) -> None:
    if mailbox := ask_again(service, actor(request)):
        messages.success(request, f"A letter goes to {mailbox}")
    else:
        messages.warning(request, "There is no mailbox to ask. Add one to the organisation")


@deed
def directory_hide(request: HttpRequest, service: Service) -> None:
    services.hide([service], action=services.HIDDEN, user=actor(request))
    messages.success(request, f"{service.name} is hidden")


@deed
def directory_show(request: HttpRequest, service: Service) -> None:
    services.show_again(service, actor(request))
    messages.success(request, f"{service.name} is shown again, but still not checked")


def _entry(pk: UUID) -> Service:
    return get_object_or_404(entries().select_related("organization"), pk=pk)
