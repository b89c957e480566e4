"""Figures for each organisation, on a page and as a file."""

import csv

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.exports import safe_cell
from services_directory.assurance.access import keepers_only
from services_directory.assurance.figures import COLUMNS, figures


@require_safe
@keepers_only
def directory_figures(request: HttpRequest) -> HttpResponse:
    """Show the figures, or give them as a CSV file for `?format=csv`."""
    found = figures(timezone.now())
    if request.GET.get("format") == "csv":
        return _csv([each.cells for each in found])
    context = {"figures": found, "columns": COLUMNS}
    return render(request, "services_directory/assurance/figures.html", context)


def _csv(rows: list[tuple[object, ...]]) -> HttpResponse:
    name = f"directory-figures-{timezone.localdate().isoformat()}.csv"
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    writer = csv.writer(response)
    writer.writerow(COLUMNS)
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return response
