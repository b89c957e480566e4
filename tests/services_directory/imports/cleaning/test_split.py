"""A whole service, taken apart."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services_directory.imports.cleaning import (
    fields,
    numbers,
    parts,
    places,
    schedules,
    services,
    split,
)
from services_directory.imports.records import Record

ORGANIZATION = {"id": "o-1", "name": "Hill Hospice", "description": "A hospice."}


def service(**more: Any) -> dict[str, Any]:
    return {
        "id": "s-1",
        "name": "Evening group",
        "description": "You meet others. A nurse leads it.",
        "status": "active",
        "organization": ORGANIZATION,
    } | more


def records(**more: Any) -> dict[str, Record]:
    return {each.kind: each for each in split.split(service(**more))}


def data(**more: Any) -> dict[str, Any]:
    return records(**more)["service"].data


def notes(**more: Any) -> tuple[str, ...]:
    return records(**more)["service"].notes


def test_what_a_service_refers_to_comes_before_it():
    term = {"id": "t-1", "name": "Grief", "taxonomy": "Needs", "taxonomy_id": "x-1"}
    made = split.split(
        service(
            service_at_locations=[{"id": "a-1", "location": {"id": "l-1", "name": "The hall"}}],
            attributes=[{"id": "b-1", "taxonomy_term": term}],
        )
    )
    kinds = [(each.kind, each.their_key) for each in made]
    assert kinds == [
        ("organization", "o-1"),
        ("location", "l-1"),
        ("taxonomy", "x-1"),
        ("taxonomy_term", "t-1"),
        ("service", "s-1"),
    ]
    assert made[-1].data["organization_id"] == "o-1"
    link = {"id": "a-1", "service_id": "s-1", "location_id": "l-1"}
    assert made[-1].data["service_at_locations"] == [link]
    tie = {"id": "b-1", "taxonomy_term_id": "t-1", "link_type": "service"}
    assert made[-1].data["attributes"] == [tie]


@pytest.mark.parametrize("name", [None, "", " ", "N/A", "<p></p>", {}])
def test_a_service_without_a_name_is_refused(name):
    assert records(name=name)["service"].refusal == split.NO_NAME


@pytest.mark.parametrize("owner", [None, {}, [], "Hill Hospice", {"id": "o-1"}, {"name": ""}])
def test_a_service_that_nobody_gives_is_refused(owner):
    assert records(organization=owner)["service"].refusal == split.NO_ORGANIZATION


def test_the_key_of_its_organization_is_enough():
    made = records(organization=None, organization_id="o-9")
    assert made["service"].refusal == ""
    assert made["service"].data["organization_id"] == "o-9"
    assert "organization" not in made


def test_a_missing_key_is_made_from_the_names_and_stays_the_same():
    first, second = records(id=None)["service"], records(id="")["service"]
    assert first.their_key == second.their_key != ""
    assert split.MADE_KEY in first.notes


def test_keys_of_any_kind_are_text_within_bounds():
    assert records(id=4711)["service"].their_key == "4711"
    key = "AC148810-D857-441C-9679-408F346DE14B"
    assert records(id=key)["service"].their_key == key.lower()
    assert len(records(id="k" * 5000)["service"].their_key) <= fields.LONGEST_KEY
    assert (
        records(id="k" * 5000)["service"].their_key != records(id="k" * 5001)["service"].their_key
    )


def test_a_summary_is_made_of_the_first_sentence_and_it_is_said():
    assert data()["fd_summary"] == "You meet others."
    assert services.MADE_SUMMARY in notes()
    assert data(fd_summary="Ours.")["fd_summary"] == "Ours."


def test_what_cannot_be_kept_is_said_by_the_name_of_its_field():
    told = notes(accreditations="ISO", funding=[{"source": "x"}], odd_thing=5, empty="")
    kept = [each for each in told if each.startswith(fields.NOT_KEPT)]
    assert [each.removeprefix(fields.NOT_KEPT) for each in kept] == [
        "accreditations.",
        "funding.",
        "odd_thing.",
    ]


def test_a_feed_cannot_make_notes_without_end():
    assert len(notes(**{f"odd_{number}": 1 for number in range(500)})) < 50


def test_ages_that_run_backwards_go_and_it_is_said():
    assert "minimum_age" not in data(minimum_age=60, maximum_age=18)
    assert services.AGES_BACKWARDS in notes(minimum_age=60, maximum_age=18)
    assert "maximum_age" not in data(minimum_age=18, maximum_age=-1)


def test_fees_that_only_say_free_are_the_kind_of_cost():
    assert data(fees="Free of charge")["fd_cost"] == "free"
    assert data(fees="£5 a week")["fees_description"] == "£5 a week"
    assert "fees_description" not in data(fees="Free", fd_cost="free")


def test_a_waiting_time_is_dated_by_the_last_check_and_it_is_said():
    made = data(wait_time="3 weeks", assured_date="2026-10-01")
    assert made["fd_wait_stated_on"] == "2026-10-01"
    assert services.WAIT_DATED in notes(wait_time="3 weeks", assured_date="2026-10-01")
    assert "wait_time" not in data(wait_time="3 weeks")
    assert services.WAIT_UNDATED in notes(wait_time="3 weeks")


def test_a_check_in_the_future_is_none():
    assert "assured_date" not in data(assured_date=str(date(2999, 1, 1)))


def test_modes_are_guessed_from_places_and_it_is_said():
    place = [{"location": {"id": "l-1", "name": "The hall", "location_type": "physical"}}]
    assert data(service_at_locations=place)["fd_modes"] == ["in_person"]
    assert split.MODES_GUESSED in notes(service_at_locations=place)
    assert data(service_at_locations=place, fd_modes=["phone"])["fd_modes"] == ["phone"]


TIME = {"byday": "MO", "opens_at": "9:00", "closes_at": "17:00"}


def times(**more: Any) -> list[dict[str, Any]]:
    return data(schedules=[TIME | more]).get("schedules", [])


def test_a_time_is_made_whole():
    (made,) = times()
    assert made["freq"] == "WEEKLY"
    assert (made["opens_at"], made["closes_at"]) == ("09:00:00", "17:00:00")
    assert made["interval"] == 1
    assert made["id"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"freq": "weekly"}, ("WEEKLY", "MO")),
        ({"freq": "DAILY", "byday": None}, ("WEEKLY", "MO,TU,WE,TH,FR,SA,SU")),
        ({"byday": "2TU"}, ("MONTHLY", "2TU")),
        ({"freq": "WEEKLY", "byday": "-1FR"}, ("MONTHLY", "-1FR")),
        ({"byday": "", "dtstart": "2026-11-24"}, ("WEEKLY", "TU")),
        ({"byday": None, "valid_from": "2026-12-25", "valid_to": "2026-12-25"}, ("WEEKLY", "FR")),
    ],
)
def test_how_often_it_recurs_is_read(given, expected):
    (made,) = times(**given)
    assert (made["freq"], made["byday"]) == expected


@pytest.mark.parametrize(
    ("given", "note"),
    [
        ({"byday": None}, schedules.NO_TIMES),
        ({"opens_at": None}, schedules.NO_TIMES),
        ({"closes_at": "late"}, schedules.NO_TIMES),
        ({"freq": "YEARLY"}, schedules.NOT_OURS),
        ({"freq": "MONTHLY", "bymonthday": "2"}, schedules.NOT_OURS),
    ],
)
def test_a_time_that_cannot_be_kept_goes_and_it_is_said(given, note):
    assert times(**given) == []
    assert note in notes(schedules=[TIME | given])


def test_every_few_weeks_without_a_first_day_is_every_week_and_it_is_said():
    assert times(interval=2)[0]["interval"] == 1
    assert schedules.NO_FIRST_DAY in notes(schedules=[TIME | {"interval": 2}])
    assert times(interval=2, dtstart="2026-11-23")[0]["interval"] == 2


def test_times_of_a_service_at_a_place_come_to_the_service_with_the_place():
    made = data(
        service_at_locations=[
            {"id": "a-1", "location": {"id": "l-1", "name": "The hall"}, "schedules": [TIME]}
        ]
    )
    assert made["schedules"][0]["location_id"] == "l-1"
    assert made["schedules"][0]["service_at_location_id"] == "a-1"


def test_a_contact_keeps_one_number_and_the_service_has_the_others():
    contact = {"name": "Sam", "phones": [{"number": "01632 960001"}, {"number": "01632 960002"}]}
    made = data(contacts=[contact])
    assert [each["number"] for each in made["contacts"][0]["phones"]] == ["01632 960001"]
    assert [each["number"] for each in made["phones"]] == ["01632 960002"]
    assert parts.MORE_NUMBERS in notes(contacts=[contact])


def test_a_contact_without_a_name_has_that_of_its_role():
    assert data(contacts=[{"title": "Reception"}])["contacts"][0]["name"] == "Reception"
    assert "contacts" not in data(contacts=[{}, {"name": "N/A"}])


def test_parts_given_twice_are_taken_once_and_it_is_said():
    phones = [{"id": "p-1", "number": "01632 960001"}, {"id": "p-2", "number": "01632 960001"}]
    assert len(data(phones=phones)["phones"]) == 1
    assert fields.TWICE in notes(phones=phones)


def test_different_parts_under_one_key_get_keys_of_their_own():
    phones = [{"id": "p-1", "number": "01632 960001"}, {"id": "p-1", "number": "01632 960002"}]
    assert len({each["id"] for each in data(phones=phones)["phones"]}) == 2


def test_a_part_without_a_key_has_the_same_at_every_reading():
    first, second = (data(phones=[{"number": "01632 960001"}])["phones"] for _ in range(2))
    assert first == second


def test_an_area_on_a_map_is_kept_by_its_name():
    area = {"name": "Hill Vale", "extent": '{"type": "Polygon"}', "extent_type": "geojson"}
    made = data(service_areas=[area])["service_areas"][0]
    assert (made["name"], made["extent"]) == ("Hill Vale", "Hill Vale")
    assert parts.DRAWN in notes(service_areas=[area])


def test_a_list_too_long_is_cut_and_it_is_said():
    phones = [{"number": f"01632 {960000 + number}"} for number in range(400)]
    assert len(data(phones=phones)["phones"]) == fields.MOST_ROWS
    assert fields.MANY_ROWS in notes(phones=phones)


def place(**more: Any) -> Record:
    link = [{"location": {"id": "l-1", "name": "The hall"} | more}]
    return records(service_at_locations=link)["location"]


def test_a_place_without_a_name_is_named_by_its_address():
    address = {"address_1": "1 High Street", "city": "Hill", "postal_code": "wy31ab"}
    made = place(name=None, addresses=[address])
    assert made.data["name"] == "1 High Street, Hill, WY3 1AB"
    assert places.MADE_NAME in made.notes


def test_a_place_that_says_nothing_is_refused_and_not_referred_to():
    made = records(service_at_locations=[{"location": {"id": "l-1"}}])
    assert made["location"].refusal == places.NAMELESS
    assert "service_at_locations" not in made["service"].data


def test_a_withheld_address_stays_withheld():
    address = {
        "id": "a",
        "address_1": "Not published",
        "city": "Not published",
        "state_province": "Not published",
        "postal_code": "WY3",
        "country": "GB",
        "address_type": "physical",
    }
    made = place(name="A private address", addresses=[address])
    assert made.data["fd_confidential"] is True
    assert made.data["addresses"] == [address | {"location_id": "l-1"}]


def test_impossible_coordinates_go_and_the_place_stays():
    made = place(latitude=0, longitude=0)
    assert "latitude" not in made.data
    assert made.refusal == ""


LEAF = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=15),
    st.sampled_from(["2026-01-01", "09:00", "MO", "<p>x</p>", "01632 960001", "WY3 1AB", "-1"]),
)  # fmt: skip
WORDS = """
id name description status organization organization_id schedules phones contacts number
service_at_locations location location_id addresses address_1 postal_code latitude longitude
attributes taxonomy_term taxonomy taxonomy_id byday freq interval opens_at closes_at dtstart
valid_from valid_to cost_options amount languages code service_areas extent extent_type fees
minimum_age maximum_age fd_modes fd_cost wait_time assured_date email url accessibility
attending_type fd_closed_from eligibility_description title
"""
NAMES = st.sampled_from(WORDS.split())
JSON = st.recursive(
    LEAF,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(NAMES, inner, max_size=8)),
    max_leaves=40,
)


@settings(max_examples=300)
@given(st.dictionaries(NAMES, JSON, max_size=15))
def test_nothing_that_a_feed_may_say_breaks_the_reading(raw):
    made = split.split(raw)
    assert made[-1].kind == "service"
    for each in made:
        assert each.their_key
        assert len(each.their_key) <= fields.LONGEST_KEY
        str(each.data).encode()
        assert "\x00" not in str(each.data)


@settings(max_examples=100)
@given(st.dictionaries(NAMES, JSON, max_size=15))
def test_a_service_that_was_cleaned_is_clean(raw):
    first = split.split(raw | {"name": "Group", "organization": ORGANIZATION})[-1]
    again = split.split(first.data | {"organization": ORGANIZATION})[-1]
    assert again.data == first.data


def test_places_and_terms_named_twice_are_one_and_stay_in_the_order_of_the_feed():
    places = [{"location_id": key, "description": words} for key, words in
              (("l-1", "Upstairs"), ("l-2", ""), ("l-1", "Cellar"))]  # fmt: skip
    links = data(service_at_locations=places)["service_at_locations"]
    assert [(each["location_id"], each.get("description")) for each in links] == [
        ("l-1", "Upstairs"), ("l-2", None)
    ]  # fmt: skip
    ties = data(attributes=[{"taxonomy_term_id": key} for key in ("t-1", "t-2", "t-1")])
    assert [each["taxonomy_term_id"] for each in ties["attributes"]] == ["t-1", "t-2"]


def test_the_plain_fields_of_a_service_are_kept_as_they_are():
    plain = {
        "url": "https://hospice.org/group", "email": "groups@hospice.org", "alert": "New door",
        "application_process": "Ring us.", "eligibility_description": "Anyone.",
        "assured_date": "2026-01-02", "assurer_email": "check@hospice.org",
        "fd_assurer_role": "Desk", "fd_checked": "Times", "fd_summary": "A group.",
        "minimum_age": 18, "maximum_age": 99, "fd_cost": "paid", "fees_description": "Tea is 1.",
        "fd_closed_from": "2026-12-24", "fd_closed_to": "2026-12-24", "fd_national": True,
        "fd_open_24_hours": True, "fd_modes": ["phone"], "fd_referral_routes": ["gp"],
        "wait_time": "Three weeks", "fd_wait_weeks": 3, "fd_wait_stated_on": "2026-01-01",
    }  # fmt: skip
    made = data(**plain)
    assert {name: made.get(name) for name in plain} == plain
    assert notes(**plain) == ()


def test_what_of_a_place_has_no_home_here_is_said():
    place = {"id": "l-1", "name": "The hall", "latitude": 1.5, "longitude": 54.0, "storeys": 3,
             "addresses": [{"address_1": "1 Road", "door": "blue"}, {"country": "GB"}]}  # fmt: skip
    made = records(service_at_locations=[{"location": place}])["location"]
    assert set(made.notes) == {
        numbers.SWAPPED, places.HALF_ADDRESS, f"{fields.NOT_KEPT}door.",
        f"{fields.NOT_KEPT}storeys.",
    }  # fmt: skip
    assert [each["address_1"] for each in made.data["addresses"]] == ["1 Road"]
