"""Links between pages cost one query for a whole page and never lead nowhere."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st
from wagtail.rich_text import expand_db_html

from content.links import addresses_of, known_links, linked_ids
from content.models import HomePage, InformationPage
from tests.content.builders import add_information, text

pytestmark = pytest.mark.django_db


def _link(pk: int) -> dict:
    return text(f'<p><a id="{pk}" linktype="page">there</a></p>')


def test_all_links_of_a_body_are_found_in_every_kind_of_block(home: HomePage) -> None:
    first, second = add_information(home, "A"), add_information(home, "B")
    inset = {"body": f'<p><a linktype="page" id="{second.pk}">B</a></p>'}
    page = add_information(home, "C", body=[_link(first.pk), {"type": "inset", "value": inset}])
    assert linked_ids(page) == {first.pk, second.pk}


def test_ten_links_cost_no_more_queries_than_one(home: HomePage, client: Client) -> None:
    target = add_information(home, "Target")
    one = add_information(home, "One", body=[_link(target.pk)])
    ten = add_information(home, "Ten", body=[_link(target.pk)] * 10)
    client.get(one.url)
    counts = []
    for page in (one, ten):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(page.url).content.count(b'href="/target/"') in {1, 10}
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_a_link_to_an_unpublished_page_becomes_plain_words(home: HomePage, client: Client) -> None:
    target = add_information(home, "Target")
    page = add_information(home, "Page", body=[_link(target.pk)])
    target.unpublish()
    assert b"<a>there</a>" in client.get(page.url).content


def test_rich_text_outside_a_page_still_finds_its_links(home: HomePage) -> None:
    target = add_information(home, "Target")
    html = expand_db_html(f'<a id="{target.pk}" linktype="page">x</a>')
    assert html == '<a href="/target/">x</a>'


def test_known_links_are_forgotten_after_the_page(home: HomePage) -> None:
    target = add_information(home, "Target")
    page = add_information(home, "Page")
    with known_links(page):
        assert expand_db_html(f'<a id="{target.pk}" linktype="page">x</a>') == "<a>x</a>"
    assert 'href="/target/"' in expand_db_html(f'<a id="{target.pk}" linktype="page">x</a>')


@pytest.mark.parametrize("number", ["", ' id=""', ' id="x"', ' id="-1"', ' id="²"', ' id="0"'])
def test_a_damaged_link_becomes_plain_words(home: HomePage, client: Client, number: str) -> None:
    page = add_information(home, "P", body=[text(f'<p><a{number} linktype="page">there</a></p>')])
    response = client.get(page.url)
    assert response.status_code == 200
    assert b"<a>there</a>" in response.content


def test_a_number_of_something_else_is_not_taken_for_a_page(home: HomePage) -> None:
    body = [text('<p><a id="5" linktype="document">x</a> <a href="/services/?id=6">y</a></p>')]
    assert linked_ids(add_information(home, "P", body=body)) == set()


def test_a_body_without_links_asks_for_none(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert addresses_of([]) == {}


def test_only_public_pages_have_addresses(home: HomePage) -> None:
    shown, hidden = add_information(home, "Shown"), add_information(home, "Hidden")
    hidden.unpublish()
    assert addresses_of([shown.pk, hidden.pk, 10**9]) == {shown.pk: "/shown/"}


def test_links_are_forgotten_although_a_page_fails(home: HomePage) -> None:
    target, page = add_information(home, "Target"), add_information(home, "Page")
    with pytest.raises(RuntimeError), known_links(page):
        raise RuntimeError
    assert 'href="/target/"' in expand_db_html(f'<a id="{target.pk}" linktype="page">x</a>')


WORDS = st.text(alphabet=st.characters(exclude_characters="<>&", categories=("L", "P", "Zs")))


@given(st.lists(st.tuples(st.integers(1, 10**6), WORDS), max_size=6))
def test_every_link_of_any_body_is_found(links: list[tuple[int, str]]) -> None:
    html = "".join(f'<p>{w}<a id="{pk}" linktype="page">{w}</a></p>' for pk, w in links)
    rows = {"rows": [f'<p><a linktype="page" id="{pk}">{w}</a></p>' for pk, w in links]}
    page = InformationPage(body=json.dumps([text(html), {"type": "steps", "value": rows}]))
    assert linked_ids(page) == {pk for pk, _ in links}
