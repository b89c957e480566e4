"""Reads for listings. Each takes the same number of queries however many pages there are."""

from collections.abc import Iterable

from wagtail.models import Page, PageQuerySet

from content.models import (
    InformationPage,
    ProfessionalHubPage,
    ProfessionalPage,
    StagePage,
    UrgentHelpPage,
)


def page_url(slug: str) -> str | None:
    """Return the address of the public page with this slug, or None; one query."""
    return page_urls([slug]).get(slug)


def page_urls(slugs: Iterable[str]) -> dict[str, str]:
    """Return the addresses of public pages by slug; the first in the tree wins; one query."""
    pages = Page.objects.live().filter(slug__in=list(slugs), depth__gt=1).order_by("-path")
    return {page.slug: page.url for page in pages if page.url}


def stage_pages() -> PageQuerySet[StagePage]:
    """Return the public stage hubs in the order of the path."""
    return StagePage.objects.live().defer_streamfields().order_by("path")


def urgent_page() -> UrgentHelpPage | None:
    """Return the page of urgent help, if it is public."""
    return UrgentHelpPage.objects.live().defer_streamfields().first()


def pages_of_stage(stage: str) -> PageQuerySet[InformationPage]:
    """Return the public information pages that name this stage, in tree order."""
    pages = InformationPage.objects.live().filter(stages__has=stage)
    return pages.defer_streamfields().order_by("path")


def professional_pages(hub: ProfessionalHubPage) -> PageQuerySet[ProfessionalPage]:
    """Return the public guidance below the hub, in tree order."""
    pages = ProfessionalPage.objects.live().descendant_of(hub)
    return pages.defer_streamfields().order_by("path")
