from collections.abc import Iterator

import pytest

from services_directory.choices import Verdict
from services_directory.imports import staging
from services_directory.imports.draft import OWN
from services_directory.imports.records import Batch, FeedProblem, Record
from services_directory.imports.staging import read_feed
from services_directory.models import Feed, ImportRun
from tests.services_directory.imports.feeding import body, feed, giving, group, run_of

pytestmark = pytest.mark.django_db


def many(count: int) -> list[Record]:
    return [group(f"s{number}", f"Group {number}") for number in range(count)]


def test_all_records_are_staged_with_their_keys_and_in_their_order():
    run = read_feed(run_of(), batches=giving(body(), *many(5), size=2))
    assert run.read_at is not None
    names = run.rows.filter(kind="service").values_list("name", flat=True)
    assert list(names) == [f"Group {number}" for number in range(5)]
    assert set(run.rows.values_list("their_key", flat=True)) == {"o1", "s0", "s1", "s2", "s3", "s4"}


def test_reading_goes_on_after_a_kill_without_doubling_anything():
    run, records = run_of(), many(10)

    def killed(of: Feed, run: ImportRun) -> Iterator[Batch]:
        for number, batch in enumerate(giving(*records, size=3)(of, run)):
            if number == 2:
                raise KeyboardInterrupt
            yield batch

    with pytest.raises(KeyboardInterrupt):
        read_feed(run, batches=killed)
    again = ImportRun.objects.get(pk=run.pk)
    assert (again.rows.count(), again.cursor, again.read_at) == (6, {"at": 6}, None)
    read_feed(again, batches=giving(*records, size=3))
    assert again.rows.count() == 10
    assert len(set(again.rows.values_list("position", flat=True))) == 10


def test_a_batch_given_twice_is_staged_once():
    run = run_of()

    def twice(of: Feed, run: ImportRun) -> Iterator[Batch]:
        yield Batch(many(3), {"at": 1})
        yield Batch(many(3), {"at": 2})

    read_feed(run, batches=twice)
    assert run.rows.count() == 3


def test_a_record_that_comes_again_with_more_is_completed():
    short = Record("organization", "o1", {"id": "o1", "name": "Care"})
    long = Record("organization", "o1", {"id": "o1", "name": "Other", "description": "They care."})
    run = read_feed(run_of(), batches=giving(short, long, size=1))
    data = run.rows.get().data
    assert (data["name"], data["description"]) == ("Care", "They care.")
    run = read_feed(run_of(), batches=giving(short, long))
    assert run.rows.get().data["description"] == "They care."


def test_a_record_refused_first_and_whole_later_counts():
    bad = Record("organization", "o1", {}, refusal="It has no name.")
    run = read_feed(run_of(), batches=giving(bad, body(), size=1))
    row = run.rows.get()
    assert (row.name, row.verdict, row.reason) == ("Eastmoor Care", "", "")
    run = read_feed(run_of(), batches=giving(body(), bad, size=1))
    assert run.rows.get().reason == ""


def test_what_the_reader_refused_is_refused_with_its_words():
    run = read_feed(
        run_of(), batches=giving(Record("service", "s1", {}, refusal="It has no name."))
    )
    row = run.rows.get()
    assert (row.verdict, row.reason) == (Verdict.REFUSED, "It has no name.")
    assert row.data[OWN]["refusal"] == "It has no name."


def test_notes_are_counted_and_stand_with_their_record():
    noted = [
        Record("service", f"s{n}", {"name": f"Group {n}"}, notes=("HTML was cleaned.",))
        for n in range(3)
    ]
    run = read_feed(run_of(), batches=giving(*noted, size=1))
    assert run.notes == [["HTML was cleaned.", 3, "Group 0"]]
    assert run.rows.first().data[OWN]["notes"] == ["HTML was cleaned."]


def test_very_many_different_notes_stay_a_short_list(monkeypatch):
    monkeypatch.setattr(staging, "MOST_NOTES", 3)
    noted = [Record("service", f"s{n}", {}, notes=(f"Note {n}",)) for n in range(10)]
    run = read_feed(run_of(), batches=giving(*noted, size=4))
    assert [words for words, _, _ in run.notes] == ["Note 0", "Note 1", "Note 2", staging.MORE]
    assert sum(count for _, count, _ in run.notes) == 10


def test_a_feed_that_breaks_off_stops_the_run_and_keeps_what_was_read():
    def broken(of: Feed, run: ImportRun) -> Iterator[Batch]:
        yield Batch(many(2), {"at": 2}, total=9)
        raise FeedProblem("The feed does not answer.")

    run = read_feed(run_of(), batches=broken)
    run.refresh_from_db()
    assert (run.problem, run.total, run.read_at) == ("The feed does not answer.", 9, None)
    assert run.stopped_at is not None
    assert run.rows.count() == 2


def test_a_run_that_is_discarded_while_it_is_read_is_not_read_on():
    def discarding(of: Feed, run: ImportRun) -> Iterator[Batch]:
        for number in range(5):
            ImportRun.objects.filter(pk=run.pk).update(stopped_at="2026-11-22T10:00:00Z")
            yield Batch([group(f"s{number}")], {"at": number})

    run = read_feed(run_of(), batches=discarding)
    assert run.rows.count() == 1
    assert run.read_at is None


def test_the_worker_can_stop_reading_after_any_batch():
    run = read_feed(run_of(), batches=giving(*many(6), size=2), keep_on=lambda: False)
    assert (run.rows.count(), run.read_at) == (2, None)


def test_two_feeds_with_the_same_plain_keys_do_not_meet():
    one = read_feed(run_of(feed("One")), batches=giving(group()))
    two = read_feed(run_of(feed("Two")), batches=giving(group()))
    assert one.rows.get().key != two.rows.get().key


def test_staging_takes_as_many_queries_for_many_records_as_for_few(django_assert_max_num_queries):
    run = run_of()
    with django_assert_max_num_queries(12):
        read_feed(run, batches=giving(*many(100), size=100))
