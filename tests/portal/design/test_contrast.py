import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.design import contrast


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#777777", "#ffffff", 4.48)],
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert contrast.ratio(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast.ratio(other, one) == contrast.ratio(one, other)


@pytest.mark.parametrize("value", ["0f5257", "#0f525", "red", "#0f5257;}", "#GGGGGG", ""])
def test_what_is_no_colour_is_known(value):
    assert not contrast.is_colour(value)


def test_colours_mix():
    assert contrast.mix("#000000", "#ffffff", 0.5) == "#808080"
    assert contrast.mix("#0f5257", "#ffffff", 0) == "#0f5257"


COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@given(COLOURS, COLOURS)
def test_a_ratio_is_between_1_and_21_and_the_same_both_ways(one, other):
    assert 1 <= contrast.ratio(one, other) <= 21.0001
    assert contrast.ratio(one, other) == contrast.ratio(other, one)


@given(COLOURS, COLOURS, st.floats(0, 1))
def test_a_mixture_is_a_colour_and_its_ends_are_the_two(one, other, share):
    assert contrast.is_colour(contrast.mix(one, other, share))
    assert contrast.mix(one, other, 0) == one
    assert contrast.mix(one, other, 1) == other


def test_green_is_brighter_than_red_and_red_than_blue():
    red, green, blue = (contrast.ratio(c, "#000000") for c in ("#ff0000", "#00ff00", "#0000ff"))
    assert (round(red, 2), round(green, 2), round(blue, 2)) == (5.25, 15.3, 2.44)
