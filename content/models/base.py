"""The page that all pages are: summary, body, facets, review, and how it is served."""

from http import HTTPMethod
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from wagtail.admin.panels import FieldPanel, ObjectList, Panel, TabbedInterface
from wagtail.blocks import PageChooserBlock
from wagtail.fields import StreamField
from wagtail.models import Page, PagePermissionTester
from wagtail.search import index

from content.blocks import BodyBlock
from content.blocks.local import NeedBlock
from content.models.mixins import ReviewMixin, StageMixin
from content.review.four_eyes import FourEyesPermissions
from content.review.panels import ReadabilityPanel

CACHE_SECONDS = 60


class BasePage(StageMixin, ReviewMixin, Page):  # type: ignore[django-manager-missing]
    """Abstract. A page type adds its place in the tree, a template and what is its own."""

    # What search and lists call this kind of page.
    label: ClassVar[str] = "Page"
    # A page is read; forms have addresses of their own.
    allowed_http_methods: ClassVar[list[HTTPMethod]] = [
        HTTPMethod.GET,
        HTTPMethod.HEAD,
        HTTPMethod.OPTIONS,
    ]

    summary = models.CharField(
        max_length=240, help_text="One sentence under the title, in lists and in search results."
    )
    keywords = models.CharField(
        max_length=240, blank=True, help_text="Other words people search with, with commas."
    )
    body = StreamField(BodyBlock(), blank=True)
    needs = StreamField(
        [("need", NeedBlock(max_length=60))],
        blank=True,
        help_text="Keys of the directory whose local services the page shows, the first in full.",
    )
    related = StreamField([("page", PageChooserBlock())], blank=True)

    content_panels: ClassVar[list[Panel]] = [
        *Page.content_panels,
        FieldPanel("summary"),
        ReadabilityPanel(),
        FieldPanel("body"),
        FieldPanel("needs"),
        FieldPanel("related"),
    ]
    search_fields: ClassVar[list[index.BaseField]] = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.SearchField("body"),
        index.SearchField("keywords"),
    ]

    class Meta:
        abstract = True

    @classmethod
    def get_edit_handler(cls) -> Panel:
        tabs = [
            ObjectList(cls.content_panels, heading="Words"),
            ObjectList([*cls.stage_panels, FieldPanel("keywords")], heading="For whom"),
            ObjectList(cls.review_panels, heading="Review"),
            ObjectList([*cls.promote_panels, *cls.settings_panels], heading="Settings"),
        ]
        return TabbedInterface(tabs).bind_to_model(cls)

    def permissions_for_user(self, user: Any) -> PagePermissionTester:
        return FourEyesPermissions(user, self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from content.presenters import page_frame  # late: presenters read the models

        return {**super().get_context(request, *args, **kwargs), **page_frame(self)}

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """Return the page under the host that was asked, whatever the site is called here."""
        found = super().get_sitemap_urls(request)
        if request is None:
            return found
        address = request.build_absolute_uri(self.get_url(request))
        return [{**each, "location": address} for each in found]

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Render with all links of the body looked up at once; readers may keep it a minute."""
        from content.links import known_links

        response = super().serve(request, *args, **kwargs)
        with known_links(self):
            response.render()
        if not getattr(request, "is_preview", False):
            patch_cache_control(response, public=True, max_age=0, s_maxage=CACHE_SECONDS)
        return response
