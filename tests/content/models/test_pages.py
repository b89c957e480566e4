"""Where each type of page may stand, and what it says of itself."""

import pytest
from django.test import Client
from wagtail.models import Page

from content.models import (
    HomePage,
    InformationPage,
    ProfessionalHubPage,
    ProfessionalPage,
    StagePage,
    UrgentHelpPage,
)
from content.page_types import page_types
from portal.people.models import User
from tests.content.builders import add_guidance, add_information, make_hub, make_stage, make_urgent

pytestmark = pytest.mark.django_db
PLACES = {
    HomePage: {StagePage, UrgentHelpPage, InformationPage, ProfessionalHubPage},
    StagePage: {InformationPage},
    InformationPage: {InformationPage},
    UrgentHelpPage: set(),
    ProfessionalHubPage: {ProfessionalPage},
    ProfessionalPage: set(),
}


@pytest.mark.parametrize(("parent", "children"), PLACES.items())
def test_each_type_holds_only_what_belongs_below_it(
    parent: type[Page], children: set[type[Page]]
) -> None:
    assert {model for model in page_types() if model in parent.allowed_subpage_models()} == children


def test_there_is_one_front_page_one_urgent_page_one_hub_and_six_stages(home: HomePage) -> None:
    make_urgent(home)
    make_hub(home)
    for model in (HomePage, UrgentHelpPage, ProfessionalHubPage):
        assert not model.can_create_at(home), model
    make_stage(home)
    assert StagePage.can_create_at(home)


def test_every_type_is_called_by_a_word_of_its_own() -> None:
    labels = [model.label for model in page_types()]
    assert len(set(labels)) == len(labels)
    assert "Page" not in labels


def test_the_editor_has_four_tabs_and_every_field_is_in_one(home: HomePage) -> None:
    handler = InformationPage.get_edit_handler()
    assert [str(tab.heading) for tab in handler.children] == [
        "Words",
        "For whom",
        "Review",
        "Settings",
    ]
    fields = set(handler.get_form_class().base_fields)
    wanted = {"title", "summary", "body", "needs", "related", "stages", "audiences", "topics"}
    assert wanted | {"keywords", "owner_name", "reviewed", "next_review", "sources"} <= fields


def test_a_page_below_a_draft_can_be_read_by_its_own_address(
    home: HomePage, client: Client
) -> None:
    above = add_information(home, "Above")
    below = add_information(above, "Below")
    above.unpublish()
    response = client.get(below.url)
    assert response.status_code == 200
    assert response.context["trail"] == [("Home", "/")]


def test_a_page_behind_a_password_is_not_given_to_a_cache(home: HomePage, client: Client) -> None:
    page = add_information(home, "Secret")
    page.view_restrictions.create(restriction_type="password", password="x")
    shown = client.get(page.url)
    assert "s-maxage=60" not in shown.headers.get("Cache-Control", "")
    assert b"One sentence." not in shown.content


def test_a_hub_lists_only_the_public_guidance_below_it_in_its_order(
    home: HomePage, client: Client
) -> None:
    hub = make_hub(home)
    for title in ("B first", "A second", "Hidden"):
        add_guidance(hub, title)
    ProfessionalPage.objects.get(title="Hidden").unpublish()
    pages = client.get(hub.url).context["pages"]
    assert [page.title for page in pages] == ["B first", "A second"]


def test_a_superuser_may_publish_in_an_emergency(home: HomePage) -> None:
    page = add_information(home, "P")
    root = User.objects.create_superuser("root@wyvernvale.example", "long enough words")
    assert page.permissions_for_user(root).can_publish()
    assert page.permissions_for_user(root).can_publish_subpage()
