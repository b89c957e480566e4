"""The page saves what is typed: quietly, without judging it, never over newer words."""

import pytest
from django.test import Client

from referrals.journey.drafts import contents_of, find
from referrals.journey.forms import LONGEST_TYPED
from referrals.models import Referral
from tests.referrals.conftest import SLUGS, fill_in, pathway, typed_step

pytestmark = pytest.mark.django_db
STEP = "what-would-help"


def url(token, step="name"):
    return f"/refer/form/{token}/step/{step}/"


@pytest.fixture
def token(client, begin):
    token = begin()
    fill_in(client, token, SLUGS[0])
    return token


def stamp_of(client, address):
    return client.get(address).context["stamp"]


def autosave(client, token, text, stamp, writer="w1", step="name"):
    data = {"autosave": "1", "name": text, "stamp": stamp, "writer": writer}
    return client.post(url(token, step), data)


def test_it_answers_without_a_page_and_keeps_the_words(client, token):
    answer = autosave(client, token, "Martha Ke", stamp_of(client, url(token)))
    assert (answer.status_code, answer.content) == (204, b"")
    assert contents_of(find(token)).unsent == {"name": {"name": ["Martha Ke"]}}


def test_what_was_typed_is_there_again_without_being_called_wrong(client, begin):
    token = begin()
    client.post(url(token, "who-it-is-for"), {"who_for": "me"})
    autosave(client, token, "", "", step=STEP)
    page = client.get(url(token, STEP))
    assert "There is a problem" not in page.content.decode()
    assert "<title>Error" not in page.content.decode()


def test_half_a_word_stands_in_its_box_when_the_page_is_opened_again(client, token):
    autosave(client, token, "Martha Ke", stamp_of(client, url(token)))
    assert 'value="Martha Ke"' in client.get(url(token)).content.decode()


def test_the_answer_that_was_sent_stays_until_the_new_one_is(client, token):
    autosave(client, token, "Half a na", stamp_of(client, url(token)))
    assert contents_of(find(token)).steps["name"]["name"] == "Answer to name"
    check = client.get(f"/refer/form/{token}/check/").content.decode()
    assert "1 page is not finished yet" in check
    client.post(f"/refer/form/{token}/send/")
    assert Referral.objects.count() == 0


def test_continue_makes_it_an_answer(client, token):
    page = client.get(url(token))
    autosave(client, token, "Martha K", page.context["stamp"])
    data = {"name": "Martha Keel", "stamp": page.context["stamp"], "writer": "w1"}
    assert client.post(url(token), data).status_code == 302
    contents = contents_of(find(token))
    assert (contents.steps["name"]["name"], contents.unsent) == ("Martha Keel", {})


def test_one_that_arrives_after_continue_changes_nothing(client, token):
    stamp = stamp_of(client, url(token))
    client.post(url(token), {"name": "Martha Keel", "stamp": stamp, "writer": "w1"})
    assert autosave(client, token, "Martha K", stamp).status_code == 409
    contents = contents_of(find(token))
    assert (contents.steps["name"]["name"], contents.unsent) == ("Martha Keel", {})


def test_an_older_windows_typing_does_not_overwrite_newer(client, token):
    stamp = stamp_of(client, url(token))
    assert autosave(client, token, "newer", stamp, "second").status_code == 204
    assert autosave(client, token, "older", stamp, "first").status_code == 409
    assert contents_of(find(token)).unsent["name"] == {"name": ["newer"]}


def test_a_post_without_any_stamp_never_overwrites(client, token):
    answer = client.post(url(token), {"autosave": "1", "name": "x"})
    assert answer.status_code == 409


def test_continue_in_an_older_window_shows_both_and_lets_the_person_decide(client, token):
    stamp = stamp_of(client, url(token))
    client.post(url(token), {"name": "From The Second", "stamp": stamp})
    page = client.post(url(token), {"name": "From The First", "stamp": stamp})
    html = page.content.decode()
    assert page.status_code == 200
    assert "This page was changed in another window" in html
    assert "From The Second" in html
    assert 'value="From The First"' in html
    again = {"name": "From The First", "stamp": page.context["stamp"]}
    assert client.post(url(token), again).status_code == 302
    assert contents_of(find(token)).steps["name"]["name"] == "From The First"


def test_words_typed_in_another_window_are_shown_too(client, token):
    stamp = stamp_of(client, url(token))
    autosave(client, token, "Half a na", stamp, "second")
    page = client.post(url(token), {"name": "From The First", "stamp": stamp})
    assert "Half a na" in page.content.decode()


def test_a_double_click_on_continue_goes_on(client, token):
    data = {"name": "Martha Keel", "stamp": stamp_of(client, url(token))}
    assert [client.post(url(token), data).status_code for _ in range(2)] == [302, 302]


def test_words_of_danger_lead_nowhere_until_they_are_sent(client, begin):
    token = begin()
    fill_in(client, token, SLUGS[0])
    step = pathway().step(STEP)
    stamp = stamp_of(client, url(token, STEP))
    data = typed_step(step, in_own_words="I want to end my life")
    saved = client.post(url(token, STEP), data | {"autosave": "1", "stamp": stamp, "writer": "w"})
    assert saved.status_code == 204
    sent = client.post(url(token, STEP), data | {"stamp": stamp, "writer": "w"})
    assert sent.url.endswith("/help/")


def test_nothing_is_saved_into_a_form_that_was_sent(client, token):
    client.post(f"/refer/form/{token}/send/")
    answer = autosave(client, token, "late", "")
    assert answer.url.endswith("/sent/")


def test_only_the_pages_own_questions_are_kept(client, token):
    stamp = stamp_of(client, url(token))
    data = {"autosave": "1", "name": "A", "phone": "1", "x" * 40: "y", "stamp": stamp}
    client.post(url(token), data | {"writer": "w" * 500})
    contents = contents_of(find(token))
    assert contents.unsent == {"name": {"name": ["A"]}}
    assert len(contents.stamp("name")) == 40


def test_a_nul_or_a_huge_text_does_no_harm(client, token):
    stamp = stamp_of(client, url(token))
    assert autosave(client, token, "a\x00b", stamp).status_code == 204
    assert client.get(url(token)).status_code == 200
    assert autosave(client, token, "x" * 900_000, "", "w1").status_code == 204
    assert len(contents_of(find(token)).unsent["name"]["name"][0]) == LONGEST_TYPED


def test_it_needs_the_pages_token_like_any_other_form(token):
    strict = Client(enforce_csrf_checks=True)
    assert autosave(strict, token, "x", "").status_code == 403


def test_an_unknown_link_saves_nothing(client, db):
    assert autosave(client, "no-such-token", "x", "").status_code == 404
