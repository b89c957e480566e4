"""The colours of the stylesheet, light and dark, can be read where they are used."""

import re
from pathlib import Path

import pytest

from portal.design import contrast, models

SOURCE = (Path(models.__file__).parent / "scss" / "_tokens.scss").read_text(encoding="utf-8")
TEXT_ON = [
    ("ink", "ground"), ("ink", "card"), ("ink", "tint"), ("ink", "warn-ground"),
    ("ink", "ok-ground"), ("ink", "info-ground"), ("ink", "urgent-ground"),
    ("muted", "ground"), ("muted", "card"), ("muted", "tint"), ("muted", "ok-ground"),
    ("primary", "ground"), ("primary", "card"), ("primary", "tint"), ("on-primary", "primary"),
    ("on-primary", "primary-deep"), ("link", "ground"), ("link", "card"), ("link", "tint"),
    ("visited", "ground"), ("visited", "card"), ("accent", "ground"), ("accent", "card"),
    ("urgent", "card"), ("urgent", "ground"), ("urgent", "urgent-ground"), ("card", "urgent"),
    ("warn", "warn-ground"), ("ok", "ok-ground"), ("info", "info-ground"), ("focus-ink", "focus"),
]  # fmt: skip
EDGES_ON = [("line", "card"), ("line", "ground"), ("primary", "ground"), ("ok", "card")]


def tokens(css: str) -> dict[str, str]:
    found = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", css))
    return {
        name: "#" + value[1:] * 2 if len(value) == 4 else value for name, value in found.items()
    }


LIGHT_CSS, DARK_CSS = SOURCE.split("@media", 1)
LIGHT = tokens(LIGHT_CSS)
DARK = LIGHT | tokens(DARK_CSS)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON)
def test_text_can_be_read(scheme, text, ground):
    assert contrast.ratio(scheme[text], scheme[ground]) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGES_ON)
def test_edges_of_controls_can_be_seen(scheme, edge, ground):
    assert contrast.ratio(scheme[edge], scheme[ground]) >= 3


def test_the_header_can_be_read_in_the_dark():
    assert contrast.ratio(DARK["on-header"], DARK["header"]) >= 4.5


def test_the_defaults_of_the_brand_are_those_of_the_stylesheet():
    assert LIGHT["primary"] == models.PRIMARY
    assert LIGHT["accent"] == models.ACCENT
    assert LIGHT["ground"] == models.GROUND
