"""Reports in the admin: pages past their review, and how all pages read."""

from collections.abc import Iterable
from typing import Any

from wagtail.admin.views.reports import PageReportView
from wagtail.models import Page, PageQuerySet

from content.review.queries import overdue_pages, reviewed_pages
from content.review.readability import lix, text_blocks, verdict


class OverdueReport(PageReportView):
    page_title = "Pages to review"
    header_icon = "time"
    index_url_name = "content_overdue"
    index_results_url_name = "content_overdue_results"
    results_template_name = "content/admin/overdue_results.html"
    any_permission_required = ["add", "change", "publish"]
    list_export = ["title", "due", "kept_by"]
    export_headings = {"due": "Review was due", "kept_by": "Owner"}

    def get_queryset(self) -> PageQuerySet[Page]:
        return overdue_pages()


class ReadabilityReport(PageReportView):
    page_title = "Readability"
    header_icon = "glasses"
    index_url_name = "content_readability"
    index_results_url_name = "content_readability_results"
    results_template_name = "content/admin/readability_results.html"
    any_permission_required = ["add", "change", "publish"]
    list_export = ["title", "kept_by"]
    export_headings = {"kept_by": "Owner"}

    def get_queryset(self) -> PageQuerySet[Page]:
        return reviewed_pages().order_by("title")

    def decorate_paginated_queryset(self, object_list: Iterable[Page]) -> list[Any]:
        """Add `score` and `verdict`; the bodies of a page of rows cost one query a page type."""
        pages = list(object_list)
        bodies = Page.objects.filter(pk__in=[page.pk for page in pages]).specific()
        scores = {page.pk: lix(text_blocks(page.body)) for page in bodies}
        for page in pages:
            page.score = round(scores[page.pk])
            page.verdict = verdict(scores[page.pk])
        return pages
