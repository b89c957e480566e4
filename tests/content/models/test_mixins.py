"""Review dates at their borders."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from content.models import InformationPage
from content.models.mixins import ReviewMixin

DAY = date(2026, 11, 24)


def page(**dates: date | None) -> InformationPage:
    return InformationPage(title="P", **dates)


@pytest.mark.parametrize(("days", "overdue"), [(-1, False), (0, False), (1, True)])
def test_a_page_is_overdue_from_the_day_after_its_review_was_due(days: int, overdue: bool) -> None:
    assert page(next_review=DAY).is_overdue(on=DAY + timedelta(days=days)) is overdue


def test_a_page_without_a_next_review_is_never_overdue() -> None:
    assert page(reviewed=date(1990, 1, 1)).is_overdue(on=DAY) is False


def test_the_day_is_that_of_the_readers_not_that_of_the_server() -> None:
    with time_machine.travel(datetime(2026, 6, 30, 23, 30, tzinfo=UTC), tick=False):
        assert page(next_review=date(2026, 6, 30)).is_overdue()  # 1 July, half past midnight
    with time_machine.travel(datetime(2026, 6, 30, 22, 30, tzinfo=UTC), tick=False):
        assert not page(next_review=date(2026, 6, 30)).is_overdue()


@pytest.mark.parametrize(("days", "refused"), [(-1, True), (0, True), (1, False)])
def test_the_next_review_is_after_the_last(days: int, refused: bool) -> None:
    wrong = page(reviewed=DAY, next_review=DAY + timedelta(days=days))
    if not refused:
        ReviewMixin.clean(wrong)
        return
    with pytest.raises(ValidationError) as refusal:
        ReviewMixin.clean(wrong)
    assert refusal.value.message_dict == {
        "next_review": ["The next review must be later than the last review."]
    }


@pytest.mark.parametrize("dates", [{}, {"reviewed": DAY}, {"next_review": DAY}])
def test_one_date_alone_or_none_is_no_mistake(dates: dict[str, date]) -> None:
    ReviewMixin.clean(page(**dates))


@given(st.dates(), st.dates())
def test_overdue_is_never_taken_back_by_waiting(due: date, on: date) -> None:
    late = page(next_review=due)
    if late.is_overdue(on) and on < date.max:
        assert late.is_overdue(on + timedelta(days=1))
    assert late.is_overdue(on) == (on > due)
