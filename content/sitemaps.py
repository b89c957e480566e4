"""The sitemap: pages, courses and classes, and services that anybody may read."""

from collections.abc import Callable
from datetime import date

from django.contrib.sitemaps import Sitemap
from wagtail.contrib.sitemaps import Sitemap as PageSitemap

from content.learning.queries import public_addresses as learning
from services_directory.queries import public_addresses as services

Address = tuple[str, date]


class Paths(Sitemap):
    """Paths with the day each was last changed. Django adds the host that the visitor used."""

    def __init__(self, read: Callable[[], list[Address]]) -> None:
        self.read = read

    def items(self) -> list[Address]:
        return self.read()

    def location(self, item: Address) -> str:
        return item[0]

    def lastmod(self, item: Address) -> date:
        return item[1]


SITEMAPS = {"pages": PageSitemap, "services": Paths(services), "learning": Paths(learning)}
