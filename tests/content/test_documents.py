"""Pages as documents of the search."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from content.documents import SOURCE, load
from content.models import HomePage, StagePage, Topic
from search.documents import sources
from search.models import SearchChange
from tests.content.builders import add_guidance, add_information, make_hub, text

pytestmark = pytest.mark.django_db


def _titles() -> set[str]:
    return {document.title for document in load(None)}


def test_pages_are_registered_with_the_search() -> None:
    assert sources()["page"] is SOURCE


def test_a_document_tells_what_a_page_is(stage: StagePage) -> None:
    money = Topic.objects.create(name="Money", slug="money")
    page = add_information(
        stage,
        "Benefits",
        stages=["last-days"],
        keywords="cash",
        body=[text("<h2>Ask</h2><p>Ring us &amp; ask.</p>")],
    )
    page.topics.add(money)
    page.save()
    document = next(iter(load([str(page.pk)])))
    assert document.id == f"page:{page.pk}"
    assert (document.title, document.url) == ("Benefits", "/last-days/benefits/")
    assert document.body == "Ask\nRing us & ask."
    assert document.keywords == "cash"
    assert document.facets == {
        "kind": ("page",),
        "stage": ("last-days",),
        "audience": ("patient", "carer"),
        "topic": ("money",),
    }


def test_guidance_says_that_it_is_for_professionals(home: HomePage) -> None:
    page = add_guidance(make_hub(home), "How to refer")
    document = next(iter(load([str(page.pk)])))
    assert document.facets["audience"] == ("professional",)


def test_only_public_pages_are_given_and_not_the_front_page(home: HomePage) -> None:
    add_information(home, "Shown")
    add_information(home, "Hidden").unpublish()
    assert _titles() == {"Shown"}


def test_pages_behind_a_password_are_not_given(home: HomePage) -> None:
    page = add_information(home, "Secret")
    page.view_restrictions.create(restriction_type="password", password="x")
    assert _titles() == set()


@pytest.mark.parametrize("pks", [[], ["0"], ["nonsense"], ["999999999999"]])
def test_keys_that_name_no_page_give_nothing(home: HomePage, pks: list[str]) -> None:
    assert list(load(pks)) == []


def test_the_number_of_queries_does_not_grow(home: HomePage) -> None:
    add_information(home, "First")
    assert len(list(load(None))) == 1
    with CaptureQueriesContext(connection) as few:
        list(load(None))
    for number in range(5):
        add_information(home, f"Page {number}")
    with CaptureQueriesContext(connection) as many:
        assert len(list(load(None))) == 6
    assert len(few) == len(many)


def _changes(pk: int) -> int:
    return SearchChange.objects.filter(kind="page", pk_text=str(pk)).count()


def test_publishing_unpublishing_and_deleting_are_told(home: HomePage) -> None:
    page = add_information(home, "P")
    assert _changes(page.pk) == 1
    page.unpublish()
    assert _changes(page.pk) == 2
    pk = page.pk
    page.delete()
    assert _changes(pk) == 3


def test_a_draft_is_not_told(home: HomePage) -> None:
    page = add_information(home, "P")
    page.title = "New words"
    page.save_revision()
    assert _changes(page.pk) == 1


def test_moving_a_page_tells_all_below_it(home: HomePage, stage: StagePage) -> None:
    page = add_information(home, "P")
    child = add_information(page, "Child")
    page.move(stage, pos="last-child")
    assert (_changes(page.pk), _changes(child.pk)) == (2, 2)


def test_a_new_slug_tells_all_below_it(
    home: HomePage, django_capture_on_commit_callbacks: Any
) -> None:
    page = add_information(home, "P")
    child = add_information(page, "Child")
    page = type(page).objects.get(pk=page.pk)
    page.slug = "renamed"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    assert _changes(child.pk) == 2
