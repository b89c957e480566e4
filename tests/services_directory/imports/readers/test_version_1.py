"""A service as many councils still publish it."""

import json
from typing import Any

import pytest

from services_directory.imports.readers import version_1
from services_directory.imports.records import Record
from tests.services_directory.imports.readers.small import notes, read, records, run_of

COUNCIL = {
    "id": "1234",
    "name": "Bereavement caf\u00e9",
    "description": "<p>Tea and talk.</p><p>All are welcome.</p>",
    "url": "www.hill.example/cafe",
    "email": "Unknown-77@noemail.invalid",
    "status": "active",
    "fees": "Free",
    "attending_type": "venue",
    "attending_access": "drop-in",
    "deliverable_type": "Advice",
    "assured_date": "2026-09-01",
    "organization": {"id": "77", "name": "Hill Council", "url": "hill.example", "logo": ""},
    "eligibilitys": [
        {"id": "1", "eligibility": "Adults", "minimum_age": 18, "maximum_age": -1},
        {"id": "2", "eligibility": "Carers", "minimum_age": 16, "maximum_age": 99},
    ],
    "regular_schedules": [
        {"id": "5", "byday": "Monday", "opens_at": "10:00", "closes_at": "12:00"},
        {"id": "6", "byday": "WE", "freq": "WEEKLY", "opens_at": "10am", "closes_at": "noon"},
    ],
    "holiday_schedules": [{"id": "9", "closed": True, "start_date": "2026-12-25"}],
    "contacts": [
        {"id": "c", "name": "Front desk", "phones": [{"id": "p", "number": "01632960001"}]}
    ],
    "cost_options": [{"id": "k", "option": "Tea", "amount": 0}],
    "languages": [{"id": "l", "language": "Polish"}],
    "fundings": [{"id": "f", "source": "Lottery"}],
    "service_areas": [{"id": "a", "service_area": "Hill Vale", "extent": "http://geo.example/1"}],
    "service_taxonomys": [
        {"id": "t1", "taxonomy": {"id": "esd:1", "name": "Grief", "vocabulary": "esdServices"}},
        {"id": "t2", "taxonomy": {"id": "esd:2", "name": "Tea", "vocabulary": {"name": "Local"}}},
    ],
    "service_at_locations": [
        {
            "id": "sal",
            "regular_schedules": [{"byday": "FR", "opens_at": "09:00", "closes_at": "10:00"}],
            "location": {
                "id": "loc",
                "name": "Library",
                "latitude": "54.01",
                "longitude": "-1.5",
                "physical_addresses": [
                    {
                        "id": "ad", "address_1": "1 Mill Lane", "city": "Hill",
                        "state_province": "Hillshire", "postal_code": "WY31AB",
                        "country": "England",
                    }
                ],
                "accessibility_for_disabilities": [{"id": "ac", "accessibility": "Hearing loop"}],
            },
        }
    ],
}  # fmt: skip


def whole(kind: str = "service", **more: Any) -> Record:
    found = read(run_of("oruk1", json.dumps([COUNCIL | more]).encode()))
    return records(found, kind)[0]


def test_a_service_of_version_1_has_the_names_of_version_3():
    data = whole().data
    assert data["name"] == "Bereavement caf\u00e9"
    assert data["description"] == "Tea and talk.\n\nAll are welcome."
    assert data["url"] == "https://www.hill.example/cafe"
    assert "email" not in data
    assert data["fd_cost"] == "free"
    assert data["organization_id"] == "77"


def test_the_widest_ages_hold_and_the_words_are_kept():
    data = whole().data
    assert (data["minimum_age"], data["maximum_age"]) == (16, 99)
    assert data["eligibility_description"] == "Adults\nCarers"


def test_how_to_come_is_kept_in_words_and_in_ours():
    data = whole().data
    assert data["fd_modes"] == ["in_person"]
    assert data["application_process"] == "You can drop in."
    assert data["fd_referral_routes"] == ["self"]
    assert whole(attending_access="referral").data["application_process"] == "You need a referral."


def test_times_come_from_the_service_and_from_its_places():
    times = [(each["byday"], each["opens_at"]) for each in whole().data["schedules"]]
    assert times == [("MO", "10:00:00"), ("WE", "10:00:00"), ("FR", "09:00:00")]
    assert whole().data["schedules"][2]["location_id"] == "loc"


def test_times_of_holidays_are_left_out_and_it_is_said():
    assert version_1.HOLIDAYS in whole().notes


def test_terms_have_their_vocabulary_as_a_taxonomy():
    found = read(run_of("oruk1", json.dumps([COUNCIL]).encode()))
    terms = [(each.their_key, each.data["taxonomy"]) for each in records(found, "taxonomy_term")]
    assert terms == [("esd:1", "esdServices"), ("esd:2", "Local")]
    assert [each.data["name"] for each in records(found, "taxonomy")] == ["esdServices", "Local"]
    ties = [each["taxonomy_term_id"] for each in whole().data["attributes"]]
    assert ties == ["esd:1", "esd:2"]


def test_a_place_of_version_1_is_whole():
    data = whole("location").data
    assert (data["latitude"], data["longitude"]) == (54.01, -1.5)
    (address,) = data["addresses"]
    assert address["postal_code"] == "WY3 1AB"
    assert address["country"] == "GB"
    assert data["accessibility"][0]["description"] == "Hearing loop"


def test_parts_keep_their_keys():
    data = whole().data
    assert data["contacts"][0]["phones"][0]["number"] == "01632 960 001"
    assert data["languages"][0]["code"] == "pl"
    assert data["service_areas"][0]["name"] == "Hill Vale"
    assert data["cost_options"][0]["amount"] == 0


@pytest.mark.parametrize(
    "renamed", [{"regularSchedules": COUNCIL["regular_schedules"], "regular_schedules": None}]
)
def test_names_in_camel_case_mean_the_same(renamed):
    assert len(whole(**renamed).data["schedules"]) == 3


@pytest.mark.parametrize("name", sorted(COUNCIL))
@pytest.mark.parametrize("odd", [None, 5, "text", [], {}, [None], [{}], {"id": 1}])
def test_no_odd_value_of_any_field_breaks_the_reading(name, odd):
    found = read(run_of("oruk1", json.dumps([COUNCIL | {name: odd}]).encode()))
    assert records(found)


def test_what_is_lost_is_said():
    told = notes(read(run_of("oruk1", json.dumps([COUNCIL]).encode())))
    assert any("funding" in note for note in told)
    assert any("invented" in note for note in told)
