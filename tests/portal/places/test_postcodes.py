import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.places.postcodes import find_postcode, normalise_district, normalise_postcode


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


@pytest.mark.parametrize(
    ("typed", "district"),
    [("wy3", "WY3"), (" W1A ", "W1A"), ("wy3 1", "WY3 1"), ("Wy31", "WY31")],
)
def test_an_outward_code_and_a_sector_are_districts(typed, district):
    assert normalise_district(typed) == district


@pytest.mark.parametrize("typed", ["", "WY", "3", "WY3 1A", "WY3 1AB", "WY3-1", "near WY3"])
def test_what_is_neither_is_no_district(typed):
    assert normalise_district(typed) is None


@pytest.mark.parametrize("typed", ["Kſ1 1AB", "\N{KELVIN SIGN}T1 1AA", "WY٣ 1AB"])
def test_letters_of_other_alphabets_make_no_postcode(typed):
    assert normalise_postcode(typed) is None
    assert normalise_district(typed.split()[0]) is None


AREAS = st.from_regex(r"[A-Z]{1,2}", fullmatch=True)
DISTRICTS = st.from_regex(r"[0-9][A-Z0-9]?", fullmatch=True)
INWARD = st.from_regex(r"[0-9][ABD-HJLNP-UW-Z]{2}", fullmatch=True)


@given(AREAS, DISTRICTS, INWARD, st.integers(0, 3), st.booleans())
def test_a_whole_postcode_is_the_same_however_it_is_spaced_and_written(
    area, district, inward, spaces, small
):
    typed = f"{area}{district}{' ' * spaces}{inward}"
    assert normalise_postcode(typed.lower() if small else typed) == f"{area}{district} {inward}"


@given(st.text(max_size=20))
def test_normalising_again_changes_nothing(text):
    for normalise in (normalise_postcode, normalise_district):
        once = normalise(text)
        assert once is None or (once.isascii() and normalise(once) == once)
