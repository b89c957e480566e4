"""The demo's brand: the partnership of Wyvern Vale in the default colours."""

from collections.abc import Callable

from wagtail.models import Site

from portal.design.models import Brand

ORDER = 65  # after the content, which makes the site


def load(say: Callable[[str], None]) -> None:
    """Name the area under the brand's name, unless somebody has set the brand already."""
    site = Site.objects.filter(is_default_site=True).first()
    if site is None or Brand.objects.filter(site=site).exists():
        return
    Brand.objects.create(site=site, area_name="Wyvern Vale care partnership")
    say("Brand: Wyvern Vale care partnership")
