"""Links between pages cost one query for a whole page and never lead nowhere."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.rich_text import expand_db_html

from content.links import known_links, linked_ids
from content.models import HomePage
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
