"""After a mistake a page is read from an address of its own, and going back asks nothing."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from referrals.cipher import seal
from referrals.journey import again
from referrals.journey.drafts import find
from tests.referrals.conftest import SLUGS

SHORT = st.dictionaries(st.text(max_size=9), st.lists(st.text(max_size=20), max_size=3), max_size=3)


@given(SHORT)
def test_what_was_typed_arrives_as_it_was_and_nobody_reads_it_on_the_way(said):
    address = again.ask_again("/page/", said).url
    assert again.said_before(RequestFactory().get(address)) == said
    assert not any(len(word) > 9 and word in address for words in said.values() for word in words)


def test_what_no_address_has_room_for_stays_behind(rf):
    address = again.ask_again("/page/", {"answer": ["x" * 50_000]}).url
    assert len(address) < 2 * again.LONGEST
    assert again.said_before(rf.get(address)) == {}


@pytest.mark.parametrize("made_up", ["x", "é", "\x00", "gAAAAA==", "x" * 5000])
def test_an_address_that_somebody_made_up_says_nothing(rf, made_up):
    assert again.said_before(rf.get("/page/", {"again": made_up})) is None


def test_nothing_else_that_is_sealed_can_be_read_by_this_page(rf):
    stolen = seal({"email": "someone@wyvernvale.example", "steps": {}})
    assert again.said_before(rf.get("/page/", {"again": stolen})) is None


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["saved/", "check/", "files/"])
def test_what_was_said_elsewhere_is_not_read_and_breaks_nothing(client, begin, page):
    elsewhere = again.ask_again(f"/refer/{SLUGS[0]}/begin/", {"now": ["no"]}).url
    token, other = begin(), begin()
    another_form = again.ask_again(f"/refer/form/{other}/{page}", {"email": ["nobody"]}).url
    for address in (elsewhere, another_form):
        answer = client.get(f"/refer/form/{token}/{page}?{address.split('?')[1]}")
        assert answer.status_code == 200
        assert "There is a problem" not in answer.content.decode()


def test_a_page_that_is_opened_without_a_mistake_judges_nothing(rf):
    assert again.form_data(rf.get("/page/")) is None


WORD = ("plan.docx", b"PK\x03\x04")
WRONG = [
    ("saved/", "saved/", {"question": "school", "answer": "a"}, "at least 3 letters"),
    ("saved/", "saved/", {"email": "nobody"}, "Choose a question that only you can answer"),
    ("send/", "check/", {"email": "nobody"}, "name@example.com"),
    ("files/", "files/", {}, "Choose a file, or go on without one"),
    ("files/", "files/", {"files": SimpleUploadedFile(*WORD)}, "“plan.docx” must be a PDF"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("posted", "read", "data", "error"), WRONG)
def test_every_mistake_in_a_form_is_read_and_never_only_answered(
    client, begin, posted, read, data, error
):
    form = f"/refer/form/{begin()}/"
    answer = client.post(form + posted, data)
    assert answer.url.startswith(f"{form}{read}?again=")
    page = client.get(answer.url)
    assert error in " ".join(link.text for link in page.context["form"].error_list)
    assert "<title>Error: " in page.content.decode()
    assert "There is a problem" not in client.get(form + read).content.decode()


@pytest.mark.django_db
def test_a_wrong_address_for_the_link_is_put_back_into_its_box(client, begin):
    address = client.post(f"/refer/form/{begin()}/saved/", {"email": "nobody"}).url
    assert "nobody" not in address
    assert 'value="nobody"' in client.get(address).content.decode()


@pytest.mark.django_db
def test_what_is_right_the_second_time_goes_on_from_the_address_of_the_mistake(client, begin):
    token = begin()
    address = client.post(f"/refer/form/{token}/saved/", {}).url
    kept = client.post(address, {"question": "school", "answer": "Quay Road"})
    assert kept.url.endswith("/kept/")


@pytest.mark.django_db
def test_the_gate_and_whom_to_ring_have_addresses_that_can_be_gone_back_to(client):
    gate = f"/refer/{SLUGS[0]}/begin/"
    for data in ({}, {"now": "today"}, {"now": "emergency"}):
        answer = client.post(gate, data)
        assert answer.status_code == 302
        assert client.get(answer.url).status_code == 200
    assert client.get(f"{gate}carry-on/").status_code == 404


@pytest.mark.django_db
def test_a_wrong_answer_is_counted_once_however_often_its_page_is_read(client, begin):
    token = begin()
    draft = find(token)
    chosen = {"question": "school", "answer": "Quay Road"}
    link = client.post(f"/refer/form/{token}/saved/", chosen).url.removesuffix("kept/")
    address = client.post(link, {"answer": "no"}).url
    for _ in range(3):
        assert "You have 4 more tries" in client.get(address).content.decode()
    draft.refresh_from_db()
    assert draft.wrong_answers == 1
    assert "Enter your answer" in client.post(link, {}, follow=True).content.decode()
