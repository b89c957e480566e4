import pytest
from django.http import QueryDict

from services_directory.finder.facets import all_filters
from services_directory.finder.presenters import FinderPage, finder_page, sentence
from services_directory.finder.request import read
from services_directory.finder.results import find
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
