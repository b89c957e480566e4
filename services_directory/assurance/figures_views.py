"""Figures for each organisation, on a page and as a file."""

import csv

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from services_directory.assurance.access import keepers_only
from services_directory.assurance.figures import COLUMNS, figures

# What a spreadsheet reads as a formula when a cell begins with it (OWASP, "CSV injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


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
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return response


def _plain(cell: object) -> object:
    """Keep a spreadsheet from running somebody's name as a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
