import pytest

from services_directory.models import Address
from tests.services_directory.imports.mapping.drafting import drafted, told

ADDRESS = {
    "attention": "Front desk", "address_1": "1 Moor Road", "address_2": "Eastmoor End",
    "city": "Eastmoor", "state_province": "Wyvern Vale", "postal_code": "wy3 1ab",
    "address_type": "postal",
}  # fmt: skip


def address(confidential: bool = False, **changed):
    found = drafted("location", addresses=[ADDRESS | changed], fd_confidential=confidential)
    return found.parts["addresses"][0]


def test_an_organisation_is_taken_over_field_by_field():
    made = drafted(
        "organization", name="Eastmoor Care", description="They care.", fd_kind="partner",
        website="https://care.example", url="https://other.example", email="hello@care.example",
        fd_assurer_email="check@care.example",
        phones=[{"number": "01632 960 001"}, {"number": "01632 960 002"}],
    )  # fmt: skip
    assert made.values == {
        "name": "Eastmoor Care", "description": "They care.", "kind": "partner",
        "website": "https://care.example", "email": "hello@care.example",
        "phone": "01632 960 001", "assurer_email": "check@care.example",
    }  # fmt: skip


def test_an_organisation_that_gives_its_name_alone_is_a_local_one_of_that_name():
    made = drafted("organization", name="Eastmoor Care", fd_kind="secret service")
    assert (made.values["description"], made.values["kind"]) == ("Eastmoor Care", "local")
    assert (made.values["website"], made.values["phone"]) == ("", "")
    assert drafted("organization", url="https://a.example").values["website"] == "https://a.example"


def test_the_numbers_of_an_organisation_keep_their_schemes():
    numbers = [
        {"identifier_scheme": "GB-CHC", "identifier_type": "charity", "identifier": "1234567"},
        {"identifier_type": "Company", "identifier": "7654321"},
    ]
    made = drafted("organization", name="Care", organization_identifiers=numbers)
    rows = made.parts["organization_identifiers"]
    assert told(rows, "identifier_scheme", "identifier") == [
        ("GB-CHC", "1234567"), ("Company", "7654321")
    ]  # fmt: skip
    assert len({row["id"] for row in rows}) == 2


def test_a_place_is_taken_over_field_by_field():
    made = drafted(
        "location", name="Moor Hall", description="By the church.", transportation="Bus 7",
        location_type="virtual", latitude="54.1", longitude=1.5, addresses=[ADDRESS],
        accessibility=[{"description": "Level access", "details": "Ring.", "url": "https://a.b"}],
    )  # fmt: skip
    assert made.values == {
        "name": "Moor Hall", "description": "By the church.", "transportation": "Bus 7",
        "location_type": "virtual", "latitude": 54.1, "longitude": 1.5,
    }  # fmt: skip
    (row,) = made.parts["addresses"]
    assert row == ADDRESS | {"postal_code": "WY3 1AB", "confidential": False, "id": row["id"]}
    assert told(made.parts["accessibility"], "description", "details", "url") == [
        ("Level access", "Ring.", "https://a.b")
    ]


@pytest.mark.parametrize("point", [{"latitude": 54.0}, {"longitude": 1.5}, {"latitude": "north"}])
def test_half_a_point_is_none(point):
    made = drafted("location", name="Hall", **point)
    assert (made.values["latitude"], made.values["longitude"]) == (None, None)


def test_a_place_without_a_name_is_called_by_its_address():
    assert drafted("location", addresses=[ADDRESS]).values["name"] == "1 Moor Road"
    assert drafted("location").values["name"] == "A place"
    assert drafted("location").values["location_type"] == "physical"


@pytest.mark.parametrize(
    ("confidential", "postcode", "hidden"),
    [(False, "WY3 1AB", False), (False, "", False), (True, "WY3 1AB", True), (False, "WY3", True)],
)
def test_an_address_is_hidden_when_the_feed_says_so_or_gives_its_outward_code_alone(
    confidential, postcode, hidden
):
    assert address(confidential, postal_code=postcode)["confidential"] is hidden


@pytest.mark.parametrize(
    ("given", "city", "county"),
    [
        ({"state_province": ""}, "Eastmoor", "Eastmoor"),
        ({"city": ""}, "Wyvern Vale", "Wyvern Vale"),
        ({"city": "", "state_province": ""}, "1 Moor Road", "1 Moor Road"),
        ({"city": "", "state_province": "", "address_1": "x" * 200}, "x" * 80, "x" * 80),
    ],
)
def test_an_address_without_a_town_or_county_takes_the_one_for_the_other(given, city, county):
    made = address(**given, address_type="tent")
    assert (made["city"], made["state_province"], made["address_type"]) == (
        city, county, Address._meta.get_field("address_type").default
    )  # fmt: skip


def test_two_addresses_without_keys_are_two_rows_and_always_the_same_ones():
    both = [ADDRESS, ADDRESS | {"address_1": "2 Moor Road"}, ADDRESS | {"postal_code": "WY4 1AB"}]
    keys = [row["id"] for row in drafted("location", addresses=both).parts["addresses"]]
    assert len(set(keys)) == 3
    again = drafted("location", addresses=both[::-1]).parts["addresses"]
    assert [row["id"] for row in again] == keys[::-1]
