"""Wagtail's events, translated into one call. What happens then is the search room's matter."""

from typing import Any

from django.db.models import QuerySet
from django.db.models.signals import post_delete
from wagtail.models import Page
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from content.documents import KIND
from content.page_types import page_types
from search.documents import record_change


def connect() -> None:
    """Called once, from AppConfig.ready()."""
    page_published.connect(_changed, dispatch_uid="content.page_published")
    page_unpublished.connect(_changed, dispatch_uid="content.page_unpublished")
    post_page_move.connect(_changed_with_all_below, dispatch_uid="content.page_moved")
    page_slug_changed.connect(_changed_with_all_below, dispatch_uid="content.page_slug_changed")
    for model in page_types():
        post_delete.connect(_changed, sender=model, dispatch_uid=f"content.{model.__name__}.gone")


def _changed(instance: Page, **kwargs: Any) -> None:
    record_change(KIND, instance.pk)


def _changed_with_all_below(instance: Page, **kwargs: Any) -> None:
    """A new address for a page is a new address for all below it."""
    below: QuerySet[Page] = Page.objects.descendant_of(instance, inclusive=True)
    for pk in below.values_list("pk", flat=True):
        record_change(KIND, pk)
