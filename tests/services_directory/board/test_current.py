"""A board that followed changes is the same as one read anew. With real commits."""

import random
from collections.abc import Iterator

import pytest
from django.db import transaction
from django.db.models import Q

from services_directory.board import bits, changes, current
from services_directory.board.board import Board
from services_directory.board.current import _lock, forget
from services_directory.finder.facets import all_filters
from services_directory.models import Service
from services_directory.services import services_changed
from tests.services_directory import build

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("emptied_database_is_filled_again"),
]


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    forget()
    yield
    forget()


def changed(*services: Service) -> None:
    with transaction.atomic():
        services_changed([service.pk for service in services])


def names() -> list[str]:
    return [name for name, _ in current().order]


def test_while_nothing_changed_it_is_the_same_board_for_one_query(django_assert_num_queries):
    build.service()
    first = current()
    with django_assert_num_queries(1):
        assert current() is first


def test_a_new_a_renamed_and_an_unpublished_service_are_followed():
    first, second = build.service("b"), build.service("c")
    assert names() == ["b", "c"]
    new = build.service("a")
    Service.objects.filter(pk=first.pk).update(name="d")
    Service.objects.filter(pk=second.pk).update(live=False)
    assert names() == ["b", "c"]
    changed(new, first, second)
    assert names() == ["a", "d"]


def test_a_deleted_service_is_gone_by_itself():
    service = build.service("b")
    assert names() == ["b"]
    service.delete()
    assert names() == []


def test_to_follow_a_change_takes_as_many_queries_however_many_services(
    django_assert_num_queries,
):
    for number in range(30):
        build.service(f"S{number}", cost="free")
    changed(Service.objects.last())  # numbers of the log begin anywhere
    current().members("free", Q(cost="free"))
    changed(Service.objects.first())
    with django_assert_num_queries(4):  # two looks at the version, the changes, the service
        assert current().members("free", Q(cost="free")).bit_count() == 30


def test_very_many_changes_have_everything_read_anew(monkeypatch):
    monkeypatch.setattr(changes, "MOST_AT_ONCE", 1)
    services = [build.service("a"), build.service("b")]
    assert names() == ["a", "b"]
    Service.objects.update(name="c")
    changed(*services)
    assert names() == ["c", "c"]


def test_a_transaction_sees_its_own_change_and_nobody_else_does():
    build.service("b")
    assert names() == ["b"]
    with transaction.atomic():
        changed(build.service("a"))
        assert names() == ["a", "b"]
        transaction.set_rollback(True)
    assert names() == ["b"]


def asked_everything(board: Board) -> dict[object, object]:
    """Return what the board says of every filter, and of a few facts, by key of service."""
    said: dict[object, object] = {}
    for each in all_filters(build.TUESDAY_NOON):
        for option in each.options:
            fits = each.fitting(board, [option.value])
            said[each.key, option.value] = board.keys_of(bits.places(fits))
    said["opening"] = {
        key: sorted(lines) for key, lines in board.facts("timetables", dict).items() if lines
    }
    return said | {"order": board.order}


def test_following_many_small_changes_ends_where_reading_anew_does():
    chance = random.Random(7)
    services = [build.service(f"S{number}") for number in range(12)]
    build.term("need", "respite")
    asked_everything(current())
    for turn in range(25):
        some = chance.sample(services, chance.randint(1, 3))
        for each in some:
            fields = {
                "name": f"S{chance.randrange(40)}", "live": chance.random() < 0.8,
                "cost": chance.choice(["free", "paid", ""]), "mode_phone": turn % 2 == 0,
            }  # fmt: skip
            Service.objects.filter(pk=each.pk).update(**fields)
            each.attributes.all().delete()
            if turn % 3:
                build.tag(each, "need", "respite")
            each.schedules.all().delete()
            build.opens(each, "TU", 9 + turn % 8, 18)
        changed(*some)
        if turn % 4 == 0:
            followed = asked_everything(current())
            forget()
            assert followed == asked_everything(current())


def test_who_comes_while_another_reads_gets_the_board_as_it_was():
    service = build.service("a")
    kept = current()
    Service.objects.filter(pk=service.pk).update(name="b")
    changed(service)
    with _lock:
        assert current() is kept
    assert names() == ["b"]


def test_what_was_asked_is_there_after_reading_everything_anew(
    monkeypatch, django_assert_num_queries
):
    monkeypatch.setattr(changes, "MOST_AT_ONCE", 0)
    service = build.service("a", cost="free")
    current().members("free", Q(cost="free"))
    changed(service)
    fresh = current()
    with django_assert_num_queries(0):
        assert fresh.members("free", Q(cost="free")) == fresh.everyone
