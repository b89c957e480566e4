"""What is for staff, and where a private place lies, reaches nothing that is public."""

from pathlib import Path

import pytest
import time_machine
from django.conf import settings as site
from django.template.loader import get_template
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services_directory import queries
from services_directory.documents import load
from services_directory.models import Accessibility, Location, Service
from services_directory.presenters.rows import row
from tests.services_directory import build

pytestmark = pytest.mark.django_db
STAFF_FIELDS = ("staff_phone", "staff_criteria", "internal_note")
FOR_STAFF = ("01632 960 900", "960900", "Criterion-X", "Note-X")
PRIVATE = ("Priory", "The hall", "WY3 1AB", "54.08921", "1.60734", "blue door", "Floor plan")


@pytest.fixture
def secret(db) -> Service:
    made = build.service(
        "Refuge",
        staff_phone="01632 960 900",
        staff_criteria="Criterion-X",
        internal_note="Note-X",
        pathway="bereavement-support",
    )
    location = build.place(made, (54.08921, 1.60734), confidential=True)
    location.transportation = "The blue door."
    location.description = "Floor plan"
    location.save()
    Accessibility.objects.create(location=location, description="Lift")
    build.opens(made, location=location)
    build.tag(made, "need", "respite")
    build.postcode("WY8 8ZZ", (54.09, 1.61))
    return made


PAGES = [
    "/services/",
    "/services/?q=refuge",
    "/services/?near=WY8+8ZZ&sort=nearest",
    "/services/?near=WY8+8ZZ&distance=1",
    "/services/?q=Criterion-X",
]


def leaks(text: str, *, but: str = "") -> list[str]:
    return [each for each in (*FOR_STAFF, *PRIVATE) if each in text and each != but]


@pytest.mark.parametrize("url", PAGES)
def test_no_list_holds_it(client, secret, url):
    html = client.get(url).content.decode()
    by_a_secret = "Criterion-X" in url
    assert ("Refuge" in html) is not by_a_secret
    assert leaks(html, but="Criterion-X" if by_a_secret else "") == []


def test_the_entry_does_not_hold_it(client, secret):
    html = client.get(secret.get_absolute_url()).content.decode()
    assert "Lift" in html
    assert leaks(html) == []


def test_staff_read_a_private_place_no_nearer_than_the_public(client, secret, triage):
    client.force_login(triage)
    html = client.get(f"/staff/directory/{secret.pk}/").content.decode()
    assert "Criterion-X" in html
    assert not any(each in html for each in PRIVATE)


def test_a_signed_in_reader_gets_the_same_public_entry(client, secret, administrator):
    client.force_login(administrator)
    assert leaks(client.get(secret.get_absolute_url()).content.decode()) == []


def test_search_is_not_told(secret):
    (document,) = load(None)
    assert leaks(repr(document)) == []
    assert "WY3" in document.keywords


def test_other_rooms_are_not_told(secret):
    rows = [
        row(secret),
        *queries.services_for_need("respite"),
        queries.service_for_referral("bereavement-support", None),
    ]
    assert len(rows) == 3
    assert leaks(repr(rows)) == []


@pytest.mark.parametrize(
    "name",
    [
        "services_directory/entry.html",
        "services_directory/service_row.html",
        "services_directory/service_detail.html",
        "services_directory/services.html",
        "services_directory/finder.html",
    ],
)
def test_public_templates_do_not_name_what_is_for_staff(name):
    source = Path(get_template(name).origin.name).read_text()
    assert not any(field in source for field in (*STAFF_FIELDS, "staff_rows"))


def test_nor_does_any_other_template_of_the_site():
    folder = Path(site.BASE_DIR) / "templates"
    sources = {path: path.read_text() for path in folder.rglob("*.html")}
    naming = {p.name for p, text in sources.items() if any(f in text for f in STAFF_FIELDS)}
    assert len(sources) > 20
    assert naming == set()


# All that a visitor, a partner's page or a program can read of it.
OUTPUTS = (
    "/services/",
    "/services/?near=WY8+8ZZ&sort=nearest",
    "/services/?near=WY8+8ZZ&distance=1",
    "/services/embed/?near=WY8+8ZZ",
    "/services/{pk}/",
    "/services/{pk}/sessions.ics",
    "/open-data/v3/services?full=true&postcode=WY8+8ZZ&proximity=1500",
    "/open-data/v3/services?format=ndjson&full=true",
    "/open-data/v3/services/{pk}",
    "/open-data/v3/service_at_locations?full=true",
    "/open-data/v3/organizations?full=true&full_service=true",
)
WORDS = st.text(st.characters(categories=["Lu", "Ll"]), min_size=1, max_size=20)
IN_ONE_CELL = st.floats(-0.0049, 0.0049)


def outputs(client, service: Service) -> list[str]:
    answers = [client.get(url.format(pk=service.pk)) for url in OUTPUTS]
    assert {answer.status_code for answer in answers} == {200}
    return [answer.getvalue().decode() for answer in answers] + [repr([*load(None)])]


def move(service: Service, north: float, east: float, inward: str, words: str) -> None:
    """Put the private place elsewhere within its square kilometre, under other names."""
    location = Location.objects.get(service_at_locations__service=service)
    location.latitude, location.longitude = 54.09 + north, 1.61 + east
    location.name = location.description = location.transportation = words
    location.save()
    address = location.addresses.get()
    address.address_1 = address.address_2 = address.city = address.attention = words
    address.postal_code = f"WY3 {inward}"
    address.save()


@time_machine.travel(build.SUNDAY_NIGHT, tick=False)
@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    north=IN_ONE_CELL,
    east=IN_ONE_CELL,
    inward=st.from_regex(r"[0-9][ABD-HJLNP-UW-Z]{2}", fullmatch=True),
    words=WORDS,
)
def test_wherever_it_lies_in_its_square_kilometre_nothing_public_differs(
    client, secret, north, east, inward, words
):
    move(secret, 0.0, 0.0, "1AB", "Somewhere")
    before = outputs(client, secret)
    move(secret, north, east, inward, words)
    assert outputs(client, secret) == before


def test_a_public_place_differs_wherever_it_lies(client, secret):
    """The test above can fail: of a place that is no secret, everything is shown."""
    secret.service_at_locations.get().location.addresses.update(confidential=False)
    move(secret, 0.0, 0.0, "1AB", "Somewhere")
    before = outputs(client, secret)
    move(secret, 0.004, 0.004, "2AB", "Elsewhere")
    after = outputs(client, secret)
    same = {url for url, one, other in zip(OUTPUTS, before, after, strict=False) if one == other}
    assert same <= {"/services/", "/services/embed/?near=WY8+8ZZ", "/services/{pk}/sessions.ics"}
