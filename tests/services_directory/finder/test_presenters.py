import pytest
from django.http import QueryDict

from services_directory.finder.facets import all_filters
from services_directory.finder.presenters import FinderPage, finder_page, sentence
from services_directory.finder.request import read
from services_directory.finder.results import find
from services_directory.models import Language
from tests.services_directory import build

pytestmark = pytest.mark.django_db


def page(query: str) -> FinderPage:
    filters = all_filters(build.TUESDAY_NOON)
    ask = read(QueryDict(query), filters)
    return finder_page(ask, find(ask, filters), filters, build.TUESDAY_NOON)


def words(total: int, query: str) -> str:
    filters = all_filters(build.TUESDAY_NOON)
    return sentence(total, read(QueryDict(query), filters), filters)


@pytest.mark.parametrize(
    ("total", "start"), [(0, "No services"), (1, "1 service"), (23, "23 services")]
)
def test_the_number_is_said_in_words_that_fit(total, start):
    assert words(total, "") == start


def test_the_sentence_lowers_labels_but_not_names():
    for key, name in [("group", "Bereavement groups"), ("lgbt", "LGBT+ people")]:
        term = build.term("need", key)
        term.name = name
        term.save()
    assert words(2, "need=group&need=lgbt") == "2 services for bereavement groups, LGBT+ people"


def test_no_service_is_said_to_be_for_a_suicide_or_a_child_who_died():
    build.tag(build.service(), "cause", "suicide")
    build.tag(build.service(), "died", "child")
    build.term("need", "respite")
    found = words(2, "need=respite&cause=suicide&died=child&age=65")
    assert found == (
        "2 services for respite (who died: child; how they died: suicide; age: 65 or over)"
    )


def test_names_of_faiths_and_languages_keep_their_capital():
    service = build.service()
    build.tag(service, "faith", "jewish")
    Language.objects.create(service=service, code="pl")
    assert words(1, "faith=jewish&language=pl") == "1 service (Jewish; Polish)"


def test_the_sentence_ends_with_place_and_distance():
    build.postcode()
    assert (
        words(3, "q=tea&near=wy31ab&distance=1")
        == "3 services for “tea” near WY3 1AB, within 1 mile"
    )


def test_choices_that_would_find_nothing_are_left_out_unless_made():
    build.service(cost="free")
    groups = {group.name: group for group in page("cost=paid").groups}
    assert {choice.value for choice in groups["cost"].options} == {"free"} | {"paid"}
    groups = {group.name: group for group in page("").groups}
    assert {choice.value for choice in groups["cost"].options} == {"free"}


def test_a_long_group_shows_the_fullest_choices_and_folds_the_rest():
    for number in range(10):
        for copy in range(10 - number):
            build.tag(build.service(f"S{number}-{copy}"), "need", f"need-{number}")
    group = next(group for group in page("").groups if group.name == "need")
    assert [choice.value for choice in group.options] == [f"need-{number}" for number in range(7)]
    assert [choice.value for choice in group.more] == ["need-7", "need-8", "need-9"]


def test_a_rare_group_is_folded_until_a_choice_is_made():
    service = build.service()
    build.tag(service, "died", "child", "partner")
    group = next(group for group in page("").groups if group.name == "died")
    assert (len(group.options), len(group.more)) == (0, 2)
    group = next(group for group in page("died=child").groups if group.name == "died")
    assert [choice.value for choice in group.options] == ["child"]
    assert group.options[0].checked


def test_an_unusual_distance_joins_the_list():
    build.postcode()
    labels = [label for _, label, chosen in page("near=WY3&distance=7").distances if chosen]
    assert labels == ["Within 7 miles"]


def test_the_title_names_two_things_and_the_sentence_all():
    build.tag(build.service(cost="free", mode_online=True), "need", "respite")
    made = page("q=evening&need=respite&cost=free&mode=online")
    assert made.sentence == "1 service for “evening”, respite (online; free)"
    assert made.title == "1 service for “evening”, respite"


def test_the_title_leaves_the_distance_to_the_sentence():
    build.postcode()
    build.place(build.service())
    made = page("near=WY3+1AB&distance=5")
    assert made.title == "1 service near WY3 1AB"
    assert made.sentence == "1 service near WY3 1AB, within 5 miles"


def chips(query: str) -> dict[str, str]:
    return {chip.label: chip.remove_url for chip in page(query).chips}


def test_every_choice_is_a_chip_that_takes_it_off_again():
    build.postcode()
    build.tag(build.service(), "need", "respite", "money")
    assert chips("q=tea&near=WY3+1AB&distance=1&need=respite&need=money&sort=name") == {
        "“tea”": "?near=WY3+1AB&need=respite&need=money&distance=1&sort=name",
        "Near WY3 1AB": "?q=tea&need=respite&need=money&sort=name",
        "Within 1 mile": "?q=tea&near=WY3+1AB&need=respite&need=money&sort=name",
        "Respite": "?q=tea&near=WY3+1AB&need=money&distance=1&sort=name",
        "Money": "?q=tea&near=WY3+1AB&need=respite&distance=1&sort=name",
    }


def test_a_chip_says_what_its_choice_is_about():
    build.tag(build.service(minimum_age=18), "died", "child")
    assert list(chips("died=child&age=65&mode=online")) == [
        "Who died: child", "Online", "Age: 65 or over",
    ]  # fmt: skip


def test_a_place_that_is_not_known_narrows_nothing_and_has_no_chip():
    assert chips("near=Atlantis") == {}


def test_without_a_question_there_is_no_chip():
    assert chips("") == {}


def test_what_was_let_go_is_named_in_the_words_of_the_page():
    build.postcode()
    build.service("Far and paid", cost="paid")
    made = page("near=WY3&distance=5&cost=paid")
    assert made.relaxed == "the place"
    assert made.sentence == "1 service (you pay)"


def test_choices_that_were_let_go_are_named_as_they_were_made():
    build.service("Paid", cost="paid")
    assert page("cost=paid&open_now=yes").relaxed == "“Open now”"
    assert page("cost=paid&mode=online&mode=phone").relaxed == "“Online” or “By phone”"


def test_what_is_listed_from_beyond_the_distance_is_explained_unless_a_place_was_wanted():
    build.postcode()
    build.place(build.service(mode_phone=True))
    assert page("near=WY3&distance=5").farther
    assert page("near=WY3").farther == ""
    assert page("near=WY3&distance=5&mode=in_person").farther == ""


def test_words_that_match_nothing_are_not_let_go():
    build.service("Far and free", cost="free")
    made = page("q=zebra")
    assert made.relaxed == ""
    assert made.sentence == "No services for “zebra”"


def test_chips_and_form_keep_what_was_let_go():
    build.service(cost="free")
    made = page("q=zebra")
    assert [chip.label for chip in made.chips] == ["“zebra”"]
    assert made.ask.text == "zebra"


def group(query: str, name: str):
    return next(group for group in page(query).groups if group.name == name)


def test_the_choice_for_all_is_not_offered_since_every_other_includes_it():
    build.tag(build.service(), "died", "anyone", "child")
    assert [choice.value for choice in group("", "died").more] == ["child"]
    assert "anyone" in [choice.value for choice in group("died=anyone", "died").options]


def test_eight_choices_are_shown_rather_than_one_folded():
    for number in range(8):
        build.tag(build.service(f"S{number}"), "need", f"need-{number}")
    made = group("", "need")
    assert (len(made.options), len(made.more)) == (8, 0)


def test_a_choice_that_was_made_is_never_folded():
    for number in range(10):
        for copy in range(10 - number):
            build.tag(build.service(f"S{number}-{copy}"), "need", f"need-{number}")
    made = group("need=need-9", "need")
    assert [choice.value for choice in made.options if choice.checked] == ["need-9"]
    assert len(made.options) == 8


def test_a_choice_says_how_many_it_would_find():
    for name, cost in [("A", "free"), ("B", "free"), ("C", "paid")]:
        build.service(name, cost=cost)
    made = {choice.value: (choice.label, choice.count) for choice in group("", "cost").options}
    assert made == {"free": ("Free", 2), "paid": ("You pay", 1)}


def test_one_order_and_one_distance_are_chosen_at_a_time():
    build.postcode()
    build.place(build.service())
    made = page("near=WY3&distance=10&sort=name")
    assert [label for _, label, chosen in made.sorts if chosen] == ["A to Z"]
    assert [label for _, label, chosen in made.distances if chosen] == ["Within 10 miles"]
    assert made.distances[0] == ("", "Any distance", False)
    assert page("").distances[0] == ("", "Any distance", True)
    assert page("").sorts[0] == ("best", "Best first", True)


def test_distances_stand_in_order_whatever_was_asked():
    build.postcode()
    miles = [int(value) for value, _, _ in page("near=WY3&distance=7").distances if value]
    assert miles == [1, 2, 5, 7, 10, 15, 25, 50]


def test_helplines_have_no_distance_from_a_place_that_found_nothing():
    build.postcode()
    line = build.service("Line", national=True, mode_phone=True)
    build.tag(line, "need", "bereavement")
    build.place(build.service("Local", mode_online=True))
    made = page("near=WY3&cost=paid&mode=online")
    assert [row.name for row in made.rows] == ["Local"]
    assert [(row.name, row.where) for row in made.helplines] == [("Line", "National helpline")]
