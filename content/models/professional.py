"""The section for professionals: open to read, without an account."""

from typing import Any

from django.http import HttpRequest

from content.models.base import BasePage


class ProfessionalHubPage(BasePage):
    label = "For professionals"
    page_description = "The front of the section for professionals: guidance, referral, learning."
    parent_page_types = ["content.HomePage"]
    subpage_types = ["content.ProfessionalPage"]
    max_count = 1
    template = "content/professional_hub_page.html"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from content import queries

        return {
            **super().get_context(request, *args, **kwargs),
            "pages": queries.professional_pages(self),
        }


class ProfessionalPage(BasePage):
    label = "Professional guidance"
    page_description = "How-to for professionals: steps, criteria, routes. Same plain style."
    parent_page_types = ["content.ProfessionalHubPage"]
    subpage_types: list[str] = []
    template = "content/professional_page.html"
