from datetime import timedelta

import pytest
from django.utils import timezone

from services_directory.assurance.problems.presenters import clock as clock_of
from services_directory.assurance.problems.presenters import problem
from services_directory.assurance.problems.services import report, settle
from services_directory.models import ProblemReport
from tests.services_directory.assurance.build import entry

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("passed", "text", "colour"),
    [
        (timedelta(0), "Due in 48 h", "info"),
        (timedelta(hours=36, minutes=1), "Due in 11 h", "warn"),
        (timedelta(hours=47, minutes=30), "Due in 30 min", "warn"),
        (timedelta(hours=48, minutes=5), "5 min late", "urgent"),
        (timedelta(hours=60), "12 h late", "urgent"),
        (timedelta(days=9), "7 days late", "urgent"),
    ],
)
def test_the_clock_is_words_and_colour(passed, text, colour):
    made = report(entry(), reason="times")
    tag = clock_of(made, timezone.now() + passed)
    assert (tag.text, tag.colour) == (text, colour)


@pytest.mark.parametrize(
    ("hours", "text"), [(47, "Settled in time"), (48, "Settled in time"), (49, "Settled late")]
)
def test_a_settled_report_says_whether_it_was_in_time(clock, directory_editor, hours, text):
    made = report(entry(), reason="times")
    clock.shift(timedelta(hours=hours))
    settle(made, directory_editor, "right", "It is right.")
    assert clock_of(ProblemReport.objects.get(), timezone.now()).text == text


def test_who_settled_it_stands_by_even_when_the_account_is_gone(directory_editor):
    made = report(entry(), reason="times")
    settle(made, directory_editor, "right", "It is right.")
    found = problem(ProblemReport.objects.get(), timezone.now())
    assert found.settled == f"24 November 2026, 12:00, by {directory_editor}"
    assert not found.is_open
    directory_editor.delete()
    found = problem(ProblemReport.objects.get(), timezone.now())
    assert found.settled.endswith("by somebody whose account is gone")
