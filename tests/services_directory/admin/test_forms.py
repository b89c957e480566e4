"""Services are made and changed in Wagtail's forms, parts included."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from search.models import SearchChange
from services_directory.models import Location, Phone, Service, TaxonomyTerm
from tests.services_directory import build

pytestmark = pytest.mark.django_db
PARTS = [
    "phones", "contacts", "schedules", "cost_options", "service_areas", "languages", "attributes",
    "service_at_locations",
]  # fmt: skip


def address(view: str, *args) -> str:
    return reverse(Service.snippet_viewset.get_url_name(view), args=args)


def form_data(**fields) -> dict[str, str]:
    """What the browser sends for a service without parts."""
    data = {"name": "Night sitting", "organization": str(build.organization().pk)}
    data |= {"summary": "Someone sits with you.", "description": "All night.", "status": "active"}
    for part in PARTS:
        counts = {
            "TOTAL_FORMS": "0",
            "INITIAL_FORMS": "0",
            "MIN_NUM_FORMS": "0",
            "MAX_NUM_FORMS": "1000",
        }
        data |= {f"{part}-{name}": value for name, value in counts.items()}
    return data | fields


def phone_form(number: str, *, pk: str = "", initial: int = 0) -> dict[str, str]:
    return {
        "phones-TOTAL_FORMS": "1",
        "phones-INITIAL_FORMS": str(initial),
        "phones-0-id": pk,
        "phones-0-number": number,
        "phones-0-description": "Office",
        "phones-0-ORDER": "1",
        "phones-0-DELETE": "",
    }


@pytest.fixture(autouse=True)
def _signed_in(client, directory_editor):
    client.force_login(directory_editor)


def test_a_new_service_is_a_draft_until_it_is_published(client):
    client.post(address("add"), form_data(**phone_form("01632 960 001")))
    service = Service.objects.get()
    assert not service.live
    assert service.phones.get().number == "01632 960 001"
    assert client.get(service.get_absolute_url()).status_code == 404


def test_a_service_can_be_published_and_is_told_to_search(client):
    client.post(address("add"), form_data(**{"action-publish": "1"}))
    service = Service.objects.get()
    assert client.get(service.get_absolute_url()).status_code == 200
    assert SearchChange.objects.filter(pk_text=str(service.pk)).exists()


def test_changing_a_phone_keeps_its_key_and_shows_after_publishing(client):
    service = build.service("Night sitting")
    phone = Phone.objects.create(service=service, number="01632 960 001")
    changed = phone_form("01632 960 002", pk=str(phone.pk), initial=1)
    client.post(address("edit", service.pk), form_data(**changed))
    assert "01632 960 001" in client.get(service.get_absolute_url()).content.decode()
    client.post(address("edit", service.pk), form_data(**changed, **{"action-publish": "1"}))
    assert Phone.objects.get().number == "01632 960 002"
    assert Phone.objects.get().pk == phone.pk


def test_a_contradiction_is_refused_in_plain_words_and_nothing_is_lost(client):
    wrong = form_data(wait_weeks="3", minimum_age="20", maximum_age="10", **{"action-publish": "1"})
    response = client.post(address("add"), wrong)
    text = BeautifulSoup(response.content, "html.parser").get_text(" ")
    assert "Enter the day on which the provider stated this waiting time." in text
    assert "The oldest age must not be below the youngest." in text
    assert "Night sitting" in response.content.decode()
    assert not Service.objects.exists()


def test_the_list_can_be_searched_filtered_and_exported(client):
    build.service("Night sitting", national=True)
    build.service("Day centre")
    found = client.get(address("list"), {"national": "true"}).content.decode()
    assert "Night sitting" in found
    assert "Day centre" not in found
    response = client.get(address("list"), {"export": "csv"})
    assert b"Day centre" in b"".join(response.streaming_content)


def test_a_draft_can_be_previewed(client):
    service = build.service("Night sitting")
    response = client.post(address("preview_on_edit", service.pk), form_data(name="Previewed"))
    assert response.json()["is_valid"]
    page = client.get(address("preview_on_edit", service.pk))
    assert "Previewed" in page.content.decode()


@pytest.mark.parametrize("model", [Service, Location, TaxonomyTerm])
def test_a_list_takes_the_same_number_of_queries_however_long(client, model):
    url = reverse(model.snippet_viewset.get_url_name("list"))
    grow(0)
    client.get(url)
    with CaptureQueriesContext(connection) as first:
        client.get(url)
    for number in range(1, 9):
        grow(number)
    with CaptureQueriesContext(connection) as second:
        client.get(url)
    assert len(first) == len(second)


def grow(number: int) -> None:
    body = build.organization(f"Body {number}")
    service = build.service(f"Service {number}", organization=body)
    service.save_revision()
    location = build.place(service)
    location.organization = body
    location.save()
    build.tag(service, "need", f"need-{number}")
    build.term("need", f"below-{number}", parent=build.term("need", f"need-{number}"))
