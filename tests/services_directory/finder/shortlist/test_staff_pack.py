"""A professional prepares a pack for a family; their words go on paper and nowhere else."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from services_directory.finder.shortlist.forms import LONGEST_NOTE, LONGEST_TITLE
from services_directory.finder.shortlist.shortlist import Shortlist
from services_directory.models import Service
from tests.services_directory import build

pytestmark = pytest.mark.django_db
ADDRESS = "/staff/directory/pack/"


@pytest.fixture
def one(client, triage) -> Service:
    client.force_login(triage)
    return build.service("One")


def text_of(*made: Service) -> str:
    return Shortlist(tuple(each.pk for each in made)).text


def words(response) -> str:
    soup = BeautifulSoup(response.content, "html.parser")
    return " ".join(soup.main.get_text(" ").split())


def send(client, **data):
    return client.post(ADDRESS, {"title": "For the Hale family", "note": "Ring Ann first."} | data)


def test_a_visitor_is_sent_to_sign_in_and_staff_without_the_permission_are_refused(
    client, stranger
):
    assert client.get(ADDRESS).status_code == 302
    assert client.post(ADDRESS).status_code == 403
    client.force_login(stranger)
    assert client.get(ADDRESS).status_code == 403


def test_the_staff_finder_leads_there_with_the_list(client, one):
    response = client.get(f"/staff/directory/?list={text_of(one)}")
    soup = BeautifulSoup(response.content, "html.parser")
    addresses = [a["href"] for a in soup.find_all("a") if "See my list" in a.get_text()]
    assert set(addresses) == {f"{ADDRESS}?list={text_of(one)}"}


def test_the_form_says_that_nothing_is_kept_and_shows_the_list_in_order(client, one):
    two = build.service("Two")
    response = client.get(f"{ADDRESS}?list={text_of(two, one)}")
    text = words(response)
    assert "printed and never kept" in text
    assert text.index("Two") < text.index("One")


def test_the_pack_is_the_answer_to_the_form_with_the_words_on_it(client, one):
    response = send(client, list=text_of(one))
    assert response.status_code == 200
    text = words(response)
    assert "For the Hale family" in text
    assert "Ring Ann first." in text
    assert "One" in text


def test_link_and_code_of_the_pack_hold_only_keys(client, one):
    response = send(client, list=text_of(one))
    soup = BeautifulSoup(response.content, "html.parser")
    assert soup.select_one(".fd-address").get_text().endswith(f"shortlist/?list={text_of(one)}")
    addresses = [a.get("href", "") for a in soup.find_all("a")]
    assert not any("Hale" in each or "Ann" in each for each in addresses)


def test_nothing_is_written_and_no_cache_keeps_it(client, one):
    client.get(ADDRESS)
    with CaptureQueriesContext(connection) as queries:
        response = send(client, list=text_of(one))
    written = [q["sql"] for q in queries if q["sql"].split()[0] in {"INSERT", "UPDATE", "DELETE"}]
    assert written == []
    assert "no-store" in response["Cache-Control"]


def test_large_print_is_a_choice_of_the_form(client, one):
    html = send(client, list=text_of(one), large="on").content.decode()
    assert "fd-pack--large" in html


def test_words_are_shown_as_words(client, one):
    html = send(client, list=text_of(one), note="<script>alert(1)</script>").content.decode()
    assert "<script>alert(1)" not in html


@pytest.mark.parametrize(
    ("field", "length"), [("title", LONGEST_TITLE + 1), ("note", LONGEST_NOTE + 1)]
)
def test_too_many_words_are_said_and_kept(client, one, field, length):
    response = send(client, list=text_of(one), **{field: "x" * length})
    html = response.content.decode()
    assert "letters or fewer" in html
    assert "x" * length in html
    assert text_of(one) in html


@pytest.mark.parametrize("value", ["", "nonsense"])
def test_without_a_service_there_is_no_pack(client, one, value):
    response = send(client, list=value)
    assert response.status_code == 200
    assert "The list is empty" in words(response)


def test_a_nul_in_the_words_is_refused_in_words(client, one):
    response = send(client, list=text_of(one), note="a\x00b")
    assert response.status_code == 200
    assert "Ring Ann" not in words(response)
    assert "Null characters are not allowed" in words(response)


def test_without_words_it_is_headed_like_every_pack(client, one):
    assert "Services for you" in words(send(client, list=text_of(one), title="", note=""))


def test_other_methods_are_refused(client, one):
    assert client.put(ADDRESS).status_code == 405
    assert client.delete(ADDRESS).status_code == 405
