"""Lists of the editors' admin cost the same however much they hold."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from content.models import HomePage, PageFeedback, Timescale, Topic
from portal.people.models import User
from tests.content.builders import add_information
from tests.content.learning.makers import make_offering, make_session, make_subject

pytestmark = pytest.mark.django_db


def feedback(home: HomePage, number: int) -> None:
    page = add_information(home, f"Page {number}")
    PageFeedback.objects.create(page=page.page_ptr, useful=True)


def timescale(home: HomePage, number: int) -> None:
    facts = dict.fromkeys(["provider", "how", "usual", "late", "owner"], "x")
    Timescale.objects.create(item=f"Bed {number}", checked="2026-11-02", **facts)


LISTS: dict[str, Callable[[HomePage, int], object]] = {
    "pagefeedback": feedback,
    "timescale": timescale,
    "topic": lambda home, n: Topic.objects.create(name=f"T{n}", slug=f"t{n}"),
    "learningoffering": lambda home, n: make_offering(f"Course {n}"),
    "learningsession": lambda home, n: make_session(make_offering(f"Course {n}")),
    "framework": lambda home, n: make_subject(str(2000 + n)),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_the_admin_costs_the_same_with_more_rows(
    home: HomePage, administrator: User, client: Client, name: str
) -> None:
    client.force_login(administrator)
    url = reverse(f"wagtailsnippets_content_{name}:list")
    LISTS[name](home, 0)
    LISTS[name](home, 1)
    assert client.get(url).status_code == 200
    with CaptureQueriesContext(connection) as few:
        client.get(url)
    for number in range(2, 7):
        LISTS[name](home, number)
    with CaptureQueriesContext(connection) as many:
        client.get(url)
    assert len(many) == len(few)
