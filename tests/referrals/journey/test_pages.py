"""What the pages of the journey say, beyond the fields of their forms."""

import re
from html import unescape

import pytest

from referrals.journey.drafts import KEPT_FOR
from tests.referrals.conftest import SLUGS, fill_in, pathway, prefill, typed_step

pytestmark = pytest.mark.django_db
EVIL = "<script>alert(1)</script>"


def text(answer) -> str:
    """Return the words of the main part of a page."""
    main = answer.content.decode().split("<main")[1].split("</main>")[0]
    words = re.sub(r"<[^>]+>", " ", re.sub(r"</?a\b[^>]*>", "", main))
    return " ".join(unescape(words).split())


@pytest.fixture
def whole(client, begin):
    """The token of a public draft with every answer given."""
    token = begin()
    fill_in(client, token, SLUGS[0])
    return token


class TestStart:
    @pytest.mark.parametrize("slug", SLUGS)
    def test_it_says_everything_that_is_declared(self, client, slug):
        words, form = text(client.get(f"/refer/{slug}/")), pathway(slug)
        for line in (*form.eligibility, *form.asks, *form.other_routes, form.urgent, form.summary):
            assert line in words
        assert f"about {form.minutes} minutes" in words
        assert f"within {form.promise} working days, Monday to Friday" in words

    def test_each_promise_has_its_time(self, client):
        words = text(client.get(f"/refer/{SLUGS[0]}/"))
        for beginning in ("At once: Your", "Within 1 working day: A", "Within 2 working days: S"):
            assert beginning in words

    def test_a_professional_is_told_when_the_person_is_rung(self, client):
        assert "in touch with the person within 2" in text(client.get(f"/refer/{SLUGS[2]}/"))
        assert "A person rings you within 2" in text(client.get(f"/refer/{SLUGS[0]}/"))

    def test_a_number_in_what_it_says_can_be_pressed_to_ring(self, client):
        html = client.get(f"/refer/{SLUGS[1]}/").content.decode()
        main = html.split("<main")[1].split("</main>")[0]
        for number in ("tel:999", "tel:116123", "tel:+448001111"):
            assert f'href="{number}"' in main

    @pytest.mark.parametrize("slug", SLUGS)
    def test_the_button_leads_to_the_gate(self, client, slug):
        assert f'href="/refer/{slug}/begin/"' in client.get(f"/refer/{slug}/").content.decode()


class TestRingInstead:
    def test_danger_to_life_is_999_and_nothing_beside_it(self, client):
        words = text(client.post(f"/refer/{SLUGS[0]}/begin/", {"now": "emergency"}, follow=True))
        assert "Ring 999 now" in words
        assert "Ring now, do not wait" not in words
        assert "Nothing has been sent or kept." in words

    def test_today_is_the_care_line_first_and_999_after_it(self, client):
        words = text(client.post(f"/refer/{SLUGS[0]}/begin/", {"now": "today"}, follow=True))
        assert words.index("Ring now, do not wait for a form") < words.index("Ring 999 now")

    @pytest.mark.parametrize("now", ["emergency", "today"])
    def test_there_is_a_way_back_to_the_form(self, client, now):
        page = client.post(f"/refer/{SLUGS[1]}/begin/", {"now": now}, follow=True).content.decode()
        assert f'href="/refer/{SLUGS[1]}/begin/"' in page


class TestHelp:
    @pytest.mark.parametrize("answer", ["sometimes", "yes"])
    def test_thoughts_of_suicide_are_met_with_thanks_and_numbers(self, client, begin, answer):
        token = begin(SLUGS[1])
        prefill(token, {"who-it-is-for": {"who_for": "me"}})
        address = f"/refer/form/{token}/step/how-you-are/"
        page = client.post(address, {"thoughts_of_suicide": answer}, follow=True)
        words = text(page)
        for said in ("Thank you for telling us", "116 123", "111", "999", "Your form is saved"):
            assert said in words
        assert page.context["go_on"].endswith("/step/around-you/")

    def test_worry_about_a_child_is_met_with_help_for_a_child(self, client, begin):
        token = begin(SLUGS[1])
        prefill(token, {"who-it-is-for": {"who_for": "child"}})
        address = f"/refer/form/{token}/step/how-the-child-is/"
        words = text(client.post(address, {"child_safety": "worried"}, follow=True))
        for said in ("If a child is not safe", "999", "111", "0800 1111", "Your form is saved"):
            assert said in words

    def test_a_professional_in_a_hurry_is_asked_to_ring_as_well(self, client, begin):
        token = begin(SLUGS[2])
        data = typed_step(pathway(SLUGS[2]).step("reason"), how_soon="24h")
        page = client.post(f"/refer/form/{token}/step/reason/", data, follow=True)
        assert "Please ring as well" in text(page)
        assert "Samaritans" not in text(page)

    def test_from_the_check_it_leads_back_to_the_check(self, client, whole):
        address = f"/refer/form/{whole}/step/how-soon/?from=check"
        page = client.post(address, {"how_soon": "today"}, follow=True)
        assert page.redirect_chain[0][0].endswith("/help/?from=check")
        assert page.context["go_on"] == f"/refer/form/{whole}/check/"

    def test_of_an_unknown_page_it_is_not_found(self, client, begin):
        assert client.get(f"/refer/form/{begin()}/step/no-such/help/").status_code == 404


class TestStep:
    def test_a_change_from_the_check_to_something_wrong_stays_there(self, client, whole):
        address = f"/refer/form/{whole}/step/name/?from=check"
        page = client.post(address, {"name": ""}, follow=True)
        assert "Enter your full name" in text(page)
        assert client.post(address, {"name": "A"}).url == f"/refer/form/{whole}/check/"

    def test_save_and_come_back_keeps_right_answers_as_answers(self, client, begin):
        token = begin()
        data = {"gp_practice": "Quayside", "share_record": "yes", "save": "1"}
        client.post(f"/refer/form/{token}/step/gp/", data)
        assert "Quayside" in text(client.get(f"/refer/form/{token}/check/"))

    def test_who_leaves_in_the_middle_of_a_page_is_not_told_that_it_is_wrong(self, client, begin):
        token = begin()
        prefill(token, {"who-it-is-for": {"who_for": "me"}})
        address = f"/refer/form/{token}/step/contact/"
        assert client.post(address, {"phone": "077", "save": "1"}).url.endswith("/saved/")
        page = client.get(address)
        assert page.context["form"].data["phone"] == "077"
        assert "There is a problem" not in text(page)
        assert "There is a problem" in text(client.post(address, {"phone": "077"}, follow=True))

    def test_what_is_typed_is_shown_and_never_run(self, client, whole):
        client.post(f"/refer/form/{whole}/step/name/", {"name": EVIL})
        for page in ("step/name", "check"):
            assert EVIL not in client.get(f"/refer/form/{whole}/{page}/").content.decode()
        assert EVIL in text(client.get(f"/refer/form/{whole}/check/"))

    def test_changing_for_whom_it_is_opens_and_closes_pages(self, client, whole):
        answer = client.post(f"/refer/form/{whole}/step/who-it-is-for/", {"who_for": "someone"})
        assert answer.url == f"/refer/form/{whole}/step/about-you/"
        closed = client.get(f"/refer/form/{whole}/step/agreement/")
        assert closed.url == f"/refer/form/{whole}/"
        posted = client.post(f"/refer/form/{whole}/step/agreement/", {"agree": "on"})
        assert posted.url == f"/refer/form/{whole}/"

    def test_a_page_with_a_tick_box_keeps_its_own_heading(self, client, whole):
        page = client.get(f"/refer/form/{whole}/step/agreement/").content.decode()
        assert re.search(r"<h1[^>]*>Your agreement</h1>", page)


class TestSaved:
    def test_it_says_until_when_in_words(self, client, begin):
        data = {"question": "school", "answer": "Quay Road"}
        page = client.post(f"/refer/form/{begin()}/saved/", data, follow=True)
        until = page.context["draft"].expires_at
        assert f"{until:%A} {until.day} {until:%B %Y}" in text(page)
        assert f"After {KEPT_FOR.days} days without a change" in text(page)


class TestCheck:
    def test_one_page_missing_is_said_in_the_singular(self, client, whole):
        needs = {"interpreter": "yes", "access_help": "no"}
        client.post(f"/refer/form/{whole}/step/language-and-access/", needs)
        client.post(f"/refer/form/{whole}/step/language/", {"language": ""})
        page = client.get(f"/refer/form/{whole}/check/")
        assert "1 page is not finished yet." in text(page)
        assert f'href="/refer/form/{whole}/step/language/"' in page.content.decode()

    def test_the_way_on_comes_before_the_answers_while_some_are_missing(self, client, begin):
        main = client.get(f"/refer/form/{begin()}/check/").content.decode().split("<main")[1]
        assert main.index("Go on with the form") < main.index("nhsuk-summary-list")

    def test_several_are_said_in_the_plural(self, client, begin):
        assert "16 pages are not finished yet." in text(client.get(f"/refer/form/{begin()}/check/"))

    def test_nothing_is_said_to_be_sent_before_it_is(self, client, whole):
        words = text(client.get(f"/refer/form/{whole}/check/"))
        assert "Nothing has been sent yet." in words
        assert "there is nothing to agree to here" in words

    def test_only_professionals_see_the_headings_of_the_pages(self, client, begin, whole):
        theirs = fill_in(client, (token := begin(SLUGS[2])), SLUGS[2])
        assert token in theirs
        assert (
            "<h2>Phase of illness, function and prognosis</h2>"
            in client.get(theirs).content.decode()
        )
        public = client.get(f"/refer/form/{whole}/check/").content.decode()
        assert "<h2>The illness</h2>" not in public


class TestSent:
    @pytest.mark.parametrize("slug", SLUGS)
    def test_it_says_what_to_do_if_things_change(self, client, begin, slug):
        end = fill_in(client, begin(slug), slug)
        words = text(client.post(end.replace("/check/", "/send/"), follow=True))
        assert pathway(slug).if_things_change in words
        assert "a copy of your answers to print or keep" in words

    def test_coming_back_by_the_link_shows_it_again(self, client, whole):
        client.post(f"/refer/form/{whole}/send/")
        assert "We have it" in text(client.get(f"/refer/form/{whole}/", follow=True))


def test_the_page_for_what_is_no_longer_kept_names_the_real_time(client, begin):
    from referrals.models import Draft

    token = begin()
    Draft.objects.update(expires_at="2020-01-01T00:00Z")
    answer = client.get(f"/refer/form/{token}/")
    assert f"deleted after {KEPT_FOR.days} days without a change" in text(answer)
