from datetime import date, datetime, timedelta, timezone
from urllib.parse import unquote
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services_directory.open_data.serialisers import values

ALLOWED = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~%/?#:@!$&'()*+,;=")


def test_what_has_no_value_is_left_out_and_nought_and_no_are_values():
    given = values.filled(a=None, b="", c=[], d={}, e=0, f=0.0, g=False, h="x", i=[0])
    assert given == {"e": 0, "f": 0.0, "g": False, "h": "x", "i": [0]}


def test_a_moment_is_told_in_utc_to_the_microsecond():
    summer = timezone(timedelta(hours=1))
    assert values.moment(datetime(2026, 7, 1, tzinfo=summer)) == "2026-06-30T23:00:00.000000+00:00"


def test_nothing_stays_nothing_and_the_rest_is_text():
    assert values.text(None) is None
    assert [values.text(date(2026, 7, 1)), values.text(0)] == ["2026-07-01", "0"]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("https://hospice.example/a?b=c&d=(e)#f", "https://hospice.example/a?b=c&d=(e)#f"),
        ("https://café.example/où?a[]=1", "https://caf%C3%A9.example/o%C3%B9?a%5B%5D=1"),
        ("https://a.example/100%", "https://a.example/100%25"),
        ("https://a.example/100%-%4g", "https://a.example/100%25-%254g"),
        ("https://a.example/%C3%A9", "https://a.example/%C3%A9"),
        ("", ""),
    ],
)
def test_an_address_is_written_in_the_signs_of_the_standard(typed, written):
    assert values.uri(typed) == written


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_address_keeps_its_meaning_and_is_written_once(typed):
    written = values.uri(typed)
    assert set(written) <= ALLOWED
    assert values.uri(written) == written
    assert "%" in typed or unquote(written) == typed


def test_a_part_without_a_row_has_a_key_of_its_own_that_lasts():
    one, two = UUID(int=1), UUID(int=2)
    assert values.key_within(one, "phone") == values.key_within(one, "phone")
    assert len({values.key_within(key, name) for key in (one, two) for name in "ab"}) == 4
    assert values.key_within(one, "phone") == "9b8bc598-e9f9-59df-a304-bf08b5dab6c7"
