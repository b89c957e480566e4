import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services_directory.finder.filters import Filter, Option
from services_directory.finder.request import Ask, read
from tests.services_directory import build

pytestmark = pytest.mark.django_db
FILTERS = (
    Filter(
        "need", "What for", (Option("bereavement", "After a death"), Option("respite", "Breaks"))
    ),
    Filter("cost", "Cost", (Option("free", "Free"),)),
)


def ask(query: str) -> Ask:
    return read(QueryDict(query), FILTERS)


def test_nothing_asked_is_an_empty_request():
    assert ask("").is_empty
    assert ask("").query() == "?"


def test_words_place_and_choices_are_read():
    build.postcode()
    asked = ask("q=grief+group&near=wy31ab&need=bereavement&need=respite&cost=free&distance=5")
    assert asked.text == "grief group"
    assert asked.place.name == "WY3 1AB"
    assert asked.chosen == {"need": ("bereavement", "respite"), "cost": ("free",)}
    assert asked.miles == 5
    assert asked.notes == ()


def test_a_postcode_among_the_words_is_a_place():
    build.postcode()
    asked = ask("q=bereavement+group+near+WY3+1AB")
    assert (asked.text, asked.near, asked.place.name) == ("bereavement group", "WY3 1AB", "WY3 1AB")


def test_a_town_after_near_among_the_words_is_a_place():
    build.postcode()
    asked = ask("q=bereavement+group+near+Hollin+Bridge")
    assert (asked.text, asked.near) == ("bereavement group", "Hollin Bridge")
    assert asked.place.name == "Hollin Bridge"


def test_a_whole_postcode_among_the_words_that_nobody_knows_is_named():
    asked = ask("q=bereavement+group+near+ZZ9+9ZZ")
    assert (asked.text, asked.near, asked.place) == ("bereavement group", "ZZ9 9ZZ", None)
    assert "We do not know the place “ZZ9 9ZZ”" in asked.notes[0]


def test_words_that_only_look_like_a_postcode_stay_words():
    assert ask("q=vitamin+B12").text == "vitamin B12"


@pytest.mark.parametrize("near", ["WY3", "hollin bridge"])
def test_an_outward_code_or_a_town_is_a_place_too(near):
    build.postcode()
    assert ask(f"near={near}").place is not None


def test_an_unknown_place_is_kept_and_named():
    asked = ask("near=Atlantis&distance=5")
    assert (asked.near, asked.place, asked.miles) == ("Atlantis", None, None)
    assert "We do not know the place “Atlantis”" in asked.notes[0]


def test_an_unknown_choice_is_left_out_and_named():
    asked = ask("need=bereavement&need=nonsense")
    assert asked.chosen == {"need": ("bereavement",)}
    assert asked.notes == ("We do not know “nonsense”, so it was left out.",)


@pytest.mark.parametrize("distance", ["-3", "0", "ten", "1e9", "99999", "²"])
def test_an_impossible_distance_is_left_out_and_named(distance):
    build.postcode()
    asked = ask(f"near=WY3&distance={distance}")
    assert asked.miles is None
    assert "distance" in asked.notes[0]


def test_nearest_first_needs_a_place():
    assert ask("sort=nearest").sort == "best"
    assert "Enter a postcode" in ask("sort=nearest").notes[0]
    assert "order" in ask("sort=cheapest").notes[0]


@pytest.mark.parametrize(("page", "number"), [("2", 2), ("-1", 1), ("x", 1), ("9" * 30, 1)])
def test_a_page_is_a_number_or_the_first(page, number):
    assert ask(f"page={page}").page == number


def test_one_value_one_filter_or_the_place_can_be_taken_off():
    build.postcode()
    asked = ask("q=grief&need=bereavement&need=respite&near=WY3&distance=5")
    assert asked.without("need", "respite").chosen == {"need": ("bereavement",)}
    assert asked.without("need").chosen == {}
    assert asked.without("text").text == ""
    assert asked.without("miles").query() == "?q=grief&near=WY3&need=bereavement&need=respite"
    bare = asked.without("near")
    assert (bare.near, bare.place, bare.miles) == ("", None, None)


def test_the_query_says_the_same_when_read_again():
    build.postcode()
    asked = ask("q=grief&need=respite&near=WY3&distance=5&sort=name")
    assert read(QueryDict(asked.query()[1:]), FILTERS) == asked


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.dictionaries(
        st.sampled_from(["q", "near", "need", "cost", "distance", "sort", "page"]),
        st.text(max_size=60),
    )
)
def test_nothing_that_is_typed_is_an_error(values):
    query = QueryDict(mutable=True)
    query.update(values)
    asked = read(query, FILTERS)
    assert asked.page >= 1
    assert set(asked.chosen) <= {"need", "cost"}


@pytest.mark.parametrize("page", ["0", "00", "1", ""])
def test_no_page_comes_before_the_first(page):
    assert ask(f"page={page}").page == 1


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("near WY3 1AB", ""),
        ("Near WY3 1AB", ""),
        ("in wy31ab", ""),
        ("WY3 1AB", ""),
        ("grief group In WY3 1AB", "grief group"),
        ("WY3 1AB grief", "grief"),
        ("linear WY3 1AB", "linear"),
        ("sit-in WY3 1AB", "sit-in"),
    ],
)
def test_the_words_that_lead_to_a_postcode_go_with_it(typed, words):
    build.postcode()
    asked = ask(f"q={typed}")
    assert asked.place
    assert asked.text == words


def test_a_place_of_its_own_leaves_a_postcode_among_the_words():
    build.postcode()
    build.postcode("WY9 9ZZ", (54.5, 1.5), "west")
    asked = ask("q=group+WY9+9ZZ&near=WY3+1AB")
    assert (asked.text, asked.place.name) == ("group WY9 9ZZ", "WY3 1AB")


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [("  grief \t  group\n", "grief group"), ("a\x00b", "a b"), ("\u202egrief", "grief")],
)
def test_words_are_tidied(typed, read_as):
    query = QueryDict(mutable=True)
    query["q"] = typed
    assert read(query, FILTERS).text == read_as


def test_words_end_after_two_hundred_signs():
    assert len(ask("q=" + "a" * 900).text) == 200


def test_a_choice_made_twice_is_one_choice():
    assert ask("need=respite&need=respite").chosen == {"need": ("respite",)}


def test_an_empty_choice_is_no_choice_and_no_mistake():
    asked = ask("need=&cost=")
    assert (asked.chosen, asked.notes) == ({}, ())


def test_a_choice_of_another_filter_is_not_known_here():
    assert ask("cost=bereavement").notes == ("We do not know “bereavement”, so it was left out.",)


def test_no_more_than_three_mistakes_are_named_and_each_once():
    notes = ask("need=a&need=b&cost=a&cost=c&need=d").notes
    assert [note.split("“")[1][0] for note in notes] == ["a", "b", "d"]


def test_a_long_mistake_is_named_in_short():
    assert "“" + "x" * 60 + "”" in ask("need=" + "x" * 500).notes[0]


def test_a_key_that_is_no_filter_is_passed_over():
    assert ask("utm_source=x&fbclid=y") == Ask()


def test_a_distance_without_a_place_is_no_distance():
    assert ask("distance=5").miles is None
    assert ask("distance=5").notes == ()


@pytest.mark.parametrize("sort", ["best", "nearest", "name"])
def test_each_order_of_the_list_is_taken(sort):
    build.postcode()
    asked = ask(f"near=WY3&sort={sort}")
    assert (asked.sort, asked.notes) == (sort, ())


def test_only_the_best_order_goes_without_saying():
    assert Ask(sort="name").query() == "?sort=name"
    assert Ask(sort="best").query() == "?"


@pytest.mark.parametrize(
    ("query", "empty"),
    [("", True), ("sort=name&page=2", True), ("near=Atlantis", True), ("q=x", False),
     ("cost=free", False), ("near=WY3", False)],
)  # fmt: skip
def test_a_request_is_empty_when_nothing_narrows_the_list(query, empty):
    build.postcode()
    assert ask(query).is_empty is empty


def test_taking_off_what_was_not_chosen_changes_nothing():
    asked = ask("q=grief&need=respite")
    for name in ("cost", "miles", "near"):
        assert asked.without(name) == asked
    assert asked.without("need", "money") == asked
