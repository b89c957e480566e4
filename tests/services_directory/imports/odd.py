"""Turning a decent feed into one that nobody would write on purpose."""

import copy
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from tests.services_directory.imports.readers.small import service

DEEP: Any = "x"
for _ in range(60):
    DEEP = [DEEP]
ODD = st.one_of(
    st.sampled_from([
        None, True, False, 0, -1, 3.7, 10**30, float("inf"), float("nan"), "", "   ",
        "\x00", "a\x00b",
        "\ud800", "\u202etxet", "n/a", "0001-01-01", "9999-12-31T23:59:59+23:59", "2026-02-30",
        "1970-01-01", "24:00", "25:61", "-5", "1e999", "NaN", "²", "٣", "=cmd|' /C calc'!A0",
        "<b>x", "<!--", "&#0;", "&#xD800;", "<script>x</script>", "http://[::1", "javascript:x",
        "https://user:word@host.example/", "a@b", "x" * 5000, "é" * 300, "🙂", "WY3", "SW1A 1AA",
        "00000000-0000-4000-8000-000000000001", "org-1", "MO,XX", "FREQ=DAILY", "WEEKLY", "DAILY",
        [], {}, [[]], [None], [{}], {"": ""}, {"id": None}, [{"id": {}}], {"\ud800": "\x00"}, DEEP,
    ]),
    st.text(max_size=20),
    st.integers(),
    st.floats(),
    st.recursive(
        st.none() | st.text(max_size=5) | st.integers(),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
        ),
        max_leaves=5,
    ),
)  # fmt: skip


def whole(number: int) -> dict[str, Any]:
    """A service of version 3 with a bit of everything."""
    place = {
        "id": f"place-{number}", "name": "The hall", "location_type": "physical",
        "latitude": 54.0, "longitude": 1.5,
        "addresses": [{
            "id": f"address-{number}", "address_1": "11 Priory Walk", "city": "Hollin Bridge",
            "state_province": "Wyvern Vale", "postal_code": "WY3 1AB", "country": "GB",
            "address_type": "physical",
        }],
        "accessibility": [{"id": f"access-{number}", "description": "Level access"}],
    }  # fmt: skip
    term = {"id": f"term-{number}", "name": "Grief", "taxonomy_id": "needs", "taxonomy": "Needs",
            "parent_id": f"term-{3 - number}", "code": "grief"}  # fmt: skip
    when = {"id": f"when-{number}", "freq": "WEEKLY", "byday": "TU", "opens_at": "18:00",
            "closes_at": "20:00", "interval": 1, "dtstart": "2026-01-06",
            "valid_from": "2026-01-01", "valid_to": "2026-12-31"}  # fmt: skip
    return service(
        number,
        url="https://hospice.example/group", email="groups@hospice.example", fees="Free",
        minimum_age=18, maximum_age=99, wait_time="3 weeks", assured_date="2026-10-01",
        fd_wait_stated_on="2026-10-01", fd_modes=["in_person"], fd_referral_routes=["self"],
        fd_closed_from="2026-12-24", fd_closed_to="2026-12-26", alert="Closed at Christmas",
        application_process="Ring us.", eligibility_description="Anyone.",
        organization={
            "id": "org-1", "name": "Hill Hospice", "description": "A hospice.",
            "email": "info@hospice.example", "website": "https://hospice.example",
            "organization_identifiers": [{"identifier_scheme": "GB-CHC", "identifier": "1234567"}],
        },
        contacts=[
            {"id": f"contact-{number}", "name": "Team", "phones": [{"number": "01632 960 002"}]}
        ],
        schedules=[when],
        cost_options=[{"id": f"cost-{number}", "option": "Tea", "amount": 2.5, "currency": "GBP"}],
        languages=[{"id": f"language-{number}", "name": "Polish", "code": "pl"}],
        service_areas=[{"id": f"area-{number}", "name": "Wyvern Vale", "extent_type": "text"}],
        attributes=[{"id": f"tie-{number}", "link_type": "service", "taxonomy_term": term}],
        service_at_locations=[{"id": f"at-{number}", "location": place, "schedules": [when]}],
    )  # fmt: skip


def old(number: int) -> dict[str, Any]:
    """The same in version 1."""
    made = whole(number)
    made["regular_schedules"] = made.pop("schedules")
    made["eligibilitys"] = [{"eligibility": "Adults", "minimum_age": 18.0, "maximum_age": 99.0}]
    tie = made.pop("attributes")[0]
    term = tie["taxonomy_term"] | {"vocabulary": "needs"}
    made["service_taxonomys"] = [{"id": tie["id"], "taxonomy": term}]
    made["service_areas"] = [{"id": "a", "service_area": "Wyvern Vale", "extent": None}]
    made["languages"] = [{"id": "l", "language": "Polish"}]
    made["cost_options"][0]["attending_access"] = made["attending_access"] = "drop-in"
    made["service_at_locations"][0]["holiday_schedules"] = [{"closed": True}]
    return made


TABLES = {
    "services.csv": [["id", "name", "organization_id", "description", "status", "url", "fees"],
                     ["s1", "Group 1", "o1", "People meet.", "active", "http://a.example", "Free"],
                     ["s2", "Group 2", "o1", "People meet.", "active", "", ""]],
    "organizations.csv": [["id", "name", "description"], ["o1", "Hill Hospice", "A hospice."]],
    "locations.csv": [["id", "name", "latitude", "longitude"], ["l1", "Hall", "54.0", "1.5"]],
    "physical_addresses.csv": [["id", "location_id", "address_1", "city", "postal_code"],
                               ["a1", "l1", "1 Road", "Town", "WY3 1AB"]],
    "services_at_location.csv": [["id", "service_id", "location_id"], ["sl1", "s1", "l1"]],
    "phones.csv": [["id", "service_id", "number"], ["p1", "s1", "01632 960 001"]],
    "regular_schedules.csv": [["id", "service_id", "weekday", "byday", "opens_at", "closes_at"],
                              ["r1", "s1", "2", "TU", "10:00", "12:00"]],
    "taxonomies.csv": [["id", "name", "parent_id", "vocabulary"],
                       ["t1", "Grief", "t2", "needs"], ["t2", "Loss", "t1", "needs"]],
    "service_taxonomies.csv": [["id", "service_id", "taxonomy_id"], ["st1", "s1", "t1"]],
    "contacts.csv": [["id", "service_id", "name"], ["c1", "s1", "Team"]],
    "languages.csv": [["id", "service_id", "language"], ["la1", "s1", "Polish"]],
    "cost_options.csv": [["id", "service_id", "option", "amount"], ["co1", "s1", "Tea", "2.50"]],
    "service_areas.csv": [["id", "service_id", "service_area"], ["sa1", "s1", "Wyvern Vale"]],
    "eligibility.csv": [["id", "service_id", "minimum_age"], ["e1", "s1", "18"]],
}  # fmt: skip


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to every value within."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for name, each in inner:
        yield (*path, name)
        if isinstance(each, dict | list):
            yield from places(each, (*path, name))


@st.composite
def spoilt(draw: st.DrawFn, decent: Any, odd: st.SearchStrategy[Any] = ODD) -> Any:
    """Draw the feed with some values replaced, taken away, doubled or put elsewhere."""
    made = copy.deepcopy(decent)
    for _ in range(draw(st.integers(1, 6))):
        ways = list(places(made))
        if ways:
            _spoil(draw, made, draw(st.sampled_from(ways)), odd)
    return made


def _spoil(draw: st.DrawFn, made: Any, way: tuple[Any, ...], odd: st.SearchStrategy[Any]) -> None:
    inner = made
    for name in way[:-1]:
        inner = inner[name]
    deed = draw(st.sampled_from(["replace", "replace", "lose", "double", "wrap"]))
    if deed == "replace":
        inner[way[-1]] = draw(odd)
    elif deed == "lose":
        del inner[way[-1]]
    elif deed == "double" and isinstance(inner, list):
        inner.append(copy.deepcopy(inner[way[-1]]))
    else:
        inner[way[-1]] = [inner[way[-1]]]
