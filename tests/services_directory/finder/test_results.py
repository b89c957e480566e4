import pytest
from django.http import QueryDict

from search import documents
from services_directory.choices import Status
from services_directory.finder.facets import all_filters
from services_directory.finder.request import read
from services_directory.finder.results import Found, find
from tests.services_directory import build

pytestmark = pytest.mark.django_db
FAR = (54.6, 1.5)
NEAR = (54.01, 1.5)


@pytest.fixture(autouse=True)
def _here(db):
    build.postcode()


def found(query: str) -> Found:
    filters = all_filters(build.TUESDAY_NOON)
    return find(read(QueryDict(query), filters), filters)


def names(query: str) -> list[str]:
    return [service.name for service in found(query).page]


def test_without_a_question_all_public_services_are_listed_by_name():
    build.service("B")
    build.service("A")
    build.service("Hidden", status=Status.INACTIVE)
    build.service("Draft", live=False)
    assert names("") == ["A", "B"]


def test_words_match_name_summary_description_and_provider():
    build.service("Grief group")
    build.service("Other", description="For grief of any kind.", summary="A group")
    build.service("Third", organization=build.organization("The Grief Group"))
    build.service("Nothing of the sort")
    assert set(names("q=grief+GROUP")) == {"Grief group", "Other", "Third"}


def test_words_follow_the_ranking_of_the_index(monkeypatch):
    first, second = build.service("Z"), build.service("A")
    build.service("Unmatched")
    ranking = [str(first.pk), str(second.pk)]
    monkeypatch.setattr(documents, "find_ids", lambda text, kind: ranking)
    assert names("q=grief") == ["Z", "A"]


def test_a_national_service_needs_a_much_better_match_to_stand_above_a_local_one(monkeypatch):
    national = build.service("National", national=True)
    local = build.service("Local")
    build.covers(local, "east")
    ranking = [str(national.pk), str(local.pk)]
    monkeypatch.setattr(documents, "find_ids", lambda text, kind: ranking)
    assert names("q=grief&near=WY3") == ["Local", "National"]


def test_words_without_a_letter_leave_the_list_whole():
    build.service("A")
    assert names("q=%3F%3F%21") == ["A"]


def test_choices_of_one_kind_widen_and_kinds_narrow():
    one, two, three = (build.service(name) for name in ("One", "Two", "Three"))
    build.tag(one, "need", "bereavement")
    build.tag(two, "need", "respite")
    build.tag(three, "need", "money")
    build.tag(one, "audience", "children")
    assert set(names("need=bereavement&need=respite")) == {"One", "Two"}
    assert names("need=bereavement&need=respite&audience=children") == ["One"]


def test_a_need_includes_the_needs_below_it():
    top = build.term("need", "bereavement")
    build.term("need", "bereavement-group", parent=top)
    build.tag(build.service("Group"), "need", "bereavement-group")
    assert names("need=bereavement") == ["Group"]


def test_a_service_for_any_death_fits_each_kind_of_death():
    build.tag(build.service("Any"), "died", "anyone")
    build.tag(build.service("Child"), "died", "child")
    build.tag(build.service("Partner"), "died", "partner")
    result = found("died=child")
    assert [service.name for service in result.page] == ["Any", "Child"]
    assert result.counts["died"]["child"] == 2
    assert result.counts["died"]["partner"] == 2


@pytest.mark.parametrize(
    ("query", "fields"),
    [
        ("mode=online", {"mode_online": True}),
        ("cost=free", {"cost": "free"}),
        ("referral=self", {"referral_self": True}),
        ("reach=national", {"national": True}),
        ("open_now=yes", {"open_24_hours": True}),
    ],
)
def test_plain_facts_narrow_the_list(query, fields):
    build.service("Other")
    build.service("Fits", **fields)
    assert names(query) == ["Fits"]


def test_counts_respect_the_other_filters_but_not_their_own():
    for name, need, cost in [("A", "x", "free"), ("B", "x", "paid"), ("C", "y", "free")]:
        build.tag(build.service(name, cost=cost), "need", need)
    counts = found("need=x&cost=free").counts
    assert counts["need"] == {"x": 1, "y": 1}
    assert (counts["cost"]["free"], counts["cost"]["paid"]) == (1, 1)


def test_each_count_is_what_choosing_it_would_find():
    for index, need in enumerate(["x", "x", "y"]):
        build.tag(build.service(f"S{index}", mode_online=index == 0), "need", need)
    counts = found("").counts
    for key in ("need", "mode"):
        for value, count in counts[key].items():
            result = found(f"{key}={value}")
            assert count == (0 if result.relaxed else result.total)


def test_near_services_come_before_national_ones_by_distance():
    build.service("A national line", national=True, mode_phone=True)
    farther, nearer = build.service("Farther"), build.service("Nearer")
    build.place(farther, NEAR)
    build.place(nearer)
    assert names("near=WY3+1AB") == ["Nearer", "Farther", "A national line"]


def test_a_service_for_another_area_is_not_shown():
    other = build.service("Other")
    build.place(other)
    build.covers(other, "west")
    build.place(build.service("Fits"))
    assert names("near=WY3+1AB") == ["Fits"]


def test_a_limit_keeps_what_needs_no_journey():
    for name, fields in [("Far hall", {}), ("At home", {"mode_home_visit": True})]:
        service = build.service(name, **fields)
        build.place(service, FAR)
        build.covers(service, "east")
    assert names("near=WY3+1AB&distance=5") == ["At home"]
    assert set(names("near=WY3+1AB")) == {"At home", "Far hall"}


def test_who_wants_it_in_person_gets_nothing_beyond_the_limit():
    build.place(build.service("Near"), NEAR)
    build.place(build.service("Far, by phone too", mode_phone=True), FAR)
    build.service("Line", national=True, mode_phone=True)
    assert names("near=WY3+1AB&distance=5&mode=in_person") == ["Near"]
    both = "near=WY3+1AB&distance=5&mode=in_person&mode=phone"
    assert set(names(both)) == {"Near", "Far, by phone too", "Line"}


def test_a_helpline_stands_on_the_page_once():
    for name in ("Line", "Other line"):
        build.tag(build.service(name, national=True, mode_phone=True), "need", "bereavement")
    build.service("Line in Polish", mode_phone=True, cost="paid")
    once = found("need=bereavement&cost=paid&reach=national")
    assert once.relaxed
    shown = [service.name for service in (*once.page, *once.helplines)]
    assert sorted(shown) == ["Line", "Other line"]


def test_the_list_can_be_sorted_by_distance_or_name():
    line = build.service("A line", national=True, mode_phone=True)
    hall, house = build.service("Hall"), build.service("House")
    build.place(hall, NEAR)
    build.place(house)
    assert names("near=WY3&sort=nearest") == ["House", "Hall", "A line"]
    assert names("near=WY3&sort=name") == [line.name, "Hall", "House"]


def test_when_nothing_fits_the_least_thing_is_let_go_and_named():
    build.tag(build.service("Group", cost="free"), "need", "bereavement")
    build.service("Costly", cost="paid")
    result = found("need=bereavement&cost=paid")
    assert result.relaxed == ("cost",)
    assert [service.name for service in result.page] == ["Group"]


def test_when_one_thing_is_not_enough_more_is_let_go():
    build.covers(build.service("Costly", cost="paid"), "east")
    online = build.service("Online", mode_online=True, mode_in_person=False, cost="free")
    build.covers(online, "east")
    build.term("need", "respite")
    result = found("q=zebra&need=respite&cost=paid&mode=online&near=WY3+1AB")
    assert set(result.relaxed) == {"cost", "need", "text"}
    assert [service.name for service in result.page] == ["Online"]


def test_a_fruitless_search_ends_in_helplines_open_day_and_night_first():
    for name, fields in [("Samaritans", {"open_24_hours": True}), ("Cruse", {})]:
        line = build.service(name, national=True, mode_phone=True, **fields)
        build.tag(line, "need", "mental-health")
    result = found("q=zebra")
    assert [service.name for service in result.helplines] == ["Samaritans", "Cruse"]
    assert found("").helplines == []


def test_an_empty_directory_finds_nothing_without_an_error():
    assert found("q=zebra&near=WY3").total == 0


def test_pages_hold_twenty_and_a_page_too_far_is_the_last():
    for number in range(23):
        build.service(f"Service {number:02}")
    assert len(names("")) == 20
    assert names("page=2") == names("page=99") == ["Service 20", "Service 21", "Service 22"]
