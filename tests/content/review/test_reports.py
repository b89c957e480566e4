"""Reports of the admin: overdue pages and readability."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from content.models import HomePage
from content.review.queries import overdue_pages
from portal.people.models import User
from tests.content.builders import add_guidance, add_information, make_hub, text

pytestmark = pytest.mark.django_db
PAST = date(2026, 1, 5)


def test_pages_past_their_review_are_listed_longest_overdue_first(home: HomePage) -> None:
    add_information(home, "Late", next_review=date(2026, 3, 1), reviewed=date(2025, 3, 1))
    add_guidance(make_hub(home), "In time")
    add_information(home, "Later", next_review=date(2026, 2, 1), reviewed=date(2025, 3, 1))
    found = overdue_pages(on=date(2026, 11, 22))
    assert [(page.title, page.due) for page in found] == [
        ("Later", date(2026, 2, 1)),
        ("Late", date(2026, 3, 1)),
    ]


def test_a_page_is_not_overdue_on_the_day_itself(home: HomePage) -> None:
    add_information(home, "P", next_review=date(2026, 3, 1), reviewed=date(2025, 3, 1))
    assert not overdue_pages(on=date(2026, 3, 1)).exists()
    assert overdue_pages(on=date(2026, 3, 2)).exists()


def test_a_page_without_a_date_or_off_the_site_is_not_listed(home: HomePage) -> None:
    add_information(home, "No date", next_review=None)
    add_information(home, "Off", next_review=PAST, reviewed=None).unpublish()
    assert not overdue_pages().exists()


@pytest.mark.parametrize("name", ["content_overdue", "content_readability"])
def test_a_report_costs_the_same_with_more_pages(
    home: HomePage, editor: User, client: Client, name: str
) -> None:
    client.force_login(editor)
    add_information(home, "First", next_review=PAST, reviewed=None)
    url = reverse(name)
    assert "First" in client.get(url).content.decode()
    with CaptureQueriesContext(connection) as few:
        client.get(url)
    for number in range(5):
        add_information(home, f"Page {number}", next_review=PAST, reviewed=None)
    with CaptureQueriesContext(connection) as many:
        assert "Page 4" in client.get(url).content.decode()
    assert len(few) == len(many)


def test_the_report_can_be_taken_away_as_a_table(
    home: HomePage, editor: User, client: Client
) -> None:
    add_information(home, "Late", next_review=PAST, reviewed=None)
    client.force_login(editor)
    response = client.get(reverse("content_overdue"), {"export": "csv"})
    lines = b"".join(response.streaming_content).decode()
    assert "Late,2026-01-05,St Wyvern's Hospice" in lines


def test_the_readability_report_says_how_a_page_reads(
    home: HomePage, editor: User, client: Client
) -> None:
    hard = "<p>Multidisciplinary organisational considerations necessitate deliberation.</p>"
    add_information(home, "Hard", body=[text(hard)])
    client.force_login(editor)
    assert "<td>Complex</td>" in client.get(reverse("content_readability")).content.decode()


@pytest.mark.parametrize("name", ["content_overdue", "content_readability"])
@pytest.mark.parametrize("role", ["triage", "stranger"])
def test_reports_are_for_those_who_work_on_pages(
    role: str, name: str, client: Client, request: pytest.FixtureRequest
) -> None:
    client.force_login(request.getfixturevalue(role))
    assert client.get(reverse(name)).status_code in {302, 403}


def test_editors_meet_overdue_pages_first(home: HomePage, editor: User, client: Client) -> None:
    add_information(home, "Forgotten", next_review=PAST, reviewed=None)
    client.force_login(editor)
    front = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Pages whose review is overdue" in front
    assert "Forgotten" in front


def test_the_editor_shows_how_a_page_reads(home: HomePage, editor: User, client: Client) -> None:
    page = add_information(home, "P", body=[text("<p>Ring us.</p>")])
    client.force_login(editor)
    shown = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "LIX 2, good" in shown
