"""The queue, the search by reference and the audit trail."""

from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from referrals import audit
from referrals.models import Referral
from referrals.references import normalise_reference
from referrals.triage import presenters, queries, services
from referrals.triage.access import READ, READ_AUDIT, actor, needs
from referrals.triage.forms import NhsNumberForm

PER_PAGE = 50


@needs(READ)
@require_safe
@transaction.atomic
def triage_queue(request: HttpRequest) -> HttpResponse:
    """The referrals of one view; a whole reference in the search box opens it."""
    typed = request.GET.get("reference", "").strip()
    if typed and (found := _found(typed)):
        return redirect("triage_referral", reference=found)
    name = request.GET.get("view", queries.UNDECIDED)
    if name not in queries.VIEWS:
        raise Http404
    return render(request, "referrals/triage/queue.html", _queue(request, name, typed))


@needs(READ)
def triage_find(request: HttpRequest) -> HttpResponse:
    """Find by NHS number. Posted, so that no number stands in an address or a log."""
    if request.method != "POST":
        return redirect("triage_queue")
    form = NhsNumberForm(request.POST)
    rows = []
    if form.is_valid():
        areas, now = queries.area_names(), timezone.now()
        found = services.find_by_nhs_number(form.cleaned_data["nhs_number"], actor(request))
        rows = [presenters.row(referral, areas, now) for referral in found]
    context = {"nhs_form": form, "rows": rows, "searched": form.is_valid()}
    return render(request, "referrals/triage/found.html", context)


@needs(READ_AUDIT)
@require_safe
def triage_audit(request: HttpRequest) -> HttpResponse:
    """Who did what, when: the whole trail, for administrators."""
    page = Paginator(queries.trail(), PER_PAGE).get_page(request.GET.get("page"))
    events = presenters.trail(page.object_list)
    return render(request, "referrals/triage/audit.html", {"page_obj": page, "events": events})


def _queue(request: HttpRequest, name: str, typed: str) -> dict[str, object]:
    user, now = actor(request), timezone.now()
    page = Paginator(queries.in_view(name, user, now), PER_PAGE).get_page(request.GET.get("page"))
    areas = queries.area_names()
    rows = [presenters.row(referral, areas, now) for referral in page.object_list]
    audit.record("listed", None, user, view=name, count=len(rows))
    numbers = queries.counts(user, now)
    return {
        "view": name,
        "heading": queries.VIEWS[name],
        "views": [(key, label, numbers[key]) for key, label in queries.VIEWS.items()],
        "rows": rows,
        "page_obj": page,
        "typed": typed,
        "nhs_form": NhsNumberForm(),
    }


def _found(typed: str) -> str | None:
    rows = Referral.objects.filter(reference=normalise_reference(typed))
    return rows.values_list("reference", flat=True).first()
