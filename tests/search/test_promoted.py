from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from portal.people.models import User
from search.engines.embedded import EmbeddedEngine
from search.models import PromotedResult
from search.promoted import MOST, promoted_for
from search.queries import find

pytestmark = pytest.mark.django_db


def promote(phrase: str, title: str = "Look here", *, days: int = 30) -> PromotedResult:
    row = PromotedResult(
        phrase=phrase,
        title=title,
        url=f"/{title.lower().replace(' ', '-')}/",
        owner="Content team",
        expires=timezone.localdate() + timedelta(days=days),
    )
    row.full_clean()
    row.save()
    return row


def test_the_phrase_itself_and_a_search_that_has_it_show_the_result() -> None:
    row = promote("Death certificate")
    assert promoted_for(("death", "certificate")) == [row]
    assert promoted_for(("copy", "death", "certificate", "cost")) == [row]


@pytest.mark.parametrize("typed", ["", "death", "certificate death", "death certificates"])
def test_other_words_do_not(typed: str) -> None:
    promote("death certificate")
    assert promoted_for(tuple(typed.split())) == []


def test_a_result_is_shown_to_its_last_day_and_not_after() -> None:
    promote("grief", "Today", days=0)
    promote("grief", "Yesterday", days=-1)
    assert [row.title for row in promoted_for(("grief",))] == ["Today"]
    row = PromotedResult(expires=date(2026, 11, 22))
    assert row.is_current(date(2026, 11, 22))
    assert not row.is_current(date(2026, 11, 23))


def test_the_longest_phrase_comes_first_and_there_are_only_a_few() -> None:
    for number in range(4):
        promote("grief", f"Grief {number}")
    promote("grief at work", "Work")
    found = promoted_for(("grief", "at", "work"))
    assert found[0].title == "Work"
    assert len(found) == MOST


def test_a_phrase_is_kept_as_searches_are_read() -> None:
    assert promote(" Carer’s  ALLOWANCE ").phrase == "carers allowance"


@pytest.mark.parametrize(
    ("field", "value"),
    [("phrase", "?!"), ("url", "javascript:alert(1)"), ("url", "//evil.example"), ("owner", "")],
)
def test_what_cannot_work_is_refused(field: str, value: str) -> None:
    values = {"phrase": "a", "title": "t", "url": "/a/", "owner": "o", "expires": date.max}
    with pytest.raises(ValidationError) as refused:
        PromotedResult(**{**values, field: value}).full_clean()
    assert field in refused.value.message_dict


def test_a_corrected_search_shows_it_on_the_first_page_only(library: EmbeddedEngine) -> None:
    row = promote("bereavement")
    assert find("breavement").promoted == [row]
    assert find("bereavement", page=2, per_page=1).promoted == []


@pytest.mark.parametrize("person", ["editor", "administrator"])
def test_editors_and_administrators_keep_the_list(
    person: str, client: Client, request: pytest.FixtureRequest
) -> None:
    client.force_login(request.getfixturevalue(person))
    promote("grief", "Chosen page")
    page = client.get(reverse("wagtailsnippets_search_promotedresult:list"))
    assert page.status_code == 200
    assert "Chosen page" in page.content.decode()
    sent = client.post(
        reverse("wagtailsnippets_search_promotedresult:add"),
        {"phrase": "Wills", "title": "T", "url": "/t/", "owner": "O", "expires": "2030-01-01"},
    )
    assert sent.status_code == 302
    assert PromotedResult.objects.filter(phrase="wills").exists()


@pytest.mark.parametrize("person", ["reviewer", "directory_editor", "triage", "stranger"])
def test_nobody_else_may(person: str, request: pytest.FixtureRequest) -> None:
    user: User = request.getfixturevalue(person)
    assert not user.has_perm("search.add_promotedresult")
    assert not user.has_perm("search.change_promotedresult")
    assert not user.has_perm("search.delete_promotedresult")
