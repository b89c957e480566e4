"""The brand as templates see it, and the small stylesheet that carries its colours."""

import hashlib
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from wagtail.models import Site

from portal.design import contrast
from portal.design.models import ACCENT, PRIMARY, Brand


@dataclass(frozen=True)
class BrandView:
    """Defaults stand in when there is no site, no database or an impossible Host header."""

    name: str = "Front Door"
    area_name: str = ""
    primary: str = PRIMARY
    accent: str = ACCENT
    logo: Any = None

    @property
    def stylesheet(self) -> str:
        """Return the address of the brand's stylesheet; empty for the default colours."""
        if (self.primary, self.accent) == (PRIMARY, ACCENT):
            return ""
        return reverse("brand_css", args=[digest(brand_css(self.primary, self.accent))])


def brand_of(request: HttpRequest) -> BrandView:
    """Return the brand of the request's site. Raises DisallowedHost and database errors."""
    site = Site.find_for_request(request)
    # Not Brand.for_site: that writes a row when there is none, and reading a page must not write.
    brand = Brand.objects.filter(site=site).select_related("logo").first()
    if brand is None:
        return BrandView()
    return BrandView(
        brand.name, brand.area_name, brand.primary_colour, brand.accent_colour, brand.logo
    )


def brand_css(primary: str, accent: str) -> str:
    """Return the stylesheet that sets the brand's colours, with lighter ones for dark mode."""
    light = f":root{{--primary:{primary};--primary-deep:{contrast.mix(primary, '#000000', 0.3)};"
    light += f"--accent:{accent}}}"
    dark = f":root{{--primary:{_readable_on_dark(primary)};--header:{primary};"
    dark += f"--primary-deep:{_readable_on_dark(primary, 9)};--accent:{_readable_on_dark(accent)}}}"
    return f"{light}@media(prefers-color-scheme:dark){{{dark}}}"


def digest(css: str) -> str:
    """Return the short hash that names a stylesheet."""
    return hashlib.sha256(css.encode()).hexdigest()[:12]


def _readable_on_dark(colour: str, least: float = 7) -> str:
    """Return the colour, lightened until text in it can be read on the dark card."""
    for step in range(21):
        lighter = contrast.mix(colour, "#ffffff", step / 20)
        if contrast.ratio(lighter, "#222e34") >= least:
            return lighter
    return "#ffffff"
