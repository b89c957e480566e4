from datetime import date, time
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services_directory.imports import keys
from services_directory.imports.mapping import values
from services_directory.models import Service

FEED = UUID("11111111-2222-4333-8444-555555555555")


@given(text=st.text(max_size=400))
def test_a_key_is_always_the_same_and_of_its_feed_and_kind(text):
    key = keys.our_key(FEED, "service", text)
    assert key == keys.our_key(FEED, "service", text)
    if keys.as_uuid(text) is None:
        assert key != keys.our_key(FEED, "organization", text)
        assert key != keys.our_key(UUID(int=1), "service", text)


def test_a_uuid_is_its_own_key_in_any_case():
    text = "AAAAAAAA-2222-4333-8444-555555555555"
    assert keys.our_key(FEED, "service", text) == UUID(text)
    assert keys.as_uuid("{" + text + "}") is None
    assert keys.as_uuid(text.replace("-", "")) is None


def test_the_key_of_a_tie_to_our_term_is_no_key_that_an_editor_gets():
    assert keys.attribute_key(FEED, UUID(int=1)).version == 5
    assert keys.part_key(FEED, "phones", "7") != keys.part_key(FEED, "contacts", "7")


@given(text=st.text(max_size=400))
def test_a_text_always_fits_its_field(text):
    fitted = values.fitted(Service, "name", text)
    assert len(fitted) <= 160
    assert fitted == text or fitted.endswith("…")


def test_a_long_text_is_cut_at_a_word():
    assert values.fitted(Service, "name", "word " * 60) == ("word " * 31).strip() + "…"
    assert len(values.fitted(Service, "name", "x" * 300)) == 160


junk = st.none() | st.booleans() | st.floats() | st.text() | st.lists(st.integers()) | st.integers()


@given(value=junk)
def test_no_value_of_a_feed_ends_in_an_error(value):
    for read in (values.whole, values.decimal, values.degrees, values.day, values.clock):
        read(value)
    assert values.rows({"a": value}, "a") == []
    assert isinstance(values.text({"a": value}, "a"), str)


@pytest.mark.parametrize(
    ("read", "given_value", "expected"),
    [
        (values.whole, "18", 18), (values.whole, 18.0, 18), (values.whole, 18.5, None),
        (values.whole, "many", None), (values.decimal, 2.5, Decimal("2.50")),
        (values.decimal, "NaN", None), (values.decimal, 1e12, None),
        (values.day, "2026-11-22T10:00:00Z", date(2026, 11, 22)), (values.day, "soon", None),
        (values.clock, "09:30:00+01:00", time(9, 30)), (values.clock, "25:00", None),
        (values.degrees, "54.1", 54.1), (values.degrees, None, None),
    ],
)  # fmt: skip
def test_values_are_read_or_count_as_none(read, given_value, expected):
    assert read(given_value) == expected


def test_the_first_name_that_says_something_counts():
    assert values.text({"a": None, "b": " yes "}, "a", "b") == "yes"
    assert values.text({}, "a") == ""
