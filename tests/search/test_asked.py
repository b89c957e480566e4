import pytest
from django.http import QueryDict

from search.asked import MOST_VALUES, Asked, read


def asked(query: str) -> Asked:
    return read(QueryDict(query))


def test_an_address_gives_words_facets_and_page() -> None:
    assert asked("q=%20grief%20&kind=page&mode=phone&mode=online&page=3&exact=1") == Asked(
        "grief", {"kind": ("page",), "mode": ("phone", "online")}, 3, correct=False
    )


@pytest.mark.parametrize("query", ["", "q=", "q=%22", "page=2", "kind=", "colour=red", "exact=1"])
def test_some_addresses_ask_for_nothing(query: str) -> None:
    assert not asked(query).anything


@pytest.mark.parametrize("query", ["q=grief", "kind=page", "q=%22&mode=phone"])
def test_a_word_or_a_filter_is_something(query: str) -> None:
    assert asked(query).anything


@pytest.mark.parametrize(
    "page", ["0", "-1", "x", "", "1.5", "\u0663", "999999999999999999999", "1e3", " "]
)
def test_a_page_that_makes_no_sense_is_the_first(page: str) -> None:
    assert read(QueryDict(f"q=a&page={page}")).page == 1


def test_filters_that_are_no_slugs_are_left_out() -> None:
    assert asked("stage=<b>&stage=a%3Db&stage=%00&stage=last-days&stage=last-days").facets == {
        "stage": ("last-days",)
    }


def test_there_is_an_end_to_filters() -> None:
    query = "&".join(f"topic=t{number}" for number in range(500))
    assert len(asked(query).facets["topic"]) == MOST_VALUES
