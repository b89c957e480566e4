"""When nothing fits, something is let go: the least that helps, and it always ends."""

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services_directory.finder.facets import all_filters
from services_directory.finder.request import read
from services_directory.finder.results import HELPLINES, WIDEN, Found, find
from services_directory.models import Language, Service
from tests.services_directory import build

pytestmark = pytest.mark.django_db
ASKED = {
    "q": "zebra", "need": "respite", "audience": "children", "died": "child", "cause": "suicide",
    "since": "weeks", "mode": "online", "cost": "paid", "referral": "gp", "open_now": "yes",
    "reach": "national", "language": "pl", "near": "WY3", "distance": "5",
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
    for key in ("need", "audience", "died", "cause", "since"):
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
def test_widening_always_ends_with_a_service_when_there_is_any(keys, is_any):
    Service.objects.filter(live=True).delete()
    if is_any:
        build.service("The only one", mode_in_person=False)
    result = found(query(keys))
    assert result.total == int(is_any)
    assert set(result.relaxed) <= set(WIDEN)
    if not is_any:
        assert result.relaxed == ()
    for name in result.relaxed:
        assert result.ask.without(name) == result.ask


def test_what_fits_is_never_widened():
    build.service("Paid", cost="paid")
    build.service("Free", cost="free")
    result = found("cost=paid")
    assert (names(result.page), result.relaxed, result.helplines) == (["Paid"], (), [])


def test_one_thing_is_let_go_rather_than_two():
    build.service("Paid and online", cost="paid", mode_online=True)
    build.tag(build.service("Other"), "need", "respite")
    result = found("need=respite&cost=paid&mode=online")
    assert result.relaxed == ("need",)
    assert names(result.page) == ["Paid and online"]


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
        build.service(name)
    result = found("q=zebra")
    assert result.relaxed == ("text",)
    assert names(result.page) == ["A", "B"]


def test_counts_are_those_of_the_wider_request():
    build.service("Free", cost="free")
    counts = found("q=zebra").counts
    assert counts["cost"]["free"] == 1


class TestHelplines:
    def line(self, name: str, *needs: str, **fields) -> None:
        made = build.service(name, **({"national": True, "mode_phone": True} | fields))
        build.tag(made, "need", *needs)

    def test_the_broadest_comes_first_after_those_open_day_and_night(self):
        self.line("One need", "bereavement")
        self.line("Two needs", "bereavement", "mental-health")
        self.line("Always", "advice-line", open_24_hours=True)
        assert names(found("q=zebra").helplines) == ["Always", "Two needs", "One need"]

    @pytest.mark.parametrize(
        "fields", [{"national": False}, {"mode_phone": False}, {"live": False}]
    )
    def test_only_public_national_lines_that_are_rung_are_offered(self, fields):
        self.line("Not a line", "bereavement", **fields)
        assert found("q=zebra").helplines == []

    def test_a_national_phone_service_that_does_not_listen_is_no_helpline(self):
        self.line("Equipment", "equipment")
        assert found("q=zebra").helplines == []

    def test_there_are_four_at_most(self):
        for number in range(HELPLINES + 2):
            self.line(f"Line {number}", "bereavement")
        assert len(found("q=zebra").helplines) == HELPLINES == 4
