import pytest

from portal.places.queries import Place
from search.understanding.places import Placed, take_place

KNOWN = {
    name.casefold(): Place(name, 54.0, 1.5, ("east", "england"))
    for name in ("WY3 1AB", "WY3", "Easthaven", "Westbeck Cross")
}


def known(text: str) -> Place | None:
    return KNOWN.get(text.casefold())


def taken(text: str) -> tuple[str, str | None]:
    placed = take_place(text, known)
    return placed.text, placed.place.name if placed.place else None


@pytest.mark.parametrize(
    ("typed", "rest", "place"),
    [
        ("hospice WY3 1AB", "hospice", "WY3 1AB"),
        ("hospice wy31ab", "hospice", "WY3 1AB"),
        (
            "bereavement group for children near WY3 1AB",
            "bereavement group for children",
            "WY3 1AB",
        ),
        ("WY3 night nurse", "night nurse", "WY3"),
        ("night nurse near Easthaven", "night nurse", "Easthaven"),
        ("groups near to westbeck cross for men", "groups for men", "Westbeck Cross"),
        ("chemist in Easthaven?", "chemist", "Easthaven"),
        ("near easthaven", "", "Easthaven"),
        ("WY3 1AB", "", "WY3 1AB"),
    ],
)
def test_a_place_is_taken_out_of_the_text(typed: str, rest: str, place: str) -> None:
    assert taken(typed) == (rest, place)


@pytest.mark.parametrize(
    "typed",
    ["vitamin B12", "care in the last days", "near", "grief", "help in", "", "near nowhere at all"],
)
def test_what_is_no_place_of_ours_stays_in_the_text(typed: str) -> None:
    assert taken(typed) == (typed, None)


def test_a_whole_postcode_that_nobody_knows_is_named_and_not_searched_for() -> None:
    assert take_place("hospice near ZZ9 9ZZ", known) == Placed("hospice", unknown="ZZ9 9ZZ")


def test_easthaven_alone_is_a_word_like_any_other() -> None:
    assert taken("Easthaven") == ("Easthaven", None)
