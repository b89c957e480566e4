"""What leaves the admin in a table, and what the forms hold."""

import csv
import io

import pytest
from django.db import models
from django.urls import reverse

from services_directory.models import Location, Organization, Service, Taxonomy, TaxonomyTerm
from tests.services_directory import build

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _signed_in(client, directory_editor):
    client.force_login(directory_editor)


def export(client, model) -> list[dict[str, str]]:
    url = reverse(model.snippet_viewset.get_url_name("list"))
    response = client.get(url, {"export": "csv"})
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_services_leave_without_what_is_for_staff(client):
    build.service(staff_phone="01632 960 900", staff_criteria="Crit-X", internal_note="Note-X")
    (line,) = export(client, Service)
    assert "Evening group" in line.values()
    assert "St Wyvern's Hospice" in line.values()
    assert not {"01632 960 900", "Crit-X", "Note-X"} & set(line.values())


def test_private_places_leave_to_the_kilometre(client):
    build.place(build.service(), (54.08921, 1.60734), confidential=True)
    (line,) = export(client, Location)
    assert {"54.09", "1.61"} <= set(line.values())
    assert "54.08921" not in line.values()


@pytest.mark.parametrize("model", [Organization, Taxonomy, TaxonomyTerm])
def test_every_list_can_leave_as_a_table(client, model):
    build.tag(build.service(), "need", "respite")
    assert [line[next(iter(line))] for line in export(client, model)] == [
        str(model.objects.get().pk)
    ]


@pytest.mark.parametrize("model", [Service, Organization, Location, Taxonomy, TaxonomyTerm])
def test_every_field_that_can_be_changed_is_in_the_form(client, model):
    form = client.get(reverse(model.snippet_viewset.get_url_name("add"))).context["form"]
    own = {
        field.name
        for field in model._meta.get_fields()
        if isinstance(field, models.Field) and field.editable and not field.auto_created
    }
    kept_by_wagtail = {
        "live", "has_unpublished_changes", "first_published_at", "last_published_at",
        "latest_revision", "live_revision", "go_live_at", "expire_at", "expired", "locked",
        "locked_at", "locked_by",
    }  # fmt: skip
    assert own - kept_by_wagtail <= set(form.fields)


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"status": "temporarily closed"}, {"Closed"}),
        ({"assured_date__isnull": "true"}, {"Closed", "Running"}),
        ({"live": "false"}, {"Draft"}),
    ],
)
def test_the_list_narrows_to_what_needs_work(client, query, shown):
    build.service("Closed", status="temporarily closed")
    build.service("Running")
    build.service("Draft", live=False, assured_date="2026-01-01")
    response = client.get(reverse(Service.snippet_viewset.get_url_name("list")), query)
    assert {service.name for service in response.context["object_list"]} == shown


@pytest.mark.parametrize("model", [Organization, TaxonomyTerm, Taxonomy])
def test_what_services_use_is_not_deleted_and_the_editor_is_told(client, model):
    build.tag(build.service(), "need", "respite")
    thing = model.objects.get()
    url = reverse(model.snippet_viewset.get_url_name("delete"), args=[thing.pk])
    response = client.post(url)
    assert response.status_code < 500
    assert model.objects.filter(pk=thing.pk).exists()


@pytest.mark.parametrize("view", ["edit", "delete", "history"])
def test_a_key_that_names_nothing_is_not_found(client, view):
    missing = "00000000-0000-4000-8000-000000000000"
    url = reverse(Service.snippet_viewset.get_url_name(view), args=[missing])
    assert client.get(url).status_code == 404
