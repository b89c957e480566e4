"""What the board knows of the public services."""

from uuid import uuid4

import pytest
from django.db.models import Q

from services_directory.board import bits, board, current
from services_directory.board.board import Board
from services_directory.choices import Status
from services_directory.models import Service
from tests.services_directory import build

pytestmark = pytest.mark.django_db


def names(made: Board, members: int) -> list[str]:
    return [
        Service.objects.get(pk=key).name for key in made.keys_of(bits.places(members))
    ]  # fmt: skip


def test_only_what_is_public_is_there_in_the_order_of_names():
    for name in ("beta", "Alpha", "Gamma", "alpine"):
        build.service(name)
    build.service("Draft", live=False)
    build.service("Ended", status=Status.DEFUNCT)
    made = current()
    assert names(made, made.everyone) == ["Alpha", "alpine", "beta", "Gamma"]


def test_a_condition_is_asked_once(django_assert_num_queries):
    build.service("Free", cost="free")
    build.service("Paid", cost="paid")
    made = current()
    assert names(made, made.members("free", Q(cost="free"))) == ["Free"]
    with django_assert_num_queries(0):
        assert made.members("free", Q(cost="free")).bit_count() == 1


def test_another_token_has_the_condition_asked_again():
    build.service("Free", cost="free")
    build.service("Paid", cost="paid")
    made = current()
    made.members("cost", Q(cost="free"), token="free")
    assert names(made, made.members("cost", Q(cost="paid"), token="paid")) == ["Paid"]
    assert names(made, made.members("cost", Q(cost="free"), token="free")) == ["Free"]


def test_what_is_not_public_is_in_no_set():
    hidden = build.service("Hidden", live=False, cost="free")
    made = current()
    assert made.select(Q(cost="free")) == 0
    assert made.bits_of([hidden.pk, uuid4()]) == 0


def test_facts_are_read_once_for_all():
    service = build.service()
    read = []
    made = current()
    for _ in range(2):
        assert made.facts("fact", lambda keys: read.append(keys) or {service.pk: 7}) == {
            service.pk: 7
        }
    assert read == [None]


def test_a_few_things_are_remembered_and_the_oldest_forgotten():
    made, asked = current(), []
    made.remember("another shelf", "a", list)
    for name in ("a", "a", "b", "a", "c", "b", "a"):
        made.remember("shelf", name, lambda name=name: asked.append(name) or name, most=2)
    assert asked == ["a", "b", "c", "a"]


def test_names_are_sorted_without_regard_to_capitals():
    assert sorted(["beta", "Alpha", "ÉCOLE", "école"], key=board.sort_name)[:2] == ["Alpha", "beta"]
