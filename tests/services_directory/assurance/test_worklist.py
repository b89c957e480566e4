from datetime import date, timedelta

import pytest
from django.utils import timezone

from portal.letters import undeliverable
from services_directory.assurance import worklist
from services_directory.assurance.problems.services import report, settle
from services_directory.models import LinkCheck, Service
from tests.services_directory.assurance.build import (
    AMBER,
    GREEN,
    MAILBOX,
    OLD,
    RED,
    TODAY,
    entry,
    owner,
    undelivered,
)

pytestmark = pytest.mark.django_db


def names(view: str) -> list[str]:
    return [service.name for service in worklist.in_view(view, TODAY, undeliverable())]


@pytest.fixture
def every_state() -> None:
    entry("Green", GREEN)
    entry("Amber", AMBER)
    entry("Red", RED)
    entry("Old", OLD, overdue_since=date(2026, 11, 20))
    entry("Hidden", OLD, hidden_since=TODAY)
    entry("Never", None)
    entry("Helpline", OLD, open_24_hours=True)
    entry("By form", RED, pathway="bereavement-support")


@pytest.mark.parametrize(
    ("view", "found"),
    [
        ("amber", ["Amber"]),
        ("red", ["Helpline", "By form", "Hidden", "Never", "Old", "Red"]),
        ("kept", ["Helpline", "By form"]),
        ("soon", ["Old"]),
        ("hidden", ["Hidden"]),
        ("never", ["Never"]),
        ("problems", []),
        ("links", []),
        ("mail", []),
        ("all", ["Helpline", "By form", "Hidden", "Never", "Old", "Red", "Amber"]),
    ],
)
def test_each_view_has_its_entries_those_that_need_somebody_most_first(every_state, view, found):
    assert names(view) == found


def test_the_counts_are_those_of_the_lists(every_state):
    counts = worklist.counts(TODAY, ())
    assert counts == {view: len(names(view)) for view in worklist.VIEWS}
    assert counts["all"] == 7


def test_what_will_be_too_old_within_four_weeks_is_hidden_soon():
    entry("Soon", date(2025, 12, 20))
    entry("Later", date(2025, 12, 24))
    assert names("soon") == ["Soon"]


def test_a_green_entry_with_an_open_problem_is_on_the_list(directory_editor):
    made = report(entry("Green", GREEN), reason="times")
    assert names("problems") == names("all") == ["Green"]
    settle(made, directory_editor, "right", "It is right.")
    assert names("problems") == []


@pytest.mark.parametrize("whose", ["service", "organisation"])
def test_a_broken_link_of_the_entry_or_its_provider_counts_after_two_failures(whose):
    url = "https://hospice.example/"
    if whose == "service":
        entry("Green", GREEN, url=url)
    else:
        entry("Green", GREEN, organization=owner("Another", website=url))
    check = LinkCheck.objects.create(url=url, failures=1)
    assert names("links") == []
    check.failures = 2
    check.save()
    assert names("links") == ["Green"]


def test_an_entry_that_nobody_can_be_asked_about_is_on_the_list():
    entry("No mailbox", organization=owner("Nobody", assurer_email=""))
    entry("Lost", organization=owner("Lost", assurer_email="gone@b.example"))
    entry("Fine")
    undelivered("gone@b.example")
    assert names("mail") == ["Lost", "No mailbox"]


@pytest.mark.parametrize("state", [{"live": False}, {"status": "inactive"}])
def test_what_was_taken_down_needs_nobody(every_state, state):
    Service.objects.update(**state)
    assert names("all") == []


def test_the_last_question_is_known(django_assert_num_queries):
    service = entry(assured=RED)
    for days in (40, 3):
        asked = timezone.now() - timedelta(days=days)
        service.verifications.create(sent_to=MAILBOX, asked_at=asked, expires_at=asked)
    with django_assert_num_queries(1):
        (found,) = worklist.in_view("red", TODAY, ())
    assert found.last_asked == timezone.now() - timedelta(days=3)
