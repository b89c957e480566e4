import pytest

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
