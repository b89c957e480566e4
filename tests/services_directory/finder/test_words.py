"""Words find services by the index when it answers, else by the database."""

import pytest

from search import documents
from services_directory.finder.words import Words, match
from services_directory.models import Service
from tests.services_directory import build

pytestmark = pytest.mark.django_db


def names(text: str) -> set[str]:
    found = Service.objects.filter(match(text).condition)
    return set(found.values_list("name", flat=True))


@pytest.fixture
def ranking(monkeypatch) -> list[str]:
    """What the index answers; a test fills it."""
    answer: list[str] = []
    monkeypatch.setattr(documents, "find_ids", lambda text, kind: answer)
    return answer


@pytest.mark.parametrize("text", ["", "   ", "?!", "— …", "🕯"])
def test_without_a_letter_or_figure_everything_fits(text):
    assert match(text) == Words()


def test_the_index_is_asked_for_services_alone(monkeypatch):
    asked = []
    monkeypatch.setattr(documents, "find_ids", lambda text, kind: asked.append((text, kind)) or [])
    match("Grief group")
    assert asked == [("Grief group", "service")]


def test_ranks_follow_the_index_and_begin_with_nothing(ranking):
    first, second = build.service("Z"), build.service("A")
    ranking += [str(first.pk), str(second.pk)]
    assert match("grief").ranks == {first.pk: 0, second.pk: 1}
    assert names("grief") == {"A", "Z"}


def test_when_the_index_finds_nothing_nothing_fits(ranking):
    build.service("Grief group")
    assert names("grief") == set()


@pytest.mark.parametrize("text", ["grief", "GRIEF", "rief"])
def test_the_database_finds_any_part_of_a_word_in_any_case(text):
    build.service("Grief group")
    build.service("Other", summary="On Tuesdays.")
    assert names(text) == {"Grief group"}


def test_every_word_must_stand_somewhere_though_not_in_the_same_field():
    build.service("Walking", summary="On Tuesdays.")
    build.service("Singing", summary="On Mondays.")
    assert names("walking tuesdays") == {"Walking"}
    assert names("walking mondays") == set()


def test_marks_between_words_are_not_words():
    build.service("Walking", summary="On Tuesdays.")
    assert names("walking & tuesdays") == {"Walking"}


@pytest.mark.parametrize("field", ["staff_criteria", "internal_note", "staff_phone"])
def test_words_never_reach_what_is_for_staff(field):
    build.service("Group", **{field: "zebra"})
    assert names("zebra") == set()


@pytest.mark.parametrize("text", ["100%", "a_b", "it's", '"quoted', "back\\slash"])
def test_signs_of_the_database_are_only_signs(text):
    build.service("Nothing like it")
    build.service(f"Group {text}")
    assert names(text) == {f"Group {text}"}


def test_a_long_question_is_cut_after_ten_words():
    build.service("one two three four five six seven eight nine ten")
    assert names("one two three four five six seven eight nine ten eleven") != set()
    assert names("one two three four five six seven eight nine eleven") == set()
