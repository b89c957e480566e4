"""What the content room adds to Wagtail's admin."""

from typing import Any

from django.urls import path, reverse
from django.urls.resolvers import URLPattern
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports import PageReportView
from wagtail.permissions import page_permission_policy
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet

from content.learning.admin import LearningGroup
from content.links import KnownPageLinkHandler
from content.review.home import OverduePanel
from content.review.reports import OverdueReport, ReadabilityReport
from content.snippets import FactsGroup, PageFeedbackViewSet

register_snippet(FactsGroup)
register_snippet(LearningGroup)
register_snippet(PageFeedbackViewSet)


@hooks.register("register_rich_text_features", order=100)
def links_between_pages(features: FeatureRegistry) -> None:
    features.register_link_type(KnownPageLinkHandler)


@hooks.register("register_admin_urls")
def report_urls() -> list[URLPattern]:
    reports: dict[str, type[PageReportView]] = {
        "overdue": OverdueReport,
        "readability": ReadabilityReport,
    }
    return [
        pattern
        for name, view in reports.items()
        for pattern in (
            path(f"reports/{name}/", view.as_view(), name=f"content_{name}"),
            path(
                f"reports/{name}/results/",
                view.as_view(results_only=True),
                name=f"content_{name}_results",
            ),
        )
    ]


class PagesMenuItem(MenuItem):
    """Shown to those who work on pages."""

    def is_shown(self, request: Any) -> bool:
        return page_permission_policy.user_has_any_permission(
            request.user, ["add", "change", "publish"]
        )


@hooks.register("register_reports_menu_item")
def overdue_menu_item() -> MenuItem:
    url = reverse("content_overdue")
    return PagesMenuItem("Pages to review", url, icon_name="time", order=50)


@hooks.register("register_reports_menu_item")
def readability_menu_item() -> MenuItem:
    url = reverse("content_readability")
    return PagesMenuItem("Readability", url, icon_name="glasses", order=60)


@hooks.register("construct_homepage_panels")
def overdue_panel(request: Any, panels: list[Any]) -> None:
    if page_permission_policy.user_has_any_permission(request.user, ["add", "change", "publish"]):
        panels.append(OverduePanel())
