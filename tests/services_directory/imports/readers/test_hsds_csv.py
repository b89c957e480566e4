"""Tables of HSDS in a zip, of every version."""

import io
import zipfile

import pytest

from services_directory.imports.readers import archives, hsds_csv
from services_directory.imports.records import FeedProblem
from tests.services_directory.imports.readers.small import (
    names,
    notes,
    read,
    records,
    run_of,
    zipped,
)

TABLES = {
    "organizations.csv": "id,name,description,email,website\n"
    "o1,Hill Hospice,A hospice.,hello@hill.example,https://hill.example\n"
    "o2,Lone body,Nobody's.,,\n",
    "services.csv": "id,organization_id,name,description,status,minimum_age,last_modified\n"
    's1,o1,Evening group,"You meet others, gently.",active,18,2026-10-01T10:00:00\n'
    "s2,o1,Day group,You meet by day.,active,-1,\n",
    "locations.csv": "id,name,location_type,latitude,longitude\n"
    "l1,The hall,physical,54.0,-1.5\nl2,Empty hall,physical,,\n",
    "addresses.csv": "id,location_id,address_1,city,state_province,postal_code,country\n"
    "a1,l1,1 Mill Lane,Hill,Hillshire,WY3 1AB,GB\n",
    "services_at_location.csv": "id,service_id,location_id\nsal1,s1,l1\n",
    "phones.csv": "id,service_id,organization_id,contact_id,number,description\n"
    "p1,s1,,,01632 960001,Desk\np2,,o1,,01632 960002,\np3,,,c1,01632 960003,\n",
    "contacts.csv": "id,service_id,name,title\nc1,s1,Front desk,Reception\n",
    "schedules.csv": "id,service_id,service_at_location_id,freq,byday,opens_at,closes_at\n"
    "h1,s1,,WEEKLY,MO,09:00,10:00\nh2,,sal1,WEEKLY,TU,09:00,10:00\n",
    "languages.csv": "id,service_id,name\nla1,s1,Polish\n",
    "cost_options.csv": "id,service_id,option,amount\nk1,s1,Tea,2.50\n",
    "service_areas.csv": "id,service_id,name\nar1,s1,Hill Vale\n",
    "accessibility.csv": "id,location_id,description\nac1,l1,Hearing loop\n",
    "organization_identifiers.csv": "id,organization_id,identifier_scheme,identifier\n"
    "oi1,o1,GB-CHC,123456\n",
    "taxonomies.csv": "id,name,description\nx1,Needs,What for.\n",
    "taxonomy_terms.csv": "id,name,description,parent_id,taxonomy_id\n"
    "t1,Grief,Of grief.,,x1\nt2,Groups,Of groups.,t1,x1\n",
    "attributes.csv": "id,link_id,taxonomy_term_id,link_type\nat1,s1,t2,service\n",
}


def imported(**changes: str | None):
    tables = TABLES | {f"{name}.csv": text for name, text in changes.items()}
    content = zipped({name: text for name, text in tables.items() if text is not None})
    return read(run_of("hsds_csv", content))


def evening(**changes: str | None):
    return records(imported(**changes))[0]


def test_a_service_is_joined_from_all_its_tables():
    data = evening().data
    assert data["description"] == "You meet others, gently."
    assert data["organization_id"] == "o1"
    assert [each["number"] for each in data["phones"]] == ["01632 960001"]
    assert data["contacts"][0]["phones"][0]["number"] == "01632 960003"
    assert [each["byday"] for each in data["schedules"]] == ["MO", "TU"]
    assert data["schedules"][1]["location_id"] == "l1"
    assert data["languages"][0]["code"] == "pl"
    assert data["cost_options"][0]["amount"] == 2.5
    assert data["service_areas"][0]["name"] == "Hill Vale"
    assert data["attributes"][0]["taxonomy_term_id"] == "t2"
    assert data["service_at_locations"][0]["id"] == "sal1"


def test_places_have_their_addresses_and_organizations_their_numbers():
    found = imported()
    hall = records(found, "location")[0].data
    assert hall["addresses"][0]["postal_code"] == "WY3 1AB"
    assert hall["accessibility"][0]["description"] == "Hearing loop"
    hospice = records(found, "organization")[0].data
    assert hospice["phones"][0]["number"] == "01632 960002"
    assert hospice["organization_identifiers"][0]["identifier"] == "123456"


def test_terms_come_first_with_their_parents():
    found = imported()
    kinds = list(dict.fromkeys(each.kind for batch in found for each in batch.records))
    assert kinds == ["taxonomy", "taxonomy_term", "organization", "location", "service"]
    assert names(found, "taxonomy")[0] == "Needs"
    terms = {each.their_key: each.data for each in records(found, "taxonomy_term")}
    assert terms["t2"]["parent_id"] == "t1"
    assert terms["t2"]["taxonomy_id"] == "x1"


def test_what_no_service_uses_is_read_too():
    found = imported()
    assert "Lone body" in names(found, "organization")
    assert "Empty hall" in names(found, "location")


def test_odd_values_are_cleaned_and_it_is_said():
    found = imported()
    day = records(found)[1]
    assert "minimum_age" not in day.data
    assert "Time zone missing: taken as Europe/London." in notes(found)


def test_the_feed_says_how_many_services_it_has():
    assert {batch.total for batch in imported()} == {2}


OLD = {
    "service.csv": "id,organization_id,name\ns1,o1,Old group\n",
    "organization.csv": "id,name\no1,Hill Council\n",
    "location.csv": "id,name\nl1,Library\n",
    "physical_address.csv": "id,location_id,address_1,city,postal_code\n"
    "a1,l1,1 Mill Lane,Hill,WY31AB\n",
    "service_at_location.csv": "id,service_id,location_id\nq1,s1,l1\n",
    "regular_schedule.csv": "id,service_id,byday,opens_at,closes_at\nh1,s1,Monday,9am,5pm\n",
    "taxonomy.csv": "id,name,vocabulary,parent_id\nx1,Grief,esd,\n",
    "service_taxonomy.csv": "id,service_id,taxonomy_id\nst1,s1,x1\n",
    "eligibility.csv": "id,service_id,eligibility,minimum_age\ne1,s1,Adults,18\n",
}


def test_tables_of_older_versions_are_known_too():
    found = read(run_of("hsds_csv", zipped(OLD)))
    data = records(found)[0].data
    assert data["schedules"][0]["opens_at"] == "09:00:00"
    assert data["minimum_age"] == 18
    assert data["eligibility_description"] == "Adults"
    assert records(found, "location")[0].data["addresses"][0]["postal_code"] == "WY3 1AB"
    assert records(found, "taxonomy_term")[0].data["taxonomy"] == "esd"
    assert data["attributes"][0]["taxonomy_term_id"] == "x1"


def test_tables_may_stand_in_a_folder_of_the_zip():
    inner = {f"export/2026/{name}": text for name, text in TABLES.items()}
    assert len(records(read(run_of("hsds_csv", zipped(inner))))) == 2


def test_files_that_are_no_tables_are_passed():
    more = {"__MACOSX/._services.csv": "x", "readme.txt": "x", "datapackage.json": "{}"}
    assert len(records(read(run_of("hsds_csv", zipped(TABLES | more))))) == 2


def test_a_table_that_nobody_knows_is_said():
    assert f"{hsds_csv.UNKNOWN_TABLE}odd_table." in notes(imported(odd_table="id\n1\n"))


@pytest.mark.parametrize("separator", [";", "\t", "|"])
def test_tables_may_be_separated_otherwise(separator):
    text = f"id{separator}organization_id{separator}name\ns9{separator}o1{separator}Odd group\n"
    assert names(imported(services=text)) == ["Odd group"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_tables_may_be_in_another_encoding(encoding):
    text = "id,organization_id,name\ns9,o1,Café – group\n".encode(encoding)
    assert names(read(run_of("hsds_csv", zipped(TABLES | {"services.csv": text})))) == [
        "Café – group"
    ]


def test_a_part_of_nothing_is_left_out():
    lost = "id,service_id,number\np1,,01632 960009\np2,s9,01632 960008\n"
    assert "phones" not in evening(phones=lost).data


def test_a_service_at_an_unknown_place_keeps_its_key():
    assert evening(locations=None, addresses=None, accessibility=None).data[
        "service_at_locations"
    ] == [{"id": "sal1", "service_id": "s1", "location_id": "l1"}]


def test_reading_goes_on_after_the_cursor(monkeypatch):
    monkeypatch.setattr(hsds_csv, "PER_BATCH", 1)
    whole = imported()
    at = next(n for n, batch in enumerate(whole) if names([batch]) == ["Evening group"])
    rest = read(run_of("hsds_csv", zipped(TABLES), cursor=whole[at].cursor))
    assert names(rest) == ["Day group"]
    assert len(rest) == len(whole) - at - 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no zip"),
        (b"id,name\n1,x\n", "no zip"),
        (b"PK\x03\x04 broken", "no zip"),
        (zipped({"readme.txt": "x"}), "no table of services"),
        (zipped({"services.csv": ""}), "no table of services"),
        (zipped({"services.csv": "id,name\n"}), "no table of services"),
    ],
)
def test_a_file_without_tables_is_told_in_words(content, words):
    with pytest.raises(FeedProblem, match=words):
        read(run_of("hsds_csv", content))


def test_a_zip_that_holds_too_many_files_is_refused():
    many = {f"table{number}.csv": "id\n" for number in range(archives.MOST_FILES + 1)}
    with pytest.raises(FeedProblem, match="too many files"):
        read(run_of("hsds_csv", zipped(many)))


def test_a_zip_bomb_is_refused_before_it_unpacks():
    bomb = zipped({"services.csv": b"0" * 100_000_000})
    assert len(bomb) < 200_000
    with pytest.raises(FeedProblem, match="more than we read"):
        read(run_of("hsds_csv", bomb))


def test_many_files_that_are_each_small_are_counted_together(monkeypatch):
    monkeypatch.setattr(archives, "MOST_BYTES", 1000)
    with pytest.raises(FeedProblem, match="more than we read"):
        read(run_of("hsds_csv", zipped({f"{n}.csv": "x" * 400 for n in range(3)})))


def test_a_zip_that_lies_about_its_sizes_does_no_harm():
    content = bytearray(zipped({"services.csv": "id,name\n" + "s1,x\n" * 200_000}))
    start = content.rindex(b"PK\x01\x02")
    content[start + 24 : start + 28] = (100).to_bytes(4, "little")  # the unpacked size
    with pytest.raises(FeedProblem):
        read(run_of("hsds_csv", bytes(content)))


def test_a_locked_zip_is_refused():
    content = bytearray(zipped({"services.csv": "id,name\n1,x\n"}))
    for mark, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        content[content.index(mark) + at] |= 1
    with pytest.raises(FeedProblem, match="password"):
        read(run_of("hsds_csv", bytes(content)))


def test_a_damaged_table_is_told_in_words():
    content = bytearray(
        zipped({"services.csv": "id,name\n" + "".join(f"s{n},x\n" for n in range(5000))})
    )
    content[60:160] = b"\xff" * 100
    with pytest.raises(FeedProblem, match=r"damaged|no zip|no table"):
        read(run_of("hsds_csv", bytes(content)))


def test_names_of_files_lead_nowhere():
    evil = io.BytesIO()
    with zipfile.ZipFile(evil, "w") as archive:
        for name, text in TABLES.items():
            archive.writestr(f"../../../../tmp/{name}", text)
    assert len(records(read(run_of("hsds_csv", evil.getvalue())))) == 2


def test_a_cell_beyond_all_measure_is_told_in_words():
    text = "id,organization_id,name\ns1,o1," + "x" * 600_000 + "\n"
    with pytest.raises(FeedProblem, match="can't be read"):
        imported(services=text)
