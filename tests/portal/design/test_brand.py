import re

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Site

from portal.design import contrast
from portal.design.brand import BrandView, brand_css, brand_of, digest
from portal.design.models import ACCENT, GROUND, PRIMARY, Brand, validate_colour
from tests.portal.design.soup import soup


@pytest.fixture
def brand(db):
    return Brand.for_site(Site.objects.get(is_default_site=True))


def test_the_defaults_need_no_stylesheet_of_their_own(brand, client):
    links = [link["href"] for link in soup(client.get("/no-such-page/")).select("link")]
    assert not [href for href in links if "brand-" in href]


@pytest.mark.parametrize(
    ("colour", "ratio"), [("#ffffff", "1.0 to 1"), ("#ffff00", "1.0 to 1"), ("#888888", "3.2 to 1")]
)
def test_a_colour_that_cannot_be_read_is_refused_with_its_ratio(colour, ratio):
    with pytest.raises(ValidationError, match=ratio):
        validate_colour(colour)


@pytest.mark.parametrize("value", ["green", "#12345", "#0f5257}body{display:none", "", "#0f5257\n"])
def test_what_is_no_colour_is_refused_with_an_example(value):
    with pytest.raises(ValidationError, match="like #0f5257"):
        validate_colour(value)


def test_the_settings_form_checks_both_colours(brand):
    brand.primary_colour, brand.accent_colour = "#fefefe", "#eeeeee"
    with pytest.raises(ValidationError) as wrong:
        brand.full_clean()
    assert set(wrong.value.message_dict) == {"primary_colour", "accent_colour"}


def test_own_colours_reach_the_page_by_a_stylesheet_kept_for_long(brand, client):
    brand.primary_colour = "#5a2d0c"
    brand.save()
    [href] = [
        link["href"]
        for link in soup(client.get("/no-such-page/")).select("link[rel=stylesheet]")
        if "brand-" in link["href"]
    ]
    response = client.get(href)
    assert response["Content-Type"] == "text/css"
    assert "immutable" in response["Cache-Control"]
    assert b"--primary:#5a2d0c" in response.content
    assert not response.cookies


def test_a_stylesheet_of_other_colours_is_not_found(brand, client):
    assert client.get("/brand-0123456789ab.css").status_code == 404


def test_the_name_and_area_stand_in_the_header_and_title(brand, client):
    brand.name, brand.area_name = "Wyvern Care", "Wyvern Vale <b>"
    brand.save()
    page = soup(client.get("/no-such-page/"))
    assert page.title.get_text().endswith("– Wyvern Care")
    assert "Wyvern Vale <b>" in page.select_one("header").get_text()


@pytest.mark.parametrize("colour", ["#000000", PRIMARY, ACCENT, "#5a2d0c", "#003399", "#6b0000"])
def test_any_brand_colour_can_be_read_in_the_dark_too(colour):
    dark = brand_css(colour, colour).split("prefers-color-scheme:dark", 1)[1]
    for name in ("primary", "primary-deep", "accent"):
        shade = re.search(rf"--{name}:(#[0-9a-f]{{6}})", dark)[1]
        for ground in ("#222e34", "#171f24", "#1d3034"):
            assert contrast.ratio(shade, ground) >= 4.5
        if name != "accent":
            assert contrast.ratio(shade, "#10181c") >= 4.5


def test_the_address_changes_with_the_colours():
    assert BrandView(primary="#5a2d0c").stylesheet != BrandView(primary="#003399").stylesheet
    assert digest("a") != digest("b")


GREYS = [f"#{level:02x}{level:02x}{level:02x}" for level in range(256)]


def test_a_colour_is_taken_up_to_the_border_and_no_further():
    readable = [grey for grey in GREYS if contrast.ratio(grey, GROUND) >= 4.5]
    for grey in readable:
        validate_colour(grey)
    first_refused = GREYS[len(readable)]
    with pytest.raises(ValidationError, match=r"of 4\.[0-4] to 1 .* at least 4\.5 to 1"):
        validate_colour(first_refused)


def test_a_refusal_never_names_the_ratio_that_it_asks_for():
    for grey in GREYS:
        if 4.4 <= contrast.ratio(grey, GROUND) < 4.5 or contrast.ratio(grey, GROUND) < 1.1:
            with pytest.raises(ValidationError) as wrong:
                validate_colour(grey)
            assert wrong.value.messages[0].count("4.5 to 1") == 1


@given(st.integers(0, 0xFFFFFF).map("#{:06x}".format))
def test_every_colour_that_is_taken_can_be_read_in_light_and_dark(colour):
    try:
        validate_colour(colour)
    except ValidationError:
        return
    assert contrast.ratio(colour, GROUND) >= 4.5
    assert contrast.ratio(colour, "#ffffff") >= 4.5
    dark = brand_css(colour, colour).partition("dark){")[2]
    shade = re.search(r"--primary:(#[0-9a-f]{6})", dark)[1]
    assert contrast.ratio(shade, "#222e34") >= 7


def test_capital_letters_are_a_colour_too():
    validate_colour("#0F5257")


def test_the_shade_for_pressed_buttons_is_darker_than_the_colour():
    deep = re.search(r"--primary-deep:(#[0-9a-f]{6})", brand_css("#5a2d0c", ACCENT))[1]
    assert contrast.ratio(deep, "#ffffff") > contrast.ratio("#5a2d0c", "#ffffff")


def test_reading_a_page_writes_no_brand(db, rf):
    assert brand_of(rf.get("/")) == BrandView()
    assert not Brand.objects.exists()


@pytest.mark.parametrize("changed", [{"primary": "#5a2d0c"}, {"accent": "#5a2d0c"}])
def test_one_own_colour_is_enough_for_a_stylesheet(changed):
    assert BrandView(**changed).stylesheet.startswith("/brand-")
