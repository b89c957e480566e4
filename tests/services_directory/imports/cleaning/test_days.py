import pytest
from hypothesis import given
from hypothesis import strategies as st

from services_directory.imports.cleaning.days import BAD_DAYS, CODES, byday, code_of
from services_directory.validators import validate_byday


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("MO", "MO"), ("MO,TU", "MO,TU"), ("th,fr", "TH,FR"), ("Monday", "MO"), ("Mondays", "MO"),
        ("Mon, Wed & Fri", "MO,WE,FR"), ("Mon-Fri", "MO,TU,WE,TH,FR"),
        ("Fri to Mon", "FR,SA,SU,MO"),
        ("weekdays", "MO,TU,WE,TH,FR"), ("daily", "MO,TU,WE,TH,FR,SA,SU"), ("weekends", "SA,SU"),
        ("2MO", "2MO"), ("-1FR", "-1FR"), ("1st Tuesday", "1TU"),
        ("last Friday of the month", "-1FR"),
        ("Thurs", "TH"), ("Tues", "TU"), ("https://schema.org/Monday", "MO"),
        (["MO", "TU"], "MO,TU"),
        ("Monday and Tuesday", "MO,TU"), ("MO,MO", "MO"), ("Sat \u2013 Sun", "SA,SU"),
    ],
)  # fmt: skip
def test_days_are_read(value, expected):
    assert byday(value) == (expected, "")


@pytest.mark.parametrize("value", ["someday", "T", "6MO", "MO-", "term time", "S"])
def test_days_that_cannot_be_read_are_said(value):
    assert byday(value) == ("", BAD_DAYS)


def test_what_can_be_read_is_kept():
    assert byday("Mon, holidays") == ("MO", BAD_DAYS)


@pytest.mark.parametrize("value", [None, "", "N/A"])
def test_no_days_are_nothing(value):
    assert byday(value)[0] == ""


@pytest.mark.parametrize(
    ("word", "code"), [("mon", "MO"), ("s", ""), ("t", ""), ("we", "WE"), ("x", "")]
)
def test_a_day_has_a_code_when_no_other_begins_so(word, code):
    assert code_of(word) == code


@given(st.lists(st.sampled_from(CODES), min_size=1, unique=True))
def test_codes_come_back_as_they_are(codes):
    assert byday(",".join(codes)) == (",".join(codes), "")


@given(st.text(alphabet="MOTUWEHFRSA, -12345&mondytuesrifat", max_size=30))
def test_whatever_comes_out_is_in_the_form_of_the_standard(value):
    made, _ = byday(value)
    assert not made or validate_byday(made) is None
