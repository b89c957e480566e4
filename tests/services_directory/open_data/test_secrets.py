"""What may never leave: words for staff, and where a private address is."""

import pytest

from services_directory.models import Accessibility
from tests.services_directory import build

pytestmark = pytest.mark.django_db
ROOT = "/open-data/v3"
LISTS = ("services", "service_at_locations", "organizations", "taxonomies", "taxonomy_terms")


def everything(client) -> str:
    """Return the text of every list in every form, and of every object."""
    texts = []
    for name in LISTS:
        for query in ("", "full=true", "full_service=true", "format=ndjson&full=true"):
            texts.append(client.get(f"{ROOT}/{name}?{query}").getvalue().decode())
        for item in client.get(f"{ROOT}/{name}").json()["contents"]:
            texts.append(client.get(f"{ROOT}/{name}/{item['id']}").content.decode())
    return "\n".join(texts)


def test_no_answer_holds_a_word_for_staff(client, whole):
    text = everything(client)
    assert "Evening group" in text
    for secret in ("SECRET", "960 999", "staff_", "internal_note"):
        assert secret not in text


def test_a_private_address_shows_its_outward_code_and_a_rounded_point_alone(client):
    service = build.service()
    location = build.place(service, (54.123456, 1.567891), confidential=True)
    location.name, location.transportation = "Rose House", "Behind the mill"
    location.description = "The red door"
    location.save()
    service.service_at_locations.update(description="Upstairs at Rose House")
    Accessibility.objects.create(
        location=location,
        description="Level access",
        details="Ramp on Mill Lane",
        url="https://rose.example/",
    )
    text = everything(client)
    for secret in (
        "Priory", "Hollin Bridge", "1AB", "54.123", "1.567", "Rose House", "mill", "Mill Lane",
        "red door", "rose.example",
    ):  # fmt: skip
        assert secret not in text
    body = client.get(f"{ROOT}/services/{service.pk}").json()
    place = body["service_at_locations"][0]["location"]
    assert (place["latitude"], place["longitude"]) == (54.12, 1.57)
    assert place["fd_confidential"] is True
    assert place["addresses"][0] | {"id": ""} == {
        "id": "", "location_id": str(location.pk), "address_1": "Not published",
        "city": "Not published", "state_province": "Not published", "postal_code": "WY3",
        "country": "GB", "address_type": "physical",
    }  # fmt: skip
    assert place["accessibility"][0]["description"] == "Level access"


def test_an_unknown_postcode_is_not_said_back(client):
    response = client.get(f"{ROOT}/services?postcode=ZZ9+9ZZ")
    assert response.status_code == 400
    assert "ZZ9" not in response.content.decode()
