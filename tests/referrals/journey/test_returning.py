"""Save and come back: a link that may be seen, an answer that only the writer knows."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from post_office.models import Email

from referrals.journey import returning
from referrals.journey.drafts import DraftExpired, LinkClosed, contents_of, find
from referrals.models import Draft, Referral
from tests.referrals.conftest import SLUGS, fill_in, pathway

pytestmark = pytest.mark.django_db
CHOSEN = {"question": "school", "answer": "Quay Road"}


def save(client, token, **changes):
    return client.post(f"/refer/form/{token}/saved/", CHOSEN | changes)


@pytest.fixture
def token(client, begin):
    token = begin()
    client.post(f"/refer/form/{token}/step/who-it-is-for/", {"who_for": "me"})
    return token


@pytest.fixture
def link(client, token):
    return save(client, token).url.removesuffix("kept/")


class TestSaving:
    def test_it_ends_at_a_page_with_the_link_and_until_when(self, client, token):
        page = client.get(save(client, token).url)
        link = page.context["url"]
        html = page.content.decode()
        assert f"http://testserver{link}" in html
        assert "Come back by this link until" in html
        assert token not in html

    def test_that_page_can_be_opened_again(self, client, token):
        url = save(client, token).url
        assert [client.get(url).status_code for _ in range(2)] == [200, 200]

    @pytest.mark.parametrize(
        ("changes", "error"),
        [
            ({"question": ""}, "Choose a question that only you can answer"),
            ({"question": "mother"}, "Choose one of the answers"),
            ({"answer": ""}, "Enter your answer"),
            ({"answer": " .-! a"}, "at least 3 letters"),
            ({"answer": "x" * 101}, "100"),
            ({"email": "nobody"}, "name@example.com"),
            ({"answer": "a\x00bcd"}, "Null characters"),
        ],
    )
    def test_what_is_wrong_is_said_and_the_form_stays_open(self, client, token, changes, error):
        page = client.get(save(client, token, **changes).url)
        assert error in " ".join(link.text for link in page.context["form"].error_list)
        assert find(token).return_digest == ""

    def test_the_database_holds_neither_the_link_nor_the_answer(self, client, token):
        link = save(client, token).url
        row = Draft.objects.values().get()
        assert link.split("/")[3] not in str(row)
        assert "quay" not in str(row).lower()

    def test_answers_stay_as_they_were(self, client, token, link):
        assert contents_of(Draft.objects.get()).steps == {"who-it-is-for": {"who_for": "me"}}

    def test_a_second_link_ends_the_first(self, client, link):
        fresh = client.post(link, {"answer": "quay road"}).url.split("/")[3]
        page = client.get(f"/refer/form/{fresh}/saved/")
        assert "The link that you had before stops working" in page.content.decode()
        newer = save(client, fresh, answer="another").url
        assert client.get(link).status_code == 404
        assert client.get(newer).status_code == 200

    def test_a_form_that_was_sent_cannot_be_saved_for_later(self, client, begin):
        token = begin()
        fill_in(client, token, SLUGS[0])
        draft = find(token)
        client.post(f"/refer/form/{token}/send/")
        assert save(client, token).url == f"/refer/form/{token}/sent/"
        with pytest.raises(returning.AlreadySent):
            returning.save_for_later(draft, "school", "Quay Road")


class TestTheEmail:
    def test_it_brings_the_link_and_not_a_word_about_health(self, client, token):
        link = save(client, token, email="someone@wyvernvale.example").url.removesuffix("kept/")
        letter = Email.objects.get()
        words = (letter.subject + letter.message).lower()
        assert link in letter.message
        assert letter.to == ["someone@wyvernvale.example"]
        for word in ["hospice", "palliative", "ill", "die", "care", "bereave", "health", "refer "]:
            assert word not in words.replace(link.lower(), "").split()
        assert pathway().title.lower() not in words

    def test_without_an_address_none_is_sent_and_the_address_is_not_kept(self, client, token):
        save(client, token)
        assert Email.objects.count() == 0
        assert "email" not in {f.name for f in Draft._meta.fields}


class TestTheOldLink:
    def test_it_leads_to_a_page_that_says_how_to_go_on(self, client, token, link):
        for page in ("", "check/", "step/name/", "saved/", "files/"):
            answer = client.get(f"/refer/form/{token}/{page}")
            assert answer.status_code == 409
            assert "This page is closed" in answer.content.decode()

    def test_what_was_typed_in_another_window_is_given_back(self, client, token, link):
        url = f"/refer/form/{token}/step/name/"
        page = client.post(url, {"name": "Martha <Keel>", "stamp": "abc", "writer": "w"})
        html = page.content.decode()
        assert page.status_code == 409
        assert "Martha &lt;Keel&gt;" in html
        assert "abc" not in html.split("<main")[1]

    def test_words_of_another_sites_form_are_not_shown(self, client, token, link):
        url = f"/refer/form/{token}/step/name/"
        page = client.post(url, {"name": "Not ours"}, headers={"origin": "https://evil.example"})
        assert "Not ours" not in page.content.decode()

    def test_it_stays_closed_after_coming_back(self, client, token, link):
        client.post(link, {"answer": "Quay Road"})
        assert client.get(f"/refer/form/{token}/").status_code == 409


class TestComingBack:
    @pytest.mark.parametrize("answer", ["Quay Road", " quay  ROAD. ", "QUAY-road", "ｑｕａｙ road"])
    def test_the_right_answer_opens_it_where_it_was_left(self, client, link, answer):
        page = client.post(link, {"answer": answer}, follow=True)
        assert page.redirect_chain[-1][0].endswith("/step/what-would-help/")

    def test_the_question_that_was_chosen_is_asked(self, client, link):
        html = client.get(link).content.decode()
        assert returning.QUESTIONS["school"] in html
        assert "Rather talk?" in html

    def test_a_wrong_answer_says_how_many_tries_are_left(self, client, link):
        said = [client.post(link, {"answer": "no"}, follow=True).content.decode() for _ in range(4)]
        assert "4 more tries" in said[0]
        assert "1 more try" in said[3]

    def test_the_fifth_wrong_answer_locks_the_link_for_good(self, client, link):
        for _ in range(4):
            client.post(link, {"answer": "no"})
        locked = client.post(link, {"answer": "no"}, follow=True)
        assert locked.status_code == 403
        html = locked.content.decode()
        assert "start again with a new form" in html
        assert 'href="tel:' in html
        assert client.post(link, {"answer": "Quay Road"}).status_code == 403
        assert client.get(link).status_code == 403
        assert Draft.objects.get().sealed

    def test_a_right_answer_forgives_the_wrong_ones(self, client, link):
        for _ in range(3):
            for _ in range(4):
                client.post(link, {"answer": "no"})
            assert client.post(link, {"answer": "Quay Road"}).status_code == 302

    def test_no_answer_is_not_counted(self, client, link):
        for _ in range(9):
            client.post(link, {"answer": ""})
        assert Draft.objects.get().wrong_answers == 0

    def test_an_unknown_link_gets_a_kind_page(self, client):
        for end in ("", "kept/"):
            assert client.get(f"/refer/return/no-such-link/{end}").status_code == 404

    def test_a_link_past_its_time_says_so(self, client, link):
        with time_machine.travel(timezone.now() + timedelta(days=29)):
            assert client.get(link).status_code == 410

    def test_after_sending_it_leads_to_the_confirmation(self, client, link):
        fresh = client.post(link, {"answer": "Quay Road"}).url.split("/")[3]
        fill_in(client, fresh, SLUGS[0])
        client.post(f"/refer/form/{fresh}/send/")
        page = client.post(link, {"answer": "Quay Road"}, follow=True)
        assert Referral.objects.get().reference in page.content.decode()

    def test_trying_without_end_is_slowed(self, client, link):
        for _ in range(120):
            client.post("/refer/return/no-such-link/", {"answer": "x"})
        assert client.post(link, {"answer": "x"}).status_code == 429
        assert Draft.objects.get().wrong_answers == 0

    def test_it_is_not_cached_or_given_away(self, client, link):
        page = client.get(link)
        assert "no-store" in page["Cache-Control"]
        assert page["Referrer-Policy"] == "strict-origin"
        assert page["X-Robots-Tag"] == "noindex"


class TestLeaving:
    def leave(self, client, token, **data):
        return client.post(f"/refer/form/{token}/leave/", data)

    def test_it_ends_at_a_page_that_says_nothing_of_the_form(self, client, token):
        page = client.get(self.leave(client, token).url)
        words = page.content.decode().split("<main")[1].split("</main>")[0]
        assert "The page was closed" in words
        assert "If you had sent the form, the team has it." in words
        assert pathway().title not in words
        assert token not in page.content.decode()

    def test_without_a_link_to_come_back_by_nothing_is_closed(self, client, token):
        self.leave(client, token, now="1")
        assert client.get(f"/refer/form/{token}/", follow=True).status_code == 200

    def test_with_one_the_working_link_ends(self, client, link):
        fresh = client.post(link, {"answer": "Quay Road"}).url.split("/")[3]
        self.leave(client, fresh, now="1")
        assert client.get(f"/refer/form/{fresh}/").status_code == 409
        assert client.post(link, {"answer": "Quay Road"}).status_code == 302

    def test_a_window_that_was_idle_does_not_close_one_in_use(self, client, link):
        fresh = client.post(link, {"answer": "Quay Road"}).url.split("/")[3]
        client.post(f"/refer/form/{fresh}/step/who-it-is-for/", {"who_for": "me"})
        self.leave(client, fresh)
        assert client.get(f"/refer/form/{fresh}/").status_code == 302
        with time_machine.travel(timezone.now() + timedelta(minutes=31)):
            self.leave(client, fresh)
            assert client.get(f"/refer/form/{fresh}/").status_code == 409

    def test_after_sending_the_answers_are_closed_too(self, client, begin):
        token = begin()
        fill_in(client, token, SLUGS[0])
        client.post(f"/refer/form/{token}/send/")
        self.leave(client, token, now="1")
        assert client.get(f"/refer/form/{token}/copy/").status_code == 409

    def test_a_link_or_a_prefetch_closes_nothing(self, client, token):
        assert client.get(f"/refer/form/{token}/leave/").status_code == 405

    def test_the_page_sets_no_cookie(self):
        assert not Client().get("/refer/left/").cookies


def test_two_wrong_answers_at_the_same_time_both_count(begin):
    draft = find(begin())
    returning.save_for_later(draft, "word", "lantern")
    stale_one, stale_two = Draft.objects.get(), Draft.objects.get()
    for stale in (stale_one, stale_two):
        with pytest.raises(returning.WrongAnswer):
            returning.come_back(stale, "candle")
    assert Draft.objects.get().wrong_answers == 2


def test_the_three_ways_not_to_find_a_draft(begin):
    token = begin()
    with pytest.raises(Draft.DoesNotExist):
        returning.find_by_return_link("")
    link = returning.save_for_later(find(token), "word", "lantern")
    with pytest.raises(LinkClosed):
        find(token)
    with time_machine.travel(timezone.now() + timedelta(days=29)), pytest.raises(DraftExpired):
        returning.find_by_return_link(link)


@given(st.text(max_size=40))
def test_an_answer_is_the_same_in_capitals_and_with_spaces_around(answer):
    once = returning.plain(answer)
    assert returning.plain(once) == once
    assert returning.plain(f"  {answer} . ") == once
