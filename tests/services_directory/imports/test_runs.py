from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from wagtail.models import ModelLogEntry

from services_directory.imports import readers, runs
from services_directory.imports.applying import NotReady
from services_directory.imports.runs import NotSure, State, state_of
from services_directory.jobs import JOBS
from services_directory.models import ImportRun, Service
from tests.services_directory.imports.feeding import body, compared, feed, giving, group, imported

pytestmark = pytest.mark.django_db


def some(count: int, start: int = 0) -> list:
    return [body(), *(group(f"s{n}", f"Group {n}") for n in range(start, count))]


@pytest.fixture
def reading(monkeypatch):
    """Make every feed give these records."""

    def give(*records) -> None:
        monkeypatch.setattr(readers, "batches", giving(*records))

    return give


def test_the_worker_reads_compares_and_waits_for_a_person(directory_editor, reading):
    reading(body(), group())
    run = runs.start(feed(), directory_editor)
    assert state_of(run) == State.READING
    started = ModelLogEntry.objects.for_instance(run).get()
    assert (started.action, started.user) == (runs.STARTED, directory_editor)
    assert runs.work_on_all() == 1
    run.refresh_from_db()
    assert (state_of(run), Service.objects.count()) == (State.READY, 0)
    assert runs.work_on_all() == 0
    runs.ask_to_apply(run, directory_editor, sure=False)
    run.refresh_from_db()
    assert state_of(run) == State.APPLYING
    runs.work_on_all()
    run.refresh_from_db()
    assert (state_of(run), Service.objects.count()) == (State.APPLIED, 1)
    entry = ModelLogEntry.objects.for_instance(Service.objects.get()).get()
    assert entry.user == directory_editor


def test_both_jobs_are_the_workers():
    assert {runs.work_on_all, runs.forget_old} <= {job for _, _, job in JOBS}


def test_a_fault_of_ours_stops_the_run_in_words_and_not_the_worker(monkeypatch, reading):
    def fail(of, run):
        raise ZeroDivisionError
        yield

    run = runs.start(feed(), None)
    monkeypatch.setattr(readers, "batches", fail)
    runs.work_on_all()
    run.refresh_from_db()
    assert (state_of(run), run.problem) == (State.STOPPED, runs.OUR_FAULT)
    assert runs.work_on_all() == 0
    reading(body(), group())
    runs.go_on(run)
    runs.work_on_all()
    run.refresh_from_db()
    assert state_of(run) == State.READY


def test_a_fault_while_applying_leaves_the_directory_and_can_be_tried_again(monkeypatch):
    run = compared(body(), group())
    runs.ask_to_apply(run, None, sure=False)
    with monkeypatch.context() as broken:
        broken.setattr(runs, "apply", lambda *given: 1 / 0)
        runs.work_on_all()
    run.refresh_from_db()
    assert (state_of(run), Service.objects.count()) == (State.STOPPED, 0)
    runs.go_on(run)
    runs.work_on_all()
    run.refresh_from_db()
    assert state_of(run) == State.READY


def test_only_a_run_with_a_report_can_be_applied(directory_editor):
    run = runs.start(feed(), directory_editor)
    with pytest.raises(NotReady, match="being read"):
        runs.ask_to_apply(run, directory_editor, sure=True)
    run = compared(body(), group())
    runs.ask_to_apply(run, directory_editor, sure=False)
    with pytest.raises(NotReady, match="being applied"):
        runs.ask_to_apply(run, directory_editor, sure=False)
    with pytest.raises(NotReady):
        runs.discard(run, directory_editor)


def test_a_discarded_run_changes_nothing_and_goes_no_further(directory_editor):
    run = compared(body(), group())
    runs.discard(run, directory_editor)
    run.refresh_from_db()
    assert state_of(run) == State.DISCARDED
    with pytest.raises(NotReady):
        runs.ask_to_apply(run, directory_editor, sure=True)
    with pytest.raises(NotReady):
        runs.go_on(run)
    assert runs.work_on_all() == 0
    assert not Service.objects.exists()


@pytest.mark.parametrize(
    ("before", "after", "doubtful"),
    [(20, 14, True), (20, 15, False), (100, 81, False), (100, 79, True), (5, 0, False)],
)
def test_when_much_would_go_a_person_must_say_so(before, after, doubtful):
    imported(*some(before))
    run = compared(*some(after))
    assert bool(runs.doubt(run)) == doubtful
    if doubtful:
        with pytest.raises(NotSure, match=f"{before - after} of the {before}"):
            runs.ask_to_apply(run, None, sure=False)
    runs.ask_to_apply(run, None, sure=True)


def test_a_feed_that_gave_less_than_it_says_it_has_is_doubted():
    imported(*some(10))
    run = compared(*some(9))
    assert runs.doubt(run) == ""
    run.total = 10
    assert runs.doubt(run) == "The feed says that it has 10 services, and gave 9."


def test_old_records_and_files_are_forgotten_and_the_run_is_kept():
    file = SimpleUploadedFile("feed.json", b"[]")
    old = runs.start(feed(), None, file)
    waiting = compared(body(), group())
    for run in (old, waiting):
        run.created_at = timezone.now() - runs.KEPT - timedelta(days=1)
        run.save()
    runs.discard(old, None)
    fresh = imported(body("o2"), group("s2", organization_id="o2"))
    assert runs.forget_old() == 0
    old.refresh_from_db()
    assert not old.file
    runs.discard(waiting, None)
    assert runs.forget_old() == 2
    assert ImportRun.objects.count() == 3
    assert (waiting.rows.count(), fresh.rows.count()) == (0, 2)
    ImportRun.objects.update(created_at=timezone.now() - runs.KEPT - timedelta(days=1))
    assert runs.forget_old() == 2
    assert Service.objects.count() == 1


def test_a_run_whose_records_are_forgotten_cannot_go_on():
    imported(body(), group())
    run = compared(body(), group())
    run.created_at = timezone.now() - runs.KEPT - timedelta(days=1)
    run.compared_at, run.stopped_at, run.problem = None, timezone.now(), runs.OUR_FAULT
    run.save()
    runs.forget_old()
    with pytest.raises(NotReady, match="Import the feed again"):
        runs.go_on(run)
    assert runs.work_on_all() == 0


def test_an_old_report_that_still_waits_can_be_compared_again():
    run = compared(body(), group())
    run.created_at = timezone.now() - runs.KEPT - timedelta(days=1)
    run.save()
    runs.forget_old()
    runs.go_on(run)
    assert runs.work_on_all() == 1
    run.refresh_from_db()
    assert (state_of(run), run.counts["service"]) == (State.READY, {"new": 1})


def test_a_file_is_read_by_its_name(directory_editor):
    run = runs.start(feed(), directory_editor, SimpleUploadedFile("april.json", b"[]"))
    assert run.source == "april.json"
    assert run.file.read() == b"[]"


def test_an_import_is_not_applied_after_a_newer_one_of_its_feed(directory_editor):
    old = compared(*some(3))
    new = compared(*some(3))
    ImportRun.objects.filter(pk=old.pk).update(created_at=new.created_at - timedelta(days=1))
    runs.ask_to_apply(new, directory_editor, sure=True)
    runs.work_on_all()
    with pytest.raises(NotReady, match="newer import"):
        runs.ask_to_apply(old, directory_editor, sure=True)


def test_a_newer_import_of_another_feed_is_no_hindrance(directory_editor):
    old = compared(*some(3))
    imported(*some(3), of=feed("Another"))
    runs.ask_to_apply(old, directory_editor, sure=True)
    old.refresh_from_db()
    assert state_of(old) == State.APPLYING


def test_the_time_that_opening_a_feed_takes_is_no_part_of_the_turn(monkeypatch):
    monkeypatch.setattr(runs, "TURN", timedelta(0))
    lasts = runs._turn()
    assert not lasts()
    monkeypatch.setattr(runs, "TURN", timedelta(hours=1))
    lasts = runs._turn()
    later = timezone.now() + timedelta(hours=5)
    monkeypatch.setattr(runs.timezone, "now", lambda: later)
    assert lasts()
    monkeypatch.setattr(runs.timezone, "now", lambda: later + timedelta(hours=2))
    assert not lasts()
