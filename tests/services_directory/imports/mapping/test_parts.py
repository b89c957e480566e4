from datetime import date, time
from decimal import Decimal

from services_directory.imports.keys import attribute_key
from services_directory.imports.vocabulary import Vocabulary
from tests.services_directory.imports.mapping.drafting import drafted, key_of, told

WEEKLY = {
    "byday": "TU", "opens_at": "18:00", "closes_at": "20:00", "freq": "MONTHLY", "interval": 2,
    "dtstart": "2026-01-06", "valid_from": "2026-01-01", "valid_to": "2026-12-31",
    "attending_type": "online", "description": "Ring first", "fd_open_on_bank_holidays": True,
    "location_id": "l1",
}  # fmt: skip


def part(relation: str, *rows, **more):
    return drafted("service", name="Moor group", **{relation: list(rows)}, **more).parts[relation]


def test_the_rows_of_a_service_are_taken_over_field_by_field():
    assert told(
        part("phones", {"number": "01632 960 001", "description": "Desk"}), "number", "description"
    ) == [("01632 960 001", "Desk")]
    contact = {"name": "Pat", "title": "Nurse", "email": "pat@moor.example",
               "phones": [{"number": "01632 960 002"}, {"number": "01632 960 003"}]}  # fmt: skip
    assert told(part("contacts", contact), "name", "title", "email", "number") == [
        ("Pat", "Nurse", "pat@moor.example", "01632 960 002")
    ]
    assert told(part("languages", {"code": "PL", "note": "by phone"}), "code", "note") == [
        ("pl", "by phone")
    ]
    price = {"option": "Tea", "amount": 2.5, "amount_description": "a cup",
             "valid_from": "2026-01-01", "valid_to": "2026-12-31"}  # fmt: skip
    assert told(
        part("cost_options", price), "option", "amount", "amount_description", "valid_from",
        "valid_to",
    ) == [("Tea", Decimal("2.50"), "a cup", date(2026, 1, 1), date(2026, 12, 31))]  # fmt: skip


def test_a_time_is_taken_over_field_by_field():
    (made,) = part("schedules", WEEKLY)
    assert made == {
        "byday": "TU", "opens_at": time(18), "closes_at": time(20), "freq": "MONTHLY",
        "interval": 2, "dtstart": date(2026, 1, 6), "valid_from": date(2026, 1, 1),
        "valid_to": date(2026, 12, 31), "attending_type": "online", "description": "Ring first",
        "open_on_bank_holidays": True, "location_id": key_of("location", "l1"), "id": made["id"],
    }  # fmt: skip


def test_a_time_that_says_little_is_every_week_at_no_place():
    (made,) = part("schedules", {"byday": "TU", "freq": "DAILY", "attending_type": "by pigeon"})
    assert (made["freq"], made["interval"], made["attending_type"]) == ("WEEKLY", 1, "")
    assert (made["location_id"], made["open_on_bank_holidays"]) == (None, False)


def test_what_has_no_name_takes_what_stands_beside_it():
    assert part("contacts", {"title": "Nurse"})[0]["name"] == "Nurse"
    assert part("cost_options", {"amount_description": "Two pounds"})[0]["option"] == "Two pounds"


def test_a_row_has_the_key_of_the_feed_or_one_of_its_own_and_never_that_of_another():
    uuid = "aaaaaaaa-2222-4333-8444-555555555555"
    rows = part(
        "phones", {"id": uuid, "number": "1"}, {"id": uuid, "number": "2"},
        {"id": "p", "number": "3"}, {"id": "p", "number": "4"}, {"number": "5"}, {"number": "6"},
    )  # fmt: skip
    assert [row["number"] for row in rows] == list("123456")
    assert str(rows[0]["id"]) == uuid
    assert len({row["id"] for row in rows}) == 6


def test_an_area_is_one_of_ours_when_a_code_names_it_and_else_in_words():
    rows = part(
        "service_areas",
        {"fd_area_code": "wyvern-vale-east", "name": "East", "extent": "East"},
        {"extent": "E07000001", "name": "East"},
        {"fd_area_code": "wyvern-vale-east", "name": "East", "extent": "East of the river"},
        {"fd_area_code": "far-moor", "name": "The far moor"},
        {"name": "The moor", "extent": "All of the moor"},
    )
    assert told(rows, "area_id", "extent") == [
        (7, ""), (7, ""), (7, "East of the river"), (None, "The far moor"),
        (None, "All of the moor"),
    ]  # fmt: skip


def test_a_place_named_twice_is_one_and_the_first_counts():
    rows = part(
        "service_at_locations", {"id": "a", "location_id": "l1", "description": "Upstairs"},
        {"id": "b", "location_id": "l2"}, {"id": "c", "location_id": "l1"},
    )  # fmt: skip
    assert told(rows, "location_id", "description") == [
        (key_of("location", "l1"), "Upstairs"), (key_of("location", "l2"), "")
    ]  # fmt: skip


def test_a_tie_leads_to_our_term_or_the_feeds_own_once_and_says_what_nobody_explains():
    mine, theirs, other = (key_of("taxonomy_term", each) for each in ("ours", "t1", "t2"))
    known = Vocabulary(terms={theirs: mine, other: other})
    ties = [{"taxonomy_term_id": each} for each in ("t1", "t2", "t3")]
    ties.append({"taxonomy_term_id": "t2", "link_type": "x" * 50})
    found = drafted("service", known, name="Moor group", attributes=ties)
    rows = found.parts["attributes"]
    assert told(rows, "taxonomy_term_id", "link_type") == [(mine, "service"), (other, "service")]
    assert rows[0]["id"] == attribute_key(found.key, mine)
    assert rows[1]["id"] != attribute_key(found.key, other)
    unknown = key_of("taxonomy_term", "t3")
    assert found.left_out == [f"Term: the feed does not explain “{unknown}”."]
    (long,) = drafted("service", known, attributes=ties[3:]).parts["attributes"]
    assert long["link_type"] == "x" * 40
