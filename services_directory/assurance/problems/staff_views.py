"""The staff's list of reports, and one report to settle."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from services_directory.assurance.access import actor, keepers_only
from services_directory.assurance.problems import queries
from services_directory.assurance.problems.forms import SettleForm
from services_directory.assurance.problems.presenters import problem
from services_directory.assurance.problems.services import AlreadySettled, settle
from services_directory.models import ProblemReport

PER_PAGE = 50
_PARTS = ("service__organization", "settled_by")


@require_safe
@keepers_only
def directory_problems(request: HttpRequest) -> HttpResponse:
    """List the reports of one view, those due first."""
    name, now = request.GET.get("view", queries.OPEN), timezone.now()
    if name not in queries.VIEWS:
        raise Http404("There is no such view.")
    page = Paginator(queries.in_view(name, now), PER_PAGE).get_page(request.GET.get("page"))
    numbers = queries.counts(now)
    context = {
        "view": name,
        "heading": queries.VIEWS[name],
        "views": [(key, label, numbers[key]) for key, label in queries.VIEWS.items()],
        "rows": [problem(report, now) for report in page],
        "page_obj": page,
    }
    return render(request, "services_directory/assurance/problems.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@keepers_only
def directory_problem(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show one report; settle it with an outcome and an answer."""
    report = get_object_or_404(ProblemReport.objects.select_related(*_PARTS), pk=pk)
    form = SettleForm(request.POST) if request.method == "POST" else SettleForm()
    if request.method == "POST" and form.is_valid():
        return _settle(request, report, form)
    context = {"problem": problem(report, timezone.now()), "form": form}
    status = 400 if form.is_bound else 200
    return render(request, "services_directory/assurance/problem.html", context, status=status)


def _settle(request: HttpRequest, report: ProblemReport, form: SettleForm) -> HttpResponse:
    try:
        settle(report, actor(request), form.cleaned_data["outcome"], form.cleaned_data["answer"])
        messages.success(request, f"The report about {report.service} is settled")
    except AlreadySettled:
        messages.warning(request, "Somebody else settled this report first. Nothing was changed")
    return redirect("directory_problem", pk=report.pk)
