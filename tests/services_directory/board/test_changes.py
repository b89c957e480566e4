"""The log says what changed, also when rows come late."""

from uuid import UUID

import pytest

from services_directory.board import changes
from services_directory.board.changes import Version
from services_directory.models import DirectoryChange

pytestmark = pytest.mark.django_db
ONE, TWO = UUID(int=1), UUID(int=2)


def told(old: Version, seen: dict[int, UUID | None]) -> set[UUID] | None:
    now = changes.version()
    return changes.changed(old, seen.keys(), now, changes.recent(now))


def now() -> tuple[Version, dict[int, UUID | None]]:
    version = changes.version()
    return version, changes.recent(version)


def test_before_any_change_there_is_a_version_too():
    assert changes.version() == Version(0, 0)


def test_a_change_makes_another_version_and_is_told():
    changes.note([TWO])  # PostgreSQL counts on from the tests before: a log from 0 would be far off
    old = now()
    changes.note([ONE, TWO])
    assert changes.version() != old[0]
    assert told(*old) == {ONE, TWO}
    assert told(*now()) == set()


def test_a_row_that_is_committed_late_makes_another_version_and_is_told():
    changes.note([ONE])
    changes.note([TWO])
    late = DirectoryChange.objects.order_by("pk").first()
    DirectoryChange.objects.filter(pk=late.pk).delete()  # as if not yet committed
    old = now()
    DirectoryChange.objects.create(pk=late.pk, service_key=ONE)
    assert changes.version().last == old[0].last
    assert changes.version() != old[0]
    assert told(*old) == {ONE}


def test_very_many_changes_are_one_row_and_cannot_be_told_apart():
    old = now()
    changes.note([UUID(int=number) for number in range(changes.MOST_AT_ONCE + 1)])
    assert DirectoryChange.objects.count() == 1
    assert told(*old) is None


def test_what_lies_too_far_back_cannot_be_told():
    changes.note([ONE])
    version, seen = now()
    behind = Version(version.last - changes.WINDOW - 1, 1)
    assert changes.changed(behind, [], version, seen) is None
    ahead = Version(version.last + 1, 1)  # a database put back from a copy
    assert changes.changed(ahead, [], version, seen) is None


def test_the_log_stays_short(monkeypatch):
    monkeypatch.setattr(changes, "KEPT", 3)
    for number in range(10):
        changes.note([UUID(int=number)])
    assert DirectoryChange.objects.count() == 3
    changes.note([])
    assert DirectoryChange.objects.count() == 3


def test_the_version_is_one_query(django_assert_num_queries):
    changes.note([ONE])
    with django_assert_num_queries(1):
        changes.version()
