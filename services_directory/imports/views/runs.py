"""One import: its progress, its report, and what a person decides."""

import csv
from collections.abc import Callable, Iterator
from io import StringIO
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.exports import safe_cell
from services_directory.assurance.access import actor, keepers_only
from services_directory.choices import Verdict
from services_directory.imports import presenters, queries, runs
from services_directory.imports.applying import NotReady
from services_directory.imports.forms import SureForm
from services_directory.imports.runs import State, state_of
from services_directory.imports.views.feeds import imports_home, trail
from services_directory.models import ImportRun

PER_PAGE = 50


@require_safe
@keepers_only
def directory_import(request: HttpRequest, pk: UUID) -> HttpResponse:
    """How far it is, or its report."""
    run = _run(pk)
    state = state_of(run)
    context = _frame(run) | {"state": state.value, "under_way": state in presenters.UNDER_WAY}
    if run.compared_at and state is not State.STOPPED:
        context |= _report(request, run)
    else:
        context |= queries.progress(run)
    context["ready"] = state is State.READY
    context["stopped"] = state is State.STOPPED
    context["can_discard"] = state not in (State.APPLIED, State.APPLYING, State.DISCARDED)
    return render(request, "services_directory/imports/run.html", context)


def _report(request: HttpRequest, run: ImportRun) -> dict[str, Any]:
    verdict = request.GET.get("verdict") or presenters.first_verdict(run)
    kind = request.GET.get("kind") or "service"
    only = request.GET.get("only", "")
    if verdict not in Verdict.values or kind not in presenters.KINDS or only not in ("", "alike"):
        raise Http404
    found = queries.rows(run, verdict, kind, only)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return {
        "table": presenters.count_table(run),
        "verdicts": queries.VERDICTS,
        "verdict": verdict,
        "kind": kind,
        "heading": f"{presenters.KINDS[kind]}: {Verdict(verdict).label.lower()}",
        "rows": [presenters.report_row(row) for row in page.object_list],
        "alike": queries.rows(run, Verdict.NEW, "service", "alike").count(),
        "page_obj": page,
        "notes": run.notes,
        "doubt": runs.doubt(run) if state_of(run) is State.READY else "",
        "report": True,
    }


@require_safe
@keepers_only
def directory_import_csv(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The whole report as a spreadsheet, in bounded memory."""
    run = _run(pk)
    rows = run.rows.exclude(verdict="").order_by("kind", "position", "pk")
    lines = presenters.csv_lines(rows.iterator(chunk_size=500))
    response = StreamingHttpResponse(_csv(lines), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="import-report.csv"'
    return response  # type: ignore[return-value]


def _csv(lines: Iterator[list[str]]) -> Iterator[str]:
    for line in lines:
        buffer = StringIO()
        csv.writer(buffer).writerow([safe_cell(cell) for cell in line])
        yield buffer.getvalue()


@require_http_methods(["GET", "HEAD", "POST"])
@keepers_only
def directory_import_apply(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say what will happen; on POST ask the worker to do it."""
    run = _run(pk)
    form = SureForm(request.POST if request.method == "POST" else None)
    doubt = runs.doubt(run)
    if request.method == "POST" and form.is_valid():
        try:
            runs.ask_to_apply(run, actor(request), sure=form.cleaned_data["sure"])
            messages.success(request, "The import will be applied now")
            return redirect("directory_import", pk=pk)
        except runs.NotSure:
            form.add_error("sure", "Tick the box to take them down, or go back")
        except NotReady as refusal:
            return _refuse(request, pk, refusal)
    if state_of(run) is not State.READY:
        return redirect("directory_import", pk=pk)
    context = _frame(run) | {"form": form, "doubt": doubt, "counts": run.counts.get("service", {})}
    return render(request, "services_directory/imports/apply.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@keepers_only
def directory_import_discard(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask once more; on POST leave the directory as it is."""
    run = _run(pk)
    if request.method == "POST":
        return _act(request, pk, lambda: runs.discard(run, actor(request)), "Import discarded")
    return render(request, "services_directory/imports/discard.html", _frame(run))


@require_POST
@keepers_only
def directory_import_again(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Go on after a stop, or compare anew."""
    run = _run(pk)
    return _act(request, pk, lambda: runs.go_on(run), "The import goes on")


def _act(request: HttpRequest, pk: UUID, act: Callable[[], None], done: str) -> HttpResponse:
    try:
        act()
    except NotReady as refusal:
        return _refuse(request, pk, refusal)
    messages.success(request, done)
    return redirect("directory_import", pk=pk)


def _refuse(request: HttpRequest, pk: UUID, refusal: NotReady) -> HttpResponse:
    messages.error(request, str(refusal))
    return redirect("directory_import", pk=pk)


def _run(pk: UUID) -> ImportRun:
    return get_object_or_404(ImportRun.objects.select_related("feed", "started_by"), pk=pk)


def _frame(run: ImportRun) -> dict[str, Any]:
    back = trail(imports_home(), (run.feed.name, reverse("directory_feed", args=[run.feed_id])))
    return {"run": run, "line": presenters.run_line(run), "trail": back}
