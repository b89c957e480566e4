"""What nobody has confirmed for too long stands lower in the finder."""

from datetime import timedelta

import pytest

from portal.places.queries import find_place
from services_directory.assurance.services import record_check
from services_directory.board import current
from services_directory.finder.ordering import OVERDUE_HANDICAP, ordered
from services_directory.finder.request import Ask
from services_directory.finder.rows import Rows
from services_directory.finder.words import Words
from tests.services_directory import build
from tests.services_directory.assurance.build import AMBER, GREEN, OLD, RED, entry

pytestmark = pytest.mark.django_db


def names(words: Words | None = None, **ask: object) -> list[str]:
    board = current()
    order = ordered(board, board.everyone, Ask(**ask), words or Words())
    return [service.name for service in Rows(board, order)[:]]


def test_red_stands_below_green_and_amber():
    (
        entry("A red one", RED),
        entry("B amber", AMBER),
        entry("C green", GREEN),
        entry("D never", None),
    )
    assert names() == ["B amber", "C green", "A red one", "D never"]


@pytest.mark.parametrize("kept", [{"open_24_hours": True}, {"pathway": "bereavement-support"}])
def test_what_may_be_somebodys_last_answer_keeps_its_place(kept):
    entry("A line for the night", OLD, **kept)
    entry("B green", GREEN)
    assert names() == ["A line for the night", "B green"]


def test_by_words_a_red_one_must_fit_much_better():
    red = entry("Red", RED)
    others = [entry(f"Green {number:02}", GREEN) for number in range(OVERDUE_HANDICAP + 3)]
    ranked = [red, *others]
    words = Words(ranks={service.pk: rank for rank, service in enumerate(ranked)})
    assert names(words, text="group").index("Red") == OVERDUE_HANDICAP


@pytest.mark.parametrize("sort", ["nearest", "soonest"])
def test_of_two_as_near_or_as_soon_the_red_one_stands_below(sort):
    build.postcode()
    for made in (entry("A red one", RED), entry("B green", GREEN)):
        build.place(made)
    assert names(sort=sort, place=find_place("WY3 1AB")) == ["B green", "A red one"]


def test_who_sorts_by_name_gets_names():
    entry("A red one", RED), entry("B green", GREEN)
    assert names(sort="name") == ["A red one", "B green"]


def test_a_check_lifts_an_entry_up_again():
    entry("Green", GREEN)
    red = entry("A red one", RED)
    assert names() == ["Green", "A red one"]
    record_check(red, role="Nurse manager", checked="Phone")
    assert names() == ["A red one", "Green"]


def test_an_entry_sinks_with_time_alone(clock):
    entry("A first", AMBER), entry("B second", GREEN)
    assert names() == ["A first", "B second"]
    clock.shift(timedelta(days=60))
    assert names() == ["B second", "A first"]


def test_the_finder_says_that_old_entries_stand_lower(client, settings):
    settings.DIRECTORY_RED_MONTHS = 7
    page = client.get("/services/").content.decode()
    assert "What nobody has confirmed for 7 months stands lower" in page
