import pytest

from portal.places.models import Area
from portal.places.queries import find_place
from search.documents import Document
from search.ranking import MOST_BOOST, Ranked, miles, rank

pytestmark = pytest.mark.django_db


def doc(pk: str, **more: object) -> Document:
    return Document(id=f"service:{pk}", kind="service", title=pk, url="/", **more)


def order(ranked: list[Ranked]) -> list[str]:
    return [each.document.title for each in ranked]


def test_without_a_place_the_score_of_the_engine_decides() -> None:
    assert order(rank([(doc("a"), 1.0), (doc("b"), 2.0)], None)) == ["b", "a"]


def test_equal_scores_keep_the_order_of_the_engine() -> None:
    assert order(rank([(doc("b"), 1.0), (doc("a"), 1.0)], None)) == ["b", "a"]


def test_the_documents_own_boost_pushes_gently() -> None:
    assert order(rank([(doc("a"), 1.0), (doc("b", boost=1.2), 0.9)], None)) == ["b", "a"]
    (ranked,) = rank([(doc("a", boost=1000.0), 1.0)], None)
    assert ranked.score == MOST_BOOST


def test_what_is_for_professionals_alone_gives_way_a_little() -> None:
    clinical = doc("clinical", facets={"audience": ("professional",)})
    both = doc("both", facets={"audience": ("professional", "carer")})
    assert order(rank([(clinical, 1.1), (both, 1.0)], None)) == ["both", "clinical"]
    assert order(rank([(clinical, 1.3), (both, 1.0)], None)) == ["clinical", "both"]


def test_what_covers_the_place_comes_before_the_whole_country(vale: dict[str, Area]) -> None:
    national = doc("national", areas=("test-england",))
    local = doc("local", areas=("test-east",))
    ranked = rank([(national, 1.1), (local, 1.0)], find_place("WY1 1AA"))
    assert order(ranked) == ["local", "national"]
    assert [each.reason for each in ranked] == ["Covers your area", "National"]


def test_near_comes_before_far(vale: dict[str, Area]) -> None:
    near, far = doc("near", point=(54.0, 1.5)), doc("far", point=(54.5, 1.5))
    ranked = rank([(far, 1.0), (near, 1.0)], find_place("WY1 1AA"))
    assert order(ranked) == ["near", "far"]
    assert ranked[0].distance_km == 0
    assert ranked[1].reason == "About 35 miles away"


def test_what_is_very_far_and_not_for_here_is_put_back(vale: dict[str, Area]) -> None:
    remote = doc("remote", point=(50.0, -5.0))
    ranked = rank([(remote, 1.3), (doc("online"), 1.0)], find_place("WY1 1AA"))
    assert order(ranked) == ["online", "remote"]
    assert ranked[1].reason == ""


def test_a_much_better_match_still_wins_over_nearness(vale: dict[str, Area]) -> None:
    hits = [(doc("near", point=(54.0, 1.5), areas=("test-east",)), 1.0), (doc("better"), 3.0)]
    assert order(rank(hits, find_place("WY1 1AA"))) == ["better", "near"]


@pytest.mark.parametrize(
    ("km", "words"),
    [(0.5, "less than a mile"), (3.7, "2.3 miles"), (16.2, "10 miles"), (80, "50 miles")],
)
def test_distances_are_told_in_miles(km: float, words: str) -> None:
    assert miles(km) == words
