"""When nothing fits, something is let go: the least that helps, and it always ends."""

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services_directory.finder.facets import all_filters
from services_directory.finder.request import read
from services_directory.finder.results import FEW, Found, find
from services_directory.finder.widening import WIDEN
from services_directory.models import Language, Service
from tests.services_directory import build

pytestmark = pytest.mark.django_db
ASKED = {
    "q": "zebra", "need": "respite", "audience": "children", "died": "child", "cause": "suicide",
    "since": "weeks", "mode": "online", "cost": "paid", "referral": "gp", "open_now": "yes",
    "reach": "national", "language": "pl", "near": "WY3", "distance": "5", "access": "lift",
    "hours": "night", "wait": "4", "age": "65", "faith": "sikh", "feature": "drop-in",
}  # fmt: skip


def found(query: str) -> Found:
    filters = all_filters(build.TUESDAY_NOON)
    return find(read(QueryDict(query), filters), filters)


def names(services) -> list[str]:
    return [service.name for service in services]


def query(keys) -> str:
    return "&".join(f"{key}={ASKED[key]}" for key in keys)


@pytest.fixture
def _all_choices(db):
    build.postcode()
    for key in ("need", "audience", "died", "cause", "since", "faith", "feature"):
        build.term(key, ASKED[key])
    hidden = build.service("Hidden", live=False)
    Language.objects.create(service=hidden, code="pl")


@pytest.mark.usefixtures("_all_choices")
def test_everything_that_can_be_asked_can_be_let_go():
    filters = all_filters(build.TUESDAY_NOON)
    ask = read(QueryDict(query(ASKED)), filters)
    assert ask.notes == ()
    assert {each.key for each in filters} | {"text", "near", "miles"} == set(WIDEN)
    assert all(ask.without(name) != ask for name in WIDEN)


@pytest.mark.usefixtures("_all_choices")
@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.sets(st.sampled_from(sorted(ASKED))), st.booleans())
def test_widening_always_ends_in_services_that_fit_what_is_left_or_in_none(keys, is_any):
    Service.objects.filter(live=True).delete()
    if is_any:
        build.service("The only one", mode_in_person=False)
    result = found(query(keys))
    assert result.total <= int(is_any)
    assert set(result.relaxed) <= set(WIDEN)
    if not result.total:
        assert result.relaxed == ()
    for name in result.relaxed:
        assert result.ask.without(name) == result.ask
    if result.relaxed:
        assert not result.ask.is_empty


def test_what_fits_is_never_widened():
    build.service("Paid", cost="paid")
    build.service("Free", cost="free")
    result = found("cost=paid")
    assert (names(result.page), result.relaxed, result.helplines) == (["Paid"], (), [])


def test_one_detail_is_let_go_rather_than_two():
    one = build.service("A break, paid", cost="paid")
    two = build.service("A break")
    for service in (one, two):
        build.tag(service, "need", "respite")
    result = found("need=respite&cost=paid&mode=online")
    assert (result.relaxed, names(result.page)) == (("mode",), ["A break, paid"])


def test_what_somebody_came_for_is_kept_while_letting_go_of_details_helps():
    build.service("Paid and online", cost="paid", mode_online=True)
    build.tag(build.service("A break"), "need", "respite")
    result = found("need=respite&cost=paid&mode=online")
    assert (result.relaxed, names(result.page)) == (("cost", "mode"), ["A break"])


def test_of_several_details_only_those_that_stand_in_the_way_are_let_go():
    service = build.service("A break, for the GP to ask", referral_gp=True)
    build.tag(service, "need", "respite")
    result = found("need=respite&cost=paid&referral=gp&mode=online")
    assert (result.relaxed, result.total) == (("cost", "mode"), 1)


@pytest.mark.usefixtures("_all_choices")
@pytest.mark.parametrize(
    ("asked", "let_go"),
    [
        ("open_now=yes&cost=paid", "open_now"),
        ("distance=5&cost=paid&near=WY3", "miles"),
        ("cost=paid&mode=online", "cost"),
        ("mode=online&need=respite", "mode"),
        ("need=respite&q=two", "need"),
    ],
)
def test_of_two_things_that_would_help_the_lesser_is_let_go(asked, let_go):
    far = (54.6, 1.5)
    one = build.service("Evening one", cost="paid", mode_online=False)
    build.tag(one, "need", "respite")
    build.covers(one, "east")
    build.place(one, far)
    two = build.service("Evening two", mode_online=True, open_24_hours=True)
    build.covers(two, "east")
    assert found(asked).relaxed == (let_go,)


def test_the_distance_is_let_go_and_the_place_kept():
    build.postcode()
    service = build.service("Far hall")
    build.place(service, (54.6, 1.5))
    build.covers(service, "east")
    result = found("near=WY3&distance=5")
    assert result.relaxed == ("miles",)
    assert result.ask.place
    assert names(result.page) == ["Far hall"]


def test_words_that_nothing_holds_are_let_go_with_their_ranking(monkeypatch):
    from search import documents

    monkeypatch.setattr(documents, "find_ids", lambda text, kind: [])
    for name in ("B", "A"):
        build.service(name, cost="free")
    result = found("q=zebra&cost=free")
    assert result.relaxed == ("text",)
    assert names(result.page) == ["A", "B"]


@pytest.mark.parametrize("asked", ["q=zebra", "open_now=yes", "q=zebra&mode=online"])
def test_when_nothing_is_left_to_ask_for_nothing_is_listed(asked):
    build.service("Unasked")
    result = found(asked)
    assert (result.total, result.relaxed) == (0, ())
    assert result.ask.query() == f"?{asked}"


def test_the_choices_on_such_a_page_count_what_they_would_find():
    build.service("Unasked", cost="free")
    assert found("q=zebra").counts["cost"]["free"] == 1


def test_when_the_heart_of_the_matter_is_let_go_a_few_stand_for_all():
    for number in range(FEW + 3):
        build.service(f"Service {number:02}", cost="free")
    result = found("q=zebra&cost=free")
    assert (result.total, result.available, len(result.page)) == (FEW, FEW + 3, FEW)


def test_a_detail_that_is_let_go_shortens_no_list():
    build.term("need", "respite")
    for number in range(FEW + 3):
        build.tag(build.service(f"Service {number:02}"), "need", "respite")
    result = found("need=respite&cost=paid")
    assert (result.total, result.available) == (FEW + 3, None)


def test_counts_are_those_of_the_wider_request():
    build.service("Free", cost="free", mode_online=True)
    counts = found("q=zebra&mode=online").counts
    assert counts["cost"]["free"] == 1
