"""The brake on feedback: for each page, in one minute, and it lets go."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from content.feedback.services import MOST_A_MINUTE, TooMuchFeedback, give_feedback
from content.models import HomePage, PageFeedback
from tests.content.builders import add_information

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def fill(home: HomePage, number: int) -> None:
    PageFeedback.objects.bulk_create(
        PageFeedback(page=home.page_ptr, useful=True, sent=NOON) for _ in range(number)
    )


def give(home: HomePage, seconds: int = 0) -> PageFeedback:
    with time_machine.travel(NOON + timedelta(seconds=seconds), tick=False):
        return give_feedback(home.page_ptr, False, "x")


def test_the_last_answer_that_fits_is_kept_and_the_next_is_refused(home: HomePage) -> None:
    fill(home, MOST_A_MINUTE - 1)
    give(home)
    with pytest.raises(TooMuchFeedback):
        give(home)
    assert PageFeedback.objects.count() == MOST_A_MINUTE


@pytest.mark.parametrize(("seconds", "kept"), [(60, False), (61, True)])
def test_the_brake_lets_go_after_a_minute(home: HomePage, seconds: int, kept: bool) -> None:
    fill(home, MOST_A_MINUTE)
    if kept:
        assert give(home, seconds).sent == NOON + timedelta(seconds=seconds)
        return
    with pytest.raises(TooMuchFeedback):
        give(home, seconds)


def test_a_flood_about_one_page_leaves_the_others_open(home: HomePage) -> None:
    fill(home, MOST_A_MINUTE)
    assert give(add_information(home, "Other")).useful is False
