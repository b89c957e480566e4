"""What nobody has confirmed for too long stands lower in the finder."""

import pytest

from services_directory.finder.ordering import OVERDUE_HANDICAP, ordered
from services_directory.finder.request import Ask
from services_directory.finder.words import Words
from services_directory.models import Service
from tests.services_directory.assurance.build import AMBER, GREEN, OLD, RED, entry

pytestmark = pytest.mark.django_db


def names(words: Words | None = None, **ask: object) -> list[str]:
    found = ordered(Service.objects.public(), Ask(**ask), words or Words())
    return [service.name for service in found]


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
    assert names(words, text="group").index("Red") == OVERDUE_HANDICAP - 1


def test_who_sorts_by_name_gets_names():
    entry("A red one", RED), entry("B green", GREEN)
    assert names(sort="name") == ["A red one", "B green"]
