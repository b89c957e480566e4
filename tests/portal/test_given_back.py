"""What was typed into a form that is refused stays on the page of the refusal."""

import pytest
from django.core.cache import cache
from django.test import Client, RequestFactory

from portal.errors import too_many_requests
from tests.portal.design.soup import soup

pytestmark = pytest.mark.django_db
OWN = {"HTTP_ORIGIN": "http://testserver"}
WORDS = 'first line\nsecond "line" <b>'


@pytest.fixture
def strict() -> Client:
    return Client(enforce_csrf_checks=True)


def given_back(response) -> dict[str, str]:
    form = soup(response).main.select_one('form[method="post"]')
    fields = form.select("input[type=hidden]") if form else []
    return {f["name"]: f["value"] for f in fields if f["name"] != "csrfmiddlewaretoken"}


def test_a_form_that_was_too_old_comes_back_to_be_sent_again(strict):
    response = strict.post("/feedback/?page=2", {"words": WORDS, "useful": "no"}, **OWN)
    assert response.status_code == 403
    assert given_back(response) == {"words": WORDS, "useful": "no"}
    assert "no-store" in response["Cache-Control"]


def test_sending_it_again_succeeds(strict):
    url = "/refer/bereavement-support/begin/"
    page = soup(strict.post(url, {"now": "carry-on"}, **OWN))
    form = page.main.select_one('form[method="post"]')
    data = {field["name"]: field["value"] for field in form.select("input")}
    response = strict.post(form["action"], data, **OWN)
    assert response.status_code == 302
    assert "/refer/form/" in response.url


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://testserver.evil"])
def test_the_form_of_another_site_is_never_one_press_from_being_sent(strict, origin):
    response = strict.post("/feedback/?page=2", {"words": WORDS}, HTTP_ORIGIN=origin)
    assert response.status_code == 403
    assert given_back(response) == {}
    assert "second" not in response.content.decode()


def test_a_form_without_an_origin_is_not_shown_either(strict):
    assert given_back(strict.post("/feedback/?page=2", {"words": WORDS})) == {}


def test_a_password_is_never_written_into_a_page(strict):
    data = {"login": "someone@wyvernvale.example", "password": "correct horse"}
    response = strict.post("/accounts/login/", data, **OWN)
    assert response.status_code == 403
    assert "correct horse" not in response.content.decode()


def test_a_decision_sent_after_the_sign_in_ran_out_comes_back(client):
    data = {"version": "1", "outcome": "ask", "reason": WORDS}
    response = client.post("/staff/referrals/CCCC-3333/decide/", data, **OWN)
    assert response.status_code == 403
    assert "You are signed out" in soup(response).h1.get_text()
    assert given_back(response) == data


def test_words_held_up_by_a_limit_come_back():
    request = RequestFactory().post("/feedback/?page=2", {"words": WORDS}, **OWN)
    response = too_many_requests(request)
    assert response.status_code == 429
    assert given_back(response) == {"words": WORDS}


@pytest.mark.parametrize("where", ["/feedback/", "/search/", "/refer/form/x/step/y/", "/"])
def test_more_than_a_form_can_hold_is_413_file_or_not(client, where):
    client.raise_request_exception = False
    response = client.post(where, b"x" * 1_100_000, content_type="multipart/form-data; boundary=b")
    assert response.status_code == 413
    assert soup(response).select_one('main a[href^="tel:"]')


def test_too_many_sign_ins_get_our_page(client):
    cache.clear()
    data = {"login": "nobody@wyvernvale.example", "password": "wrong"}
    answers = [client.post("/accounts/login/", data) for _ in range(31)]
    assert {answer.status_code for answer in answers[:5]} == {200}
    assert answers[-1].status_code == 429
    assert soup(answers[-1]).select_one('main a[href^="tel:"]')
    cache.clear()


def test_the_sign_in_page_does_not_tell_who_has_an_account(client, editor):
    cache.clear()
    said = []
    for login in [editor.email, "nobody@wyvernvale.example"]:
        page = soup(client.post("/accounts/login/", {"login": login, "password": "wrong"}))
        said.append(page.main.get_text().replace(login, ""))
    assert said[0] == said[1]
    cache.clear()


@pytest.mark.parametrize(
    "to", ["//evil.example/", "https://evil.example", "/\\evil.example", "javascript:x"]
)
def test_the_sign_in_leads_nowhere_else(client, editor, to):
    cache.clear()
    data = {"login": editor.email, "password": "correct horse battery", "next": to}
    assert client.post("/accounts/login/", data).url == "/staff/"


def test_the_session_is_a_new_one_after_the_sign_in(client, editor):
    cache.clear()
    client.cookies["sessionid"] = "a" * 32
    client.post("/accounts/login/", {"login": editor.email, "password": "correct horse battery"})
    assert client.cookies["sessionid"].value != "a" * 32
