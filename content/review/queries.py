"""Which pages want a fresh look. One query over all page types."""

from datetime import date

from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils import timezone
from wagtail.models import Page, PageQuerySet

from content.page_types import page_types


def reviewed_pages() -> PageQuerySet[Page]:
    """Return public pages with `due` (date of the next review) and `kept_by` (owner)."""
    models = page_types()
    return (
        Page.objects.live()
        .type(*models)
        .annotate(
            due=_over_types(models, "next_review"),
            kept_by=_over_types(models, "owner_name"),
        )
        .order_by("due", "title")
    )


def overdue_pages(on: date | None = None) -> PageQuerySet[Page]:
    """Return the public pages whose review was due before `on` (today), longest overdue first."""
    return reviewed_pages().filter(due__lt=on or timezone.localdate())


def _over_types(models: list[type[Page]], field: str) -> Coalesce:
    return Coalesce(*[F(f"{model._meta.model_name}__{field}") for model in models])
