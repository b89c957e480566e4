"""Records: what leaves soon, what is held, what was deleted."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from referrals import retention
from referrals.models import Referral
from referrals.records import queries
from referrals.records.forms import HoldForm
from referrals.triage.access import KEEP_RECORDS, actor, needs

PER_PAGE = 50


@needs(KEEP_RECORDS)
@require_safe
def records(request: HttpRequest) -> HttpResponse:
    """References, outcomes and dates alone."""
    return _page(request, HoldForm())


@needs(KEEP_RECORDS)
def records_hold(request: HttpRequest) -> HttpResponse:
    """Keep one referral until it is released."""
    if request.method != "POST":
        return redirect("referral_records")
    form = HoldForm(request.POST)
    if not form.is_valid():
        return _page(request, form)
    reference = form.cleaned_data["reference"]
    retention.hold(reference, form.cleaned_data["because"], actor(request))
    messages.success(request, f"{reference} is kept until you release it")
    return redirect("referral_records")


@needs(KEEP_RECORDS)
def records_release(request: HttpRequest, reference: str) -> HttpResponse:
    """End a hold."""
    if request.method == "POST":
        try:
            retention.release(reference, actor(request))
        except Referral.DoesNotExist:
            raise Http404 from None
        messages.success(request, f"{reference} is no longer kept for legal reasons")
    return redirect("referral_records")


def _page(request: HttpRequest, form: HoldForm) -> HttpResponse:
    page = Paginator(queries.certificates(), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "leaving": queries.leaving_soon(timezone.now()),
        "held": queries.held(),
        "page_obj": page,
    }
    return render(request, "referrals/records.html", context)
