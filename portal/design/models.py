"""The partnership's own name, colours and logo."""

from math import floor

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from portal.design import contrast

PRIMARY, ACCENT = "#0f5257", "#6a3d78"
# What the colours must be read on or against: WCAG 2.2 AA asks 4.5 of text. The ground is the
# darkest light surface a brand colour is used on.
LEAST, GROUND = 4.5, "#f7f4ee"


def validate_colour(value: str) -> None:
    """Raise ValidationError for what is no colour, or one that cannot be read; says the ratio."""
    if not contrast.is_colour(value):
        raise ValidationError("Enter a colour as # and six letters or numbers, like #0f5257")
    found = contrast.ratio(value, GROUND)
    if found < LEAST:
        shown = floor(found * 10) / 10  # never rounded up to the number that is asked for
        raise ValidationError(
            f"Choose a darker colour. This one has a contrast of {shown} to 1 with the page, "
            f"and people need at least {LEAST} to 1 to read it"
        )


@register_setting(icon="view")
class Brand(BaseSiteSetting):
    """What the frame of every page shows of the partnership."""

    name = models.CharField(max_length=60, default="Front Door")
    area_name = models.CharField(max_length=80, blank=True)
    primary_colour = models.CharField(
        max_length=7,
        default=PRIMARY,
        validators=[validate_colour],
        help_text="Header and buttons. It must be dark enough to read on the page.",
    )
    accent_colour = models.CharField(
        max_length=7,
        default=ACCENT,
        validators=[validate_colour],
        help_text="The pages about grief.",
    )
    logo = models.ForeignKey(
        "wagtailimages.Image", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("area_name"),
        FieldPanel("primary_colour"),
        FieldPanel("accent_colour"),
        FieldPanel("logo"),
    ]

    class Meta:
        verbose_name = "brand"
