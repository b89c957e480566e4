"""The code says the link. That a QR code of segno is read is segno's own test to hold."""

import xml.etree.ElementTree as ET

import segno

from services_directory.finder.shortlist.qr import svg_of

LINK = "https://frontdoor.example/services/shortlist/?list=14d2pf2938ng04hmb7g4ht5ev7d"


def drawing(svg: str) -> list[str]:
    return [path.get("d", "") for path in ET.fromstring(svg) if path.tag.endswith("path")]


def test_the_pattern_is_that_of_the_link():
    expected = segno.make(LINK, error="l", micro=False).svg_inline(
        border=4, light="#fff", omitsize=True
    )
    assert drawing(svg_of(LINK, "A code")) == drawing(expected)
    assert drawing(svg_of(LINK + "x", "A code")) != drawing(expected)


def test_it_has_no_style_that_the_policy_would_refuse_and_no_address_in_words():
    svg = svg_of(LINK, "A code")
    assert "style" not in svg
    assert "frontdoor" not in svg
    assert "<script" not in svg


def test_it_has_a_name_for_those_who_do_not_see_it():
    root = ET.fromstring(svg_of(LINK, "The <address> & more"))
    assert root.get("role") == "img"
    assert root[0].text == "The <address> & more"


def test_it_has_a_quiet_zone_and_grows_with_its_box():
    root = ET.fromstring(svg_of(LINK, "x"))
    size = segno.make(LINK, error="l", micro=False).symbol_size(border=4)[0]
    assert root.get("viewBox") == f"0 0 {size} {size}"
    assert root.get("width") is None


def test_a_list_of_twenty_still_fits():
    longest = LINK + ("." + "0" * 27) * 19
    assert len(ET.fromstring(svg_of(longest, "x"))) == 3
