from datetime import date

import pytest

from portal.places.queries import Place
from services_directory import queries
from services_directory.templatetags import directory
from tests.services_directory import build

pytestmark = pytest.mark.django_db
EAST = Place("WY3", *build.HERE, area_codes=("east",))


def needing(name: str, key: str = "respite", **fields):
    service = build.service(name, **fields)
    build.tag(service, "need", key)
    return service


def names(rows) -> list[str]:
    return [row.name for row in rows]


def test_services_for_a_need_are_local_first_and_limited():
    for name in ("C", "B"):
        needing(name)
    needing("A national one", national=True)
    needing("Hidden", live=False)
    assert names(queries.services_for_need("respite")) == ["B", "C", "A national one"]
    assert names(queries.services_for_need("respite", limit=1)) == ["B"]
    assert queries.services_for_need("nonsense") == []


def test_what_answers_day_and_night_comes_first_then_what_was_checked_last():
    needing("A national line", national=True, open_24_hours=True)
    needing("Care line", open_24_hours=True, assured_date=date(2026, 1, 1))
    needing("Checked long ago", assured_date=date(2025, 1, 1))
    needing("Checked of late", assured_date=date(2026, 11, 1))
    needing("Never checked")
    assert names(queries.services_for_need("respite")) == [
        "Care line",
        "A national line",
        "Checked of late",
        "Checked long ago",
        "Never checked",
    ]


def test_only_two_of_those_that_answer_day_and_night_go_before_what_is_near():
    for name in ("Line 1", "Line 2", "Line 3"):
        needing(name, national=True, open_24_hours=True)
    needing("Near")
    assert names(queries.services_for_need("respite")) == ["Line 1", "Line 2", "Near", "Line 3"]


def test_for_all_ages_comes_before_for_some_and_closed_comes_last():
    needing("A closed line", open_24_hours=True, status="temporarily closed")
    needing("For the young", maximum_age=18)
    needing("For all")
    found = names(queries.services_for_need("respite"))
    assert found == ["For all", "For the young", "A closed line"]


def test_needs_have_the_names_of_the_vocabulary():
    build.term("audience", "adults")
    term = build.term("need", "advice-line")
    term.name = "Advice by phone"
    term.save()
    assert queries.need_names() == {"advice-line": "Advice by phone"}
    assert directory.need_name("advice-line") == "Advice by phone"
    assert directory.need_name("not-there") == "Not there"


def test_public_addresses_are_those_of_entries_that_anybody_may_read(django_assert_num_queries):
    shown = build.service("Shown")
    build.service("Hidden", live=False)
    with django_assert_num_queries(1):
        found = queries.public_addresses()
    assert found == [(f"/services/{shown.pk}/", shown.last_modified.date())]


def test_services_for_a_need_cover_the_area_or_the_nation():
    build.covers(needing("East"), "east")
    build.covers(needing("West"), "west")
    needing("Line", national=True)
    assert names(queries.services_for_need("respite", ["east"])) == ["East", "Line"]


def test_a_need_includes_the_needs_below_it():
    build.term("need", "night-care", parent=build.term("need", "patient-support"))
    needing("Nights", "night-care")
    assert names(queries.services_for_need("patient-support")) == ["Nights"]


def test_rows_for_a_need_take_the_same_number_of_queries(django_assert_max_num_queries):
    for number in range(8):
        service = needing(f"Service {number}")
        build.place(service)
        build.opens(service)
        build.covers(service, "east")
    with django_assert_max_num_queries(9):
        queries.services_for_need("respite", limit=8)


def test_organisations_are_listed_by_kind():
    build.organization("Partner", kind="partner")
    build.organization("Other", kind="local")
    assert [each.name for each in queries.organisations()] == ["Partner"]


def test_a_referral_goes_to_a_service_that_covers_the_place():
    build.covers(build.service("West team", pathway="bereavement-support"), "west")
    build.covers(build.service("East team", pathway="bereavement-support"), "east")
    found = queries.service_for_referral("bereavement-support", EAST)
    assert found
    assert found.name == "East team"
    assert queries.service_for_referral("other", EAST) is None
    assert queries.service_for_referral("", EAST) is None


def test_partner_names_are_kept_for_a_minute(django_assert_num_queries):
    build.organization("Partner", kind="partner")
    assert directory.partner_names() == ["Partner"]
    with django_assert_num_queries(0):
        assert directory.partner_names() == ["Partner"]


def test_local_services_are_rows_for_a_template():
    needing("Breaks")
    assert names(directory.local_services("respite")) == ["Breaks"]


def for_referral(name: str, code: str | None = "east", **fields) -> None:
    service = build.service(name, pathway="bereavement-support", **fields)
    if code:
        build.covers(service, code)


def referred(place: Place | None = EAST) -> str:
    found = queries.service_for_referral("bereavement-support", place)
    return found.name if found else ""


def test_a_referral_goes_to_a_local_service_before_one_for_the_nation():
    for_referral("A national team", None, national=True)
    for_referral("Z local team")
    assert referred() == "Z local team"


def test_a_referral_goes_to_the_nation_when_nobody_local_covers_the_place():
    for_referral("A national team", None, national=True)
    for_referral("Z local team", "west")
    assert referred() == "A national team"


def test_a_referral_goes_to_a_running_service_before_a_closed_one():
    for_referral("A closed team", status="temporarily closed")
    for_referral("Z running team")
    assert referred() == "Z running team"


def test_a_referral_never_goes_to_what_is_not_public():
    for_referral("Draft", live=False)
    for_referral("Ended", status="defunct")
    assert referred() == ""


def test_a_referral_from_nowhere_in_particular_still_finds_its_service():
    for_referral("West team", "west")
    assert referred(None) == "West team"


def test_the_row_of_a_referral_speaks_of_the_place():
    for_referral("East team")
    row = queries.service_for_referral("bereavement-support", EAST)
    assert row
    assert row.where == "Covers your area"


def test_a_referral_is_found_in_as_many_queries_however_many_serve_it(django_assert_num_queries):
    for number in range(5):
        for_referral(f"Team {number}")
    with django_assert_num_queries(5):
        referred()


@pytest.mark.parametrize("codes", [[], ()])
def test_without_areas_every_service_for_the_need_is_listed(codes):
    build.covers(needing("West"), "west")
    needing("Nowhere said")
    assert set(names(queries.services_for_need("respite", codes))) == {"West", "Nowhere said"}


def test_one_of_several_areas_is_enough_and_a_service_in_two_stands_once():
    both = needing("Both")
    for code in ("east", "west"):
        build.covers(both, code)
    needing("Nowhere said")
    assert names(queries.services_for_need("respite", ["east", "west"])) == ["Both"]


def test_a_service_with_a_need_and_the_one_below_it_stands_once():
    build.term("need", "night-care", parent=build.term("need", "patient-support"))
    service = needing("Nights", "night-care")
    build.tag(service, "need", "patient-support")
    assert names(queries.services_for_need("patient-support")) == ["Nights"]


def test_a_key_of_another_taxonomy_is_no_need():
    build.tag(build.service("For carers"), "audience", "carers")
    assert queries.services_for_need("carers") == []


@pytest.mark.parametrize("limit", [0, 1, 2, 5])
def test_a_limit_is_kept_by_lines_too(limit):
    for number in range(3):
        needing(f"Line {number}", open_24_hours=True)
    assert len(queries.services_for_need("respite", limit=limit)) == min(limit, 3)


@pytest.mark.parametrize("kind", ["partner", "local", "national"])
def test_organisations_of_a_kind_stand_by_name(kind):
    for name in ("Z", "A"):
        build.organization(f"{name} {kind}", kind=kind)
    build.organization("Other", kind="local" if kind != "local" else "partner")
    assert [each.name for each in queries.organisations(kind)] == [f"A {kind}", f"Z {kind}"]


def test_a_kind_that_is_not_known_has_no_organisations():
    build.organization()
    assert queries.organisations("club") == []


def test_public_addresses_leave_out_what_ended_and_keep_what_is_closed_for_a_time():
    kept = build.service("Closed", status="temporarily closed")
    build.service("Ended", status="defunct")
    assert [path for path, _ in queries.public_addresses()] == [kept.get_absolute_url()]
