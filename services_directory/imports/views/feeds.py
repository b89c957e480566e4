"""Feeds: the list, one of them with its imports, a form, and starting an import."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from services_directory.assurance.access import actor, keepers_only
from services_directory.imports import presenters, queries, readers, runs
from services_directory.imports.forms import FILE, FeedForm, StartForm
from services_directory.models import Feed

PER_PAGE = 25


def trail(*more: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the way back to a page of imports."""
    return [("Directory", reverse("directory_staff")), *more]


def imports_home() -> tuple[str, str]:
    return "Imports", reverse("directory_imports")


@require_safe
@keepers_only
def directory_imports(request: HttpRequest) -> HttpResponse:
    """All feeds, the newest imports, and how many pairs wait for a decision."""
    page = Paginator(queries.feeds(), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page_obj": page,
        "runs": [presenters.run_line(run) for run in queries.recent_runs()[:10]],
        "pairs": queries.open_proposals().count(),
        "trail": trail(),
    }
    return render(request, "services_directory/imports/home.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@keepers_only
def directory_feed_add(request: HttpRequest) -> HttpResponse:
    return _edit(request, None)


@require_http_methods(["GET", "HEAD", "POST"])
@keepers_only
def directory_feed_change(request: HttpRequest, pk: UUID) -> HttpResponse:
    return _edit(request, get_object_or_404(Feed, pk=pk))


def _edit(request: HttpRequest, feed: Feed | None) -> HttpResponse:
    form = FeedForm(request.POST or None, instance=feed)
    if request.method == "POST" and form.is_valid():
        saved = runs.save_feed(form, actor(request), new=feed is None)
        messages.success(request, "Feed saved")
        return redirect("directory_feed", pk=saved.pk)
    back = trail(imports_home())
    context = {"form": form, "feed": feed, "trail": back}
    return render(request, "services_directory/imports/feed_form.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@keepers_only
def directory_feed(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One feed and its imports; a POST starts another."""
    feed = get_object_or_404(queries.feeds(), pk=pk)
    sent = request.method == "POST"
    form = StartForm(request.POST if sent else None, request.FILES if sent else None, feed=feed)
    if sent and form.is_valid():
        run = runs.start(feed, actor(request), form.cleaned_data["file"])
        return redirect("directory_import", pk=run.pk)
    page = Paginator(queries.recent_runs(feed), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "feed": feed,
        "form": form,
        "from_file": FILE,
        "page_obj": page,
        "runs": [presenters.run_line(run) for run in page.object_list],
        "trail": trail(imports_home()),
    }
    return render(request, "services_directory/imports/feed.html", context)


@require_safe
@keepers_only
def directory_import_template(request: HttpRequest) -> HttpResponse:
    """Give the spreadsheet to fill in."""
    response = HttpResponse(readers.template_csv(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="services.csv"'
    return response
