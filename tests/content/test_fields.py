"""ChoiceListField: a list in one column."""

import pytest
from django.core.exceptions import ValidationError

from content.models import HomePage, InformationPage
from portal.vocabulary import Stage
from tests.content.builders import add_information

pytestmark = pytest.mark.django_db


def test_a_list_comes_back_in_the_order_of_the_vocabulary(home: HomePage) -> None:
    page = add_information(home, "A", stages=["living-with-grief", "preparing"])
    page.refresh_from_db()
    assert page.stages == ["preparing", "living-with-grief"]


def test_pages_are_found_by_one_of_their_values(home: HomePage) -> None:
    add_information(home, "A", stages=["preparing", "last-days"])
    add_information(home, "B", stages=["living-with-illness"])
    found = InformationPage.objects.filter(stages__has=Stage.LAST_DAYS)
    assert [page.title for page in found] == ["A"]


def test_a_value_does_not_match_a_part_of_another(home: HomePage) -> None:
    add_information(home, "A", stages=["last-days"])
    assert not InformationPage.objects.filter(stages__has="days").exists()


def test_percent_signs_are_letters_not_wildcards(home: HomePage) -> None:
    add_information(home, "A", stages=["last-days"])
    assert not InformationPage.objects.filter(stages__has="%").exists()


def test_an_unknown_value_is_refused() -> None:
    field = InformationPage._meta.get_field("stages")
    with pytest.raises(ValidationError, match="beginning is not a choice"):
        field.clean(["beginning"], None)


def test_an_empty_list_is_refused_where_one_is_wanted() -> None:
    field = InformationPage._meta.get_field("audiences")
    with pytest.raises(ValidationError):
        field.clean([], None)


def test_editors_tick_boxes() -> None:
    form_field = InformationPage._meta.get_field("stages").formfield()
    assert form_field.clean(["last-days"]) == ["last-days"]
    with pytest.raises(ValidationError):
        form_field.clean(["nowhere"])


def test_a_revision_keeps_the_list(home: HomePage) -> None:
    page = add_information(home, "A", stages=["last-days", "preparing"])
    assert page.latest_revision.as_object().stages == ["preparing", "last-days"]
