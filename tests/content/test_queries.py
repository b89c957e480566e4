"""Listings: what they hold, and that their cost does not grow."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from content import queries
from content.models import HomePage, StagePage
from portal.vocabulary import Stage
from tests.content.builders import (
    add_guidance,
    add_information,
    make_hub,
    make_stage,
    make_urgent,
    text,
)

pytestmark = pytest.mark.django_db


def _cost(client: Client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def _grows(client: Client, url: str, add: Callable[[int], object]) -> tuple[int, int]:
    add(0)
    before = _cost(client, url)
    for number in range(1, 6):
        add(number)
    return before, _cost(client, url)


def test_a_stage_hub_costs_the_same_with_more_pages(stage: StagePage, client: Client) -> None:
    add = lambda n: add_information(stage, f"Page {n}", stages=["last-days"])  # noqa: E731
    before, after = _grows(client, stage.url, add)
    assert before == after


def test_the_professional_hub_costs_the_same_with_more_pages(
    home: HomePage, client: Client
) -> None:
    hub = make_hub(home)
    before, after = _grows(client, hub.url, lambda n: add_guidance(hub, f"Guide {n}"))
    assert before == after


def test_the_front_page_costs_the_same_with_more_stages(home: HomePage, client: Client) -> None:
    stages = list(Stage)
    before, after = _grows(client, "/", lambda n: make_stage(home, stages[n]))
    assert before == after


@pytest.mark.parametrize("make", ["information", "stage", "urgent", "hub", "home"])
def test_a_page_costs_at_most_fourteen_queries(home: HomePage, client: Client, make: str) -> None:
    stage = make_stage(home)
    linked = add_information(stage, "Linked")
    body = [text(f'<p><a id="{linked.pk}" linktype="page">x</a></p>')] * 5
    related = [{"type": "page", "value": linked.pk}]
    needs = [{"type": "need", "value": "night-care"}]
    pages = {
        "information": lambda: add_information(stage, "P", body=body, related=related, needs=needs),
        "stage": lambda: stage,
        "urgent": lambda: make_urgent(home),
        "hub": lambda: make_hub(home),
        "home": lambda: home,
    }
    assert _cost(client, pages[make]().url) <= 14


def test_a_page_of_another_part_is_listed_where_it_is_useful_too(stage: StagePage) -> None:
    other = make_stage(stage.get_parent().specific, Stage.PREPARING)
    add_information(other, "Shared", stages=["preparing", "last-days"])
    add_information(other, "Not shared", stages=["preparing"])
    assert [page.title for page in queries.pages_of_stage("last-days")] == ["Shared"]


def test_only_public_pages_are_listed(stage: StagePage) -> None:
    add_information(stage, "Draft", stages=["last-days"]).unpublish()
    assert not queries.pages_of_stage("last-days").exists()


def test_a_page_is_found_by_slug(home: HomePage) -> None:
    add_information(home, "Money", slug="money")
    assert queries.page_url("money") == "/money/"
    assert queries.page_url("nothing-here") is None


def test_an_unpublished_page_has_no_address_by_slug(home: HomePage) -> None:
    add_information(home, "Money", slug="money").unpublish()
    assert queries.page_url("money") is None


def test_of_two_pages_with_one_slug_the_first_in_the_tree_is_found(stage: StagePage) -> None:
    other = make_stage(stage.get_parent().specific, Stage.PREPARING)
    add_information(other, "Money", slug="money")
    first = add_information(stage, "Money", slug="money")
    assert queries.page_url("money") == first.url


def test_many_addresses_cost_one_query(home: HomePage, django_assert_num_queries: Any) -> None:
    for number in range(4):
        add_information(home, f"P{number}")
    queries.page_urls(["p0"])  # the address of the site is kept
    with django_assert_num_queries(1):
        found = queries.page_urls(f"p{number}" for number in range(4))
    assert found == {f"p{number}": f"/p{number}/" for number in range(4)}


def test_the_urgent_page_is_found_only_while_it_is_public(home: HomePage) -> None:
    assert queries.urgent_page() is None
    page = make_urgent(home)
    assert queries.urgent_page() == page
    page.unpublish()
    assert queries.urgent_page() is None


def test_stages_stand_in_the_order_of_the_tree_and_only_public_ones(home: HomePage) -> None:
    made = [make_stage(home, stage) for stage in (Stage.PREPARING, Stage.LAST_DAYS)]
    make_stage(home, Stage.LIVING_WITH_GRIEF).unpublish()
    made[1].move(home, pos="first-child")
    assert [page.stage for page in queries.stage_pages()] == ["last-days", "preparing"]
