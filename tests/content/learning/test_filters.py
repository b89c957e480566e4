from datetime import date

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from content.learning.filters import WORDS_LIMIT, read_filters

OPTIONS = {"kind": {"webinar": "Webinar", "guide": "Guide"}, "free": {"free": "Free"}}


def read(address: str):
    return read_filters(QueryDict(address), OPTIONS)


def test_an_empty_address_asks_for_everything():
    filters = read("")
    assert filters.words == ""
    assert filters.chosen == {}
    assert filters.first.day is filters.last.day is None


def test_values_that_no_option_has_are_left_out():
    assert read("kind=webinar&kind=nonsense&colour=red").chosen == {"kind": frozenset({"webinar"})}


def test_words_are_trimmed_and_cut_to_a_length():
    assert read("q=++last++days+").words == "last days"
    assert len(read(f"q={'x' * 5000}").words) == WORDS_LIMIT


@pytest.mark.parametrize("typed", ["24/11/2026", "2026-11-24", "24-11-2026", "24 November 2026"])
def test_a_date_may_be_typed_in_the_usual_ways(typed):
    filters = read(f"from={typed}")
    assert filters.first.day == date(2026, 11, 24)
    assert filters.first.error == ""


@pytest.mark.parametrize("typed", ["soon", "31/02/2026", "99999999999", "2026-13-01", "1/1/0"])
def test_a_date_that_is_none_is_kept_as_typed_and_told(typed):
    box = read(f"to={typed}").last
    assert (box.typed, box.day) == (typed, None)
    assert box.error == "Enter the last day as a date, like 24/11/2026."


def test_a_range_that_ends_before_it_begins_is_told_and_has_no_end():
    filters = read("from=2/1/2027&to=1/1/2027")
    assert filters.first.day == date(2027, 1, 2)
    assert filters.last.day is None
    assert "not before the first day" in filters.last.error


def test_a_range_of_one_day_is_a_range():
    filters = read("from=24/11/2026&to=24/11/2026")
    assert filters.first.day == filters.last.day == date(2026, 11, 24)
    assert filters.last.error == ""


def test_each_box_names_itself_in_its_error():
    filters = read("from=soon&to=later")
    assert "first day" in filters.first.error
    assert "last day" in filters.last.error


@pytest.mark.parametrize(
    ("address", "narrowed"),
    [
        ("", False),
        ("q=+", False),
        ("kind=nonsense", False),
        ("from=soon", False),
        ("q=a", True),
        ("kind=guide", True),
        ("from=1/1/2027", True),
        ("to=1/1/2027", True),
    ],
)
def test_only_what_narrows_counts_as_a_filter(address, narrowed):
    assert read(address).any is narrowed


ADDRESSES = st.dictionaries(st.sampled_from(["q", "kind", "free", "from", "to"]), st.text())


@given(ADDRESSES)
def test_any_address_is_read_and_a_day_and_an_error_never_stand_together(typed):
    query = QueryDict(mutable=True)
    query.update(typed)
    filters = read_filters(query, OPTIONS)
    for box in (filters.first, filters.last):
        assert not (box.day and box.error)
        assert bool(box.error or box.day) == bool(box.typed)
    if filters.first.day and filters.last.day:
        assert filters.first.day <= filters.last.day
