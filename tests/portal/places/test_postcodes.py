import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.places.postcodes import find_postcode, normalise_postcode


@pytest.mark.parametrize("typed", ["WY3 1AB", "wy31ab", " wy3  1ab ", "Wy3 1aB"])
def test_a_postcode_is_read_in_any_spacing_and_case(typed):
    assert normalise_postcode(typed) == "WY3 1AB"


@pytest.mark.parametrize("typed", ["", "WY3", "hello", "WY3 1A", "WY33 11AB", "1AB WY3"])
def test_what_is_no_whole_postcode_is_none(typed):
    assert normalise_postcode(typed) is None


def test_a_postcode_is_taken_out_of_a_sentence():
    assert find_postcode("bereavement group near wy3 1ab please") == (
        "WY3 1AB",
        "bereavement group near please",
    )


def test_an_outward_code_alone_is_found_too():
    assert find_postcode("night nurse WY3") == ("WY3", "night nurse")


def test_words_without_a_postcode_find_none():
    assert find_postcode("what to do when someone dies") is None


@given(st.text(max_size=200))
def test_any_text_is_answered(text):
    found = find_postcode(text)
    assert found is None or found[0].upper() == found[0]
