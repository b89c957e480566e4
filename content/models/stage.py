"""A stage: one of six situations that people find themselves in (not a prognosis)."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel

from content.models.base import BasePage
from portal.vocabulary import Stage


class StagePage(BasePage):
    label = "Stage"
    page_description = "The way in to one of the six stages, with all pages that belong to it."
    parent_page_types = ["content.HomePage"]
    subpage_types = ["content.InformationPage"]
    max_count = len(Stage)
    template = "content/stage_page.html"

    stage = models.CharField(max_length=32, choices=Stage.choices, unique=True)

    content_panels = [FieldPanel("stage"), *BasePage.content_panels]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from content import presenters, queries

        return {
            **super().get_context(request, *args, **kwargs),
            "sections": presenters.stage_sections(self, queries.pages_of_stage(self.stage)),
            "stages": presenters.stage_path(queries.stage_pages(), current=self.stage),
        }
