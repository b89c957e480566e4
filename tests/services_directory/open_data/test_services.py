from uuid import uuid4

import pytest

from services_directory.choices import Status
from services_directory.models import Service
from tests.services_directory import build
from tests.services_directory.open_data.conftest import set_modified

pytestmark = pytest.mark.django_db
SERVICES = "/open-data/v3/services"


def names(client, query: str = "", path: str = SERVICES) -> list[str]:
    response = client.get(f"{path}?{query}")
    assert response.status_code == 200, response.content
    return sorted(item["name"] for item in response.json()["contents"])


def test_the_envelope_says_where_in_the_list_one_is(client):
    for number in range(5):
        build.service(f"Group {number}")
    pages = [client.get(f"{SERVICES}?page={page}&per_page=2").json() for page in (1, 2, 3, 4)]
    contents = [[item["id"] for item in page.pop("contents")] for page in pages]
    assert len({key for keys in contents for key in keys}) == 5
    assert pages[0] == {
        "total_items": 5,
        "total_pages": 3,
        "page_number": 1,
        "size": 2,
        "first_page": True,
        "last_page": False,
        "empty": False,
    }
    assert [page["size"] for page in pages] == [2, 2, 1, 0]
    assert [page["last_page"] for page in pages] == [False, False, True, True]
    assert [page["empty"] for page in pages] == [False, False, False, True]


def test_the_validators_own_name_for_the_size_of_a_page_works_too(client):
    for number in range(3):
        build.service(f"Group {number}")
    assert client.get(f"{SERVICES}?perPage=1").json()["size"] == 1
    assert client.get(f"{SERVICES}?perPage=1&per_page=2").json()["size"] == 2


def test_an_empty_list_says_so(client):
    page = client.get(SERVICES).json()
    assert page["empty"] is True
    assert page["total_items"] == page["total_pages"] == 0
    assert page["first_page"] is page["last_page"] is True


def test_only_live_and_running_services_are_listed_or_found_by_key(client):
    build.service("Shown")
    build.service("Closed for now", status=Status.TEMPORARILY_CLOSED)
    build.postcode()
    hidden = [
        build.service("Draft", live=False),
        build.service("Ended", status=Status.DEFUNCT),
        build.service("Not running", status=Status.INACTIVE),
        build.service("Hidden, for nobody has checked it", hidden_since="2026-11-02"),
    ]
    assert names(client) == ["Closed for now", "Shown"]
    for service in hidden:
        build.place(service)
        assert client.get(f"{SERVICES}/{service.pk}").status_code == 404
        row = service.service_at_locations.get()
        assert client.get(f"/open-data/v3/service_at_locations/{row.pk}").status_code == 404
    for query in ("", "full=true", "format=ndjson", "search=e", "postcode=WY3+1AB"):
        listed = client.get(f"{SERVICES}?{query}").getvalue()
        assert b"Shown" in listed or "postcode" in query
        assert b"Hidden" not in listed
    assert client.get("/open-data/v3/service_at_locations").json()["empty"] is True


def test_an_organization_without_a_public_service_is_not_listed(client):
    made = build.organization("Nothing public")
    build.service("Draft", organization=made, live=False)
    assert client.get("/open-data/v3/organizations").json()["empty"] is True
    assert client.get(f"/open-data/v3/organizations/{made.pk}").status_code == 404


def test_a_service_is_whole_with_the_names_of_hsds_for_the_gaps(client, whole):
    body = client.get(f"{SERVICES}/{whole.pk}").json()
    assert body["phones"][0]["number"] == "01632 960 000"
    assert body["contacts"][0]["email"] == "office@hospice.example"
    assert body["contacts"][0]["phones"][0]["number"] == "01632 960 009"
    assert body["languages"][0] | {"id": ""} == {
        "id": "",
        "service_id": str(whole.pk),
        "code": "pl",
        "name": "Polish",
        "note": "By phone",
    }
    assert body["eligibility_description"] == "Anyone who grieves."
    assert body["application_process"] == "Ring us.\nWe ring back."
    assert body["wait_time"] == "3 weeks"
    assert body["fd_wait_stated_on"] == "2026-11-04"
    assert (body["cost_options"][0]["amount"], body["cost_options"][0]["currency"]) == (2.5, "GBP")
    assert body["assurer_email"] == "directory@hospice.example"
    assert body["last_modified"].endswith("+00:00")
    assert body["organization"]["organization_identifiers"][0]["identifier_type"] == "GB-CHC"
    place = body["service_at_locations"][0]
    assert place["location"]["addresses"][0]["postal_code"] == "WY3 1AB"
    assert body["schedules"][0]["service_at_location_id"] == place["id"]
    assert body["schedules"][0]["opens_at"] == "09:00:00"
    assert [area["extent_type"] for area in body["service_areas"]] == ["text", "text"]
    assert body["attributes"][0]["taxonomy_term"]["taxonomy"] == "Need"


def test_empty_fields_are_left_out_and_nought_is_not_empty(client):
    service = build.service(minimum_age=0, wait_weeks=2)
    body = client.get(f"{SERVICES}/{service.pk}").json()
    assert body["minimum_age"] == 0
    assert not {"url", "email", "phones", "maximum_age", "alert", "fees"} & body.keys()
    assert "wait_time" not in body  # nobody has said when that was so
    assert not [value for value in body.values() if value in (None, "", [], {})]


def test_dates_of_closing_decide_the_status(client, tuesday_noon):
    closed = build.service(closed_from="2026-11-20", closed_to="2026-11-30")
    open_again = build.service("Open", closed_to="2026-11-20", status=Status.TEMPORARILY_CLOSED)
    assert client.get(f"{SERVICES}/{closed.pk}").json()["status"] == "temporarily closed"
    assert client.get(f"{SERVICES}/{open_again.pk}").json()["status"] == "active"


def test_a_list_item_has_its_organization_and_full_has_everything(client, whole):
    (item,) = client.get(SERVICES).json()["contents"]
    assert item["organization"]["name"] == "St Wyvern's Hospice"
    assert "phones" not in item
    (full,) = client.get(f"{SERVICES}?full=true").json()["contents"]
    assert full == client.get(f"{SERVICES}/{whole.pk}").json()


def test_minimal_gives_keys_and_dates_of_all_services_in_one_answer(client, whole):
    for number in range(21):
        build.service(f"Group {number}")
    page = client.get(f"{SERVICES}?minimal=true").json()
    assert page["size"] == 22
    assert all(item.keys() == {"id", "modified_date"} for item in page["contents"])


@pytest.mark.parametrize("name", ["service_at_locations", "organizations", "taxonomy_terms"])
def test_minimal_lifts_the_limit_of_a_page_for_services_alone(client, whole, name):
    for number in range(21):
        build.place(build.service(f"Group {number}", organization=build.organization(f"{number}")))
        build.term("need", f"need-{number}")
    assert client.get(f"/open-data/v3/{name}?minimal=true").json()["size"] == 20
    assert client.get(f"/open-data/v3/{name}?minimal=true&per_page=101").status_code == 400


def test_modified_after_includes_its_own_moment(client):
    for day in (1, 2, 3):
        set_modified(build.service(f"Day {day}"), day)
    assert names(client, "modified_after=2026-11-02T12:00:00Z") == ["Day 2", "Day 3"]
    assert names(client, "modified_after=2026-11-02T13:00:00%2B01:00") == ["Day 2", "Day 3"]
    assert names(client, "modified_after=2026-11-02T13:00:01+01:00") == ["Day 3"]
    assert names(client, "modified_after=2026-11-03") == ["Day 3"]


def test_filters_by_organization_term_taxonomy_and_words(client):
    other = build.organization("Another body")
    build.service("Choir", organization=other)
    walk = build.service("Walk")
    build.tag(walk, "need", "company")
    term = build.term("need", "company")
    assert names(client, f"organization_id={other.pk}") == ["Choir"]
    assert names(client, f"taxonomy_term_id={term.pk}") == ["Walk"]
    assert names(client, f"taxonomy_id={term.taxonomy_id}") == ["Walk"]
    assert names(client, "search=choir") == ["Choir"]
    assert names(client, f"search=walk&organization_id={other.pk}") == []
    assert names(client, f"taxonomy_id={uuid4()}") == []


@pytest.mark.parametrize("sign", ["%E2%80%8B", "%C2%AD", "%07", "%0D%0A"])
def test_signs_that_nobody_sees_only_part_the_words(client, sign):
    build.service("Night care")
    build.service("Day care")
    assert names(client, f"search={sign}night{sign}care") == ["Night care"]


def test_filters_by_age(client):
    build.service("Children", minimum_age=5, maximum_age=12)
    build.service("Adults", minimum_age=18)
    build.service("Everybody")
    assert names(client, "minimum_age=5") == ["Adults", "Children"]
    assert names(client, "minimum_age=18") == ["Adults"]
    assert names(client, "maximum_age=12") == ["Children"]
    assert names(client, "maximum_age=11") == []


def test_day_and_times_must_hold_for_one_and_the_same_session(client):
    made = build.service("Two sessions")
    build.opens(made, "TU", 9, 12)
    build.opens(made, "TH,FR", 14, 16)
    for query in ("day=TU", "day=friday", "day=Thu", "start_time=14:00", "end_time=12:00:00"):
        assert names(client, query) == ["Two sessions"], query
    assert names(client, "day=TH&start_time=14:00&end_time=16:00") == ["Two sessions"]
    for query in ("day=MO", "start_time=14:01", "end_time=11:59", "day=TU&start_time=14:00"):
        assert names(client, query) == [], query


def test_postcode_goes_by_coverage(client):
    build.postcode("WY3 1AB", build.HERE, "east")
    build.covers(build.service("For here"), "east")
    elsewhere = build.service("Near, but for others")
    build.covers(elsewhere, "west")
    build.place(elsewhere)
    build.place(build.service("Near, for no known area"))
    build.service("National", national=True)
    expected = ["For here", "National", "Near, for no known area"]
    assert names(client, "postcode=wy31ab") == expected


def test_proximity_counts_metres_from_the_postcode(client):
    build.postcode("WY3 1AB", build.HERE, "east")
    build.place(build.service("At the door"), build.HERE)
    build.place(build.service("A kilometre off"), (build.HERE[0] + 0.009, build.HERE[1]))
    build.service("National", national=True)
    for path in (SERVICES, "/open-data/v3/service_at_locations"):
        near, far = ("postcode=WY3+1AB&proximity=900", "postcode=WY3+1AB&proximity=1100")
        assert names(client, near, path) == ["At the door"]
        assert names(client, far, path) == ["A kilometre off", "At the door"]
        assert names(client, "postcode=WY3+1AB&proximity=0", path) == ["At the door"]


def test_services_are_given_with_and_without_a_slash(client, whole):
    assert client.get(f"{SERVICES}/").json() == client.get(SERVICES).json()
    with_slash = client.get(f"{SERVICES}/{whole.pk}/")
    assert with_slash.json() == client.get(f"{SERVICES}/{whole.pk}").json()


def test_the_key_lasts_when_an_entry_is_saved_again(client, whole):
    before = client.get(f"{SERVICES}/{whole.pk}").json()
    Service.objects.get(pk=whole.pk).save()
    after = client.get(f"{SERVICES}/{whole.pk}").json()
    assert before | {"last_modified": ""} == after | {"last_modified": ""}
