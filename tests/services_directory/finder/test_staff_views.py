import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from services_directory.models import Phone
from tests.services_directory import build

pytestmark = pytest.mark.django_db
LIST = "/staff/directory/"


def secret_service():
    return build.service(
        staff_phone="01632 960 900", staff_criteria="Criterion-X", internal_note="Note-X"
    )


def address_of(service) -> str:
    return reverse("directory_staff_entry", args=[service.pk])


def test_a_visitor_is_sent_to_sign_in(client):
    for url in (LIST, address_of(build.service())):
        response = client.get(url)
        assert response.status_code == 302
        assert response["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("who", ["stranger", "editor", "reviewer"])
def test_staff_without_the_permission_are_refused(client, request, who):
    client.force_login(request.getfixturevalue(who))
    assert client.get(LIST).status_code == 403
    assert client.get(address_of(secret_service())).status_code == 403


@pytest.mark.parametrize("who", ["directory_editor", "triage", "administrator"])
def test_staff_with_the_permission_see_what_is_for_staff(client, request, who):
    client.force_login(request.getfixturevalue(who))
    service = secret_service()
    assert service.name in client.get(LIST).content.decode()
    html = client.get(address_of(service)).content.decode()
    for part in ("01632 960 900", "Criterion-X", "Note-X"):
        assert part in html


def test_only_those_who_may_change_the_entry_get_the_link(client, triage, directory_editor):
    service = secret_service()
    client.force_login(triage)
    assert "Change this entry" not in client.get(address_of(service)).content.decode()
    client.force_login(directory_editor)
    assert "Change this entry" in client.get(address_of(service)).content.decode()


def test_the_staff_list_links_to_the_staff_entries(client, triage):
    service = secret_service()
    client.force_login(triage)
    assert address_of(service) in client.get(LIST).content.decode()


def test_a_draft_is_not_found_by_staff_either(client, triage):
    client.force_login(triage)
    assert client.get(address_of(build.service(live=False))).status_code == 404


def full_service(number: int) -> None:
    service = build.service(f"Service {number}")
    Phone.objects.create(service=service, number="01632 960 001")
    build.place(service)
    build.opens(service)


def test_the_staff_list_asks_the_database_the_same_number_of_times_however_full(client, triage):
    client.force_login(triage)
    full_service(0)
    client.get(LIST)
    with CaptureQueriesContext(connection) as first:
        client.get(LIST)
    for number in range(1, 12):
        full_service(number)
    with CaptureQueriesContext(connection) as second:
        client.get(LIST)
    assert len(first) == len(second)


def test_only_reading_is_allowed(client, triage):
    client.force_login(triage)
    assert client.post(LIST).status_code == 405
    assert client.post(address_of(secret_service())).status_code == 405


def test_what_is_not_noted_is_said_in_words(client, triage):
    client.force_login(triage)
    assert "Nothing noted" in client.get(address_of(build.service())).content.decode()


def test_notes_are_shown_as_text(client, triage):
    client.force_login(triage)
    service = build.service(internal_note="<script>alert(1)</script>")
    assert "<script>alert(1)" not in client.get(address_of(service)).content.decode()


def test_staff_find_by_the_same_question_as_the_public(client, triage):
    build.service("Day centre", cost="paid")
    build.service("Night sitting", cost="free")
    client.force_login(triage)
    html = client.get(LIST, {"cost": ["free", "nonsense"]}).content.decode()
    assert "Night sitting" in html
    assert "Day centre" not in html
    assert "We do not know “nonsense”" in html
