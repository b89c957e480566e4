from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone

from search import journal
from search.documents import record_change
from search.engines.embedded import EmbeddedEngine
from search.engines.embedded_index import locked_writer
from search.jobs import JOBS
from search.models import SearchChange
from search.queries import find
from tests.search.conftest import Shelf

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("emptied_database_is_filled_again"),
]


def quiet(line: str) -> None:
    """Say nothing."""


@pytest.fixture
def built(engine: EmbeddedEngine, pages: Shelf) -> EmbeddedEngine:
    pages.put("1", "Grief")
    journal.rebuild(quiet)
    return engine


def change(shelf: Shelf, pk: str, title: str | None) -> None:
    with transaction.atomic():
        if title is None:
            del shelf.things[pk]
        else:
            shelf.put(pk, title)
        record_change(shelf.kind, pk)


def titles(text: str = "") -> list[str]:
    return sorted(hit.title for hit in find(text).hits)


def waiting() -> int:
    return SearchChange.objects.filter(applied=None).count()


def test_a_change_is_found_as_soon_as_it_is_committed(built: EmbeddedEngine, pages: Shelf) -> None:
    change(pages, "2", "Funerals")
    assert titles("funeral") == ["Funerals"]
    change(pages, "2", "Cremation")
    assert titles("cremation") == ["Cremation"]
    change(pages, "2", None)
    assert titles() == ["Grief"]
    assert waiting() == 0


def test_a_rolled_back_change_leaves_no_trace(built: EmbeddedEngine, pages: Shelf) -> None:
    def fail() -> None:
        with transaction.atomic():
            record_change("page", "1")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert not SearchChange.objects.exists()


def test_a_crash_between_commit_and_index_is_caught_up(
    built: EmbeddedEngine, pages: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as crash:
        crash.setattr(journal, "_apply_at_once", lambda: None)  # killed before it ran
        change(pages, "2", "Funerals")
    assert titles("funeral") == []
    assert waiting() == 1
    assert journal.apply_pending() == 1
    assert titles("funeral") == ["Funerals"]
    assert journal.apply_pending() == 0


def test_a_busy_writer_leaves_the_change_to_the_worker(built: EmbeddedEngine, pages: Shelf) -> None:
    with locked_writer(built.folder.index(), wait=0):
        change(pages, "2", "Funerals")  # neither waits nor fails
    assert waiting() == 1
    call_command("update_search", verbosity=0)
    assert titles("funeral") == ["Funerals"]


def test_without_an_index_changes_wait_for_the_first_build(
    engine: EmbeddedEngine, pages: Shelf
) -> None:
    change(pages, "2", "Funerals")
    assert waiting() == 1
    assert pages.loads == 0
    assert journal.apply_pending() == 0
    journal.rebuild(quiet)
    assert waiting() == 0
    assert titles("funeral") == ["Funerals"]


def test_trouble_in_the_index_does_not_reach_the_one_who_saves(
    built: EmbeddedEngine, pages: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(built, "apply", broken)
    change(pages, "2", "Funerals")
    assert waiting() == 1


def test_many_changes_in_one_transaction_are_applied_in_one_go(
    built: EmbeddedEngine, pages: Shelf
) -> None:
    pages.loads = 0
    with transaction.atomic():
        for number in range(50):
            pages.put(str(number), f"Page {number}")
            record_change("page", str(number))
    assert pages.loads == 1
    assert waiting() == 0


def test_the_worker_applies_more_than_one_batch(
    built: EmbeddedEngine, pages: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages.put("2", "Funerals")
    monkeypatch.setattr(journal, "BATCH", 2)
    SearchChange.objects.bulk_create(SearchChange(kind="page", pk_text="2") for _ in range(5))
    assert journal.apply_pending() == 5
    assert titles("funeral") == ["Funerals"]


def test_a_change_of_an_unknown_kind_does_no_harm(built: EmbeddedEngine) -> None:
    record_change("leaflet", "1")
    assert waiting() == 0


def test_an_edit_during_a_rebuild_is_in_the_new_index(built: EmbeddedEngine, pages: Shelf) -> None:
    """Whatever moment of the rebuild it falls in, and though the old index took it too."""

    def say(line: str) -> None:
        if line.startswith("  Information pages"):  # all pages are read, the index not switched
            change(pages, "1", "Grief, revised")
            change(pages, "3", "Written meanwhile")

    journal.rebuild(say)
    assert titles() == ["Grief, revised", "Written meanwhile"]
    assert waiting() == 0


def test_a_page_deleted_during_a_rebuild_stays_deleted(built: EmbeddedEngine, pages: Shelf) -> None:
    pages.put("2", "Funerals")

    def say(line: str) -> None:
        if line.startswith("  Information pages"):
            change(pages, "1", None)

    journal.rebuild(say)
    assert titles() == ["Funerals"]


def test_an_edit_told_to_the_old_index_at_the_switch_is_told_to_the_new(
    built: EmbeddedEngine, pages: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    point_to = built.folder._point_to

    def edit_then_switch(name: str) -> None:
        change(pages, "1", "At the last moment")
        point_to(name)

    monkeypatch.setattr(built.folder, "_point_to", edit_then_switch)
    journal.rebuild(quiet)
    assert titles() == ["At the last moment"]


def test_a_rebuild_tells_how_far_it_is(built: EmbeddedEngine, pages: Shelf) -> None:
    for number in range(600):
        pages.put(str(number), "Page")
    lines: list[str] = []
    assert journal.rebuild(lines.append) == 600
    assert "  Information pages: 500 …" in lines
    assert lines[-1] == "Search index in use: 600 documents."


def test_the_rebuild_command_says_when_it_cannot(built: EmbeddedEngine) -> None:
    with (
        built.folder.new_index(),
        pytest.raises(CommandError, match="Another rebuild"),
    ):
        call_command("rebuild_search")


def test_applied_changes_are_forgotten_after_a_week(built: EmbeddedEngine) -> None:
    record_change("page", "1")
    SearchChange.objects.update(applied=timezone.now() - timedelta(days=8))
    journal.apply_pending()
    assert not SearchChange.objects.exists()


def test_the_oldest_change_that_waits_is_known(engine: EmbeddedEngine) -> None:
    assert journal.oldest_waiting() is None
    record_change("page", "1")
    assert journal.oldest_waiting() == SearchChange.objects.get().at


def test_the_worker_is_told_of_the_job() -> None:
    assert [("search-journal", 5, journal.apply_pending)] == JOBS
