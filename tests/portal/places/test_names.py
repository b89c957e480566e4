import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.places.names import LONGEST, name_key


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Hollin Bridge", "  hollin   BRIDGE "),
        ("Stoke-on-Trent", "stoke on trent"),
        ("King's Lynn", "Kings Lynn"),
        ("King’s Lynn", "king's lynn"),
        ("Ynys Môn", "YNYS MON"),
        ("St. Ives", "st ives"),
        ("Brighton & Hove", "brighton and hove"),
    ],
)
def test_a_name_and_what_people_type_for_it_have_one_key(name, typed):
    assert name_key(name) == name_key(typed) != ""


@pytest.mark.parametrize("text", ["", " ", "-", "...", "''", "\x00"])
def test_what_has_no_letter_has_no_key(text):
    assert name_key(text) == ""


@given(st.text(max_size=300))
def test_a_key_fits_its_column_and_is_its_own_key(text):
    key = name_key(text)
    assert len(key) <= LONGEST
    assert name_key(key) == key
