"""A service for one kind of loss stands lower until somebody speaks of that loss."""

import pytest

from services_directory.board import current
from services_directory.finder.losses import of_another_loss
from services_directory.finder.ordering import LOSS_HANDICAP, ordered
from services_directory.finder.request import Ask
from services_directory.finder.rows import Rows
from services_directory.finder.words import Words
from services_directory.models import Service
from tests.services_directory import build

pytestmark = pytest.mark.django_db


def of_one_loss(facet: str, *terms: str) -> Service:
    service = build.service("For one loss")
    for term in terms:
        build.tag(service, facet, term)
    return service


def of_another(service: Service, ask: Ask | None = None, spoken: str = "") -> bool:
    words = Words(speaks_of=lambda name: name == spoken)
    return of_another_loss(current(), ask or Ask(), words)(service.pk)


@pytest.mark.parametrize(("facet", "terms"), [("died", ["baby"]), ("cause", ["suicide"])])
def test_a_loss_that_nobody_spoke_of_is_another_one(facet, terms):
    assert of_another(of_one_loss(facet, *terms))


@pytest.mark.parametrize(
    ("facet", "terms"),
    [
        ("died", []),
        ("died", ["baby", "anyone"]),
        ("cause", ["suicide", "any"]),
        ("since", ["first-weeks"]),
        ("faith", ["muslim"]),
    ],
)
def test_who_is_there_for_any_loss_is_never_for_another(facet, terms):
    assert not of_another(of_one_loss(facet, *terms))


def test_one_of_its_losses_named_or_chosen_is_enough():
    service = of_one_loss("died", "baby", "child")
    name = Service.objects.get().attributes.last().taxonomy_term.name
    assert not of_another(service, spoken=name)
    assert not of_another(service, Ask(chosen={"died": ("friend",)}))
    assert of_another(service, Ask(chosen={"cause": ("suicide",)}))


def test_it_stands_below_what_fits_a_little_less():
    one = of_one_loss("cause", "suicide")
    others = [build.service(f"For any {number:02}") for number in range(LOSS_HANDICAP + 2)]
    ranks = {service.pk: rank for rank, service in enumerate([one, *others])}
    board = current()
    for speaks, place in ((False, LOSS_HANDICAP), (True, 0)):
        words = Words(ranks=ranks, speaks_of=lambda name, said=speaks: said)
        found = Rows(board, ordered(board, board.everyone, Ask(text="grief"), words))[:]
        assert found[place] == one
