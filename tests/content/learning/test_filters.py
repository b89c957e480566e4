from datetime import date

import pytest
from django.http import QueryDict

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
