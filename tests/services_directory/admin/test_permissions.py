"""Who may do what with the directory in the admin; each refusal is proved."""

import pytest
from django.urls import reverse

from services_directory.models import Location, Organization, Service, Taxonomy, TaxonomyTerm
from tests.services_directory import build

pytestmark = pytest.mark.django_db
MODELS = [Service, Organization, Location, Taxonomy, TaxonomyTerm]
OTHERS = ["editor", "reviewer", "triage", "stranger"]


def address(model, view: str, *args) -> str:
    return reverse(model.snippet_viewset.get_url_name(view), args=args)


def one_of(model):
    service = build.service()
    build.place(service)
    build.tag(service, "need", "respite")
    return model.objects.first()


@pytest.mark.parametrize("who", ["directory_editor", "administrator"])
@pytest.mark.parametrize("model", MODELS)
def test_directory_editors_list_add_and_change_everything(client, request, model, who):
    client.force_login(request.getfixturevalue(who))
    thing = one_of(model)
    assert client.get(address(model, "list")).status_code == 200
    assert client.get(address(model, "add")).status_code == 200
    assert client.get(address(model, "edit", thing.pk)).status_code == 200


@pytest.mark.parametrize("who", OTHERS)
@pytest.mark.parametrize("model", MODELS)
def test_nobody_else_may_add_or_change(client, request, model, who):
    client.force_login(request.getfixturevalue(who))
    thing = one_of(model)
    for url in (
        address(model, "add"),
        address(model, "edit", thing.pk),
        address(model, "delete", thing.pk),
    ):
        response = client.get(url)
        assert response.status_code in {302, 403}
        location = response.headers.get("Location", "")
        assert not location.startswith("/admin/snippets/")


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_may_publish_or_unpublish(client, request, who):
    client.force_login(request.getfixturevalue(who))
    service = build.service()
    client.post(address(Service, "unpublish", service.pk))
    client.post(address(Service, "edit", service.pk), {"name": "X", "action-publish": "1"})
    service.refresh_from_db()
    assert service.live
    assert service.name == "Evening group"


def test_a_visitor_is_sent_to_sign_in(client):
    response = client.get(address(Service, "list"))
    assert response.status_code == 302
    assert "login" in response["Location"]


def test_a_directory_editor_may_publish_and_unpublish(client, directory_editor):
    client.force_login(directory_editor)
    assert directory_editor.has_perm("services_directory.publish_service")
    service = build.service()
    client.post(address(Service, "unpublish", service.pk))
    service.refresh_from_db()
    assert not service.live
