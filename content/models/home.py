"""The front page."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.url_routing import RouteResult

from content.blocks.doors import DoorBlock
from content.models.base import BasePage


class HomePage(BasePage):
    label = "Home"
    page_description = "The front page: the six stages, help now, and the doors to everything else."
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "content.StagePage",
        "content.UrgentHelpPage",
        "content.InformationPage",
        "content.ProfessionalHubPage",
    ]
    max_count = 1
    template = "content/home_page.html"

    doors = StreamField([("door", DoorBlock())], blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("doors")]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from content import presenters, queries

        return {
            **super().get_context(request, *args, **kwargs),
            "stages": presenters.stage_path(queries.stage_pages()),
            "urgent": queries.urgent_page(),
        }

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Find a descendant by its whole path in one query, not one for each level."""
        if not path_components:
            return super().route(request, path_components)
        url_path = f"{self.url_path}{'/'.join(path_components)}/"
        page = self.get_descendants().live().filter(url_path=url_path).first()
        if page is None:
            return super().route(request, path_components)
        return RouteResult(page.specific)
