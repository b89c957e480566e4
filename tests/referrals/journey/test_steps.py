"""Every step of every pathway, by a client without JavaScript."""

import pytest

from referrals.journey.drafts import contents_of, find
from referrals.models import Draft
from referrals.pathways.answers import shown_answers, shown_step
from referrals.pathways.declare import Kind
from tests.referrals.conftest import SLUGS, fill_in, opening, pathway, prefill, typed_step

pytestmark = pytest.mark.django_db
EVERY_STEP = [(slug, step.slug) for slug in SLUGS for step in pathway(slug).steps]


def open_up(token, slug, step):
    """Have given what opens this page, and as many of its questions as can be open at once."""
    prefill(token, opening(pathway(slug), pathway(slug).step(step)))
    return shown_step(pathway(slug), contents_of(find(token)).steps, step)


def url(token, step):
    return f"/refer/form/{token}/step/{step}/"


@pytest.mark.parametrize(("slug", "step"), EVERY_STEP)
def test_each_page_asks_with_a_label_a_reason_and_the_phone(client, begin, slug, step):
    token = begin(slug)
    shown = open_up(token, slug, step)
    page = client.get(url(token, step))
    html = page.content.decode()
    assert page.status_code == 200
    assert html.count("<h1") == 1
    for words in ("Rather talk?", "Save and come back", "Continue", "of about"):
        assert words in html
    for question in shown.questions:
        assert f'name="{question.key}' in html


@pytest.mark.parametrize(("slug", "step"), EVERY_STEP)
def test_an_empty_page_says_what_is_missing_and_how_to_put_it_right(client, begin, slug, step):
    token = begin(slug)
    needed = [q for q in open_up(token, slug, step).questions if q.required]
    answer = client.post(url(token, step), {})
    if not needed:
        assert answer.url != url(token, step)
        return
    assert answer.url == url(token, step)
    answer = client.get(answer.url)
    html = answer.content.decode()
    assert "<title>Error: " in html
    assert "There is a problem" in html
    assert len(answer.context["form"].error_list) == len(needed)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_whole_form_can_be_filled_in_page_by_page(client, begin, slug):
    token = begin(slug)
    end = fill_in(client, token, slug)
    assert end == f"/refer/form/{token}/check/"
    assert "not finished" not in client.get(end).content.decode()


def test_the_public_forms_are_short_enough(client, begin):
    for slug in [slug for slug in SLUGS if pathway(slug).audience != "professional"]:
        token = begin(slug)
        fill_in(client, token, slug)
        first = client.get(f"/refer/form/{token}/step/{pathway(slug).steps[0].slug}/")
        assert 9 <= first.context["where"].total <= 18


BAD = [
    (SLUGS[0], "contact", "phone", "ring me", "Enter a phone number, like 01632 960 001"),
    (SLUGS[0], "contact", "email", "nobody", "name@example.com"),
    (SLUGS[0], "postcode", "postcode", "nowhere", "Enter a full postcode, like WY3 1AB"),
    (SLUGS[0], "name", "name", "", "Enter "),
    (SLUGS[0], "name", "name", "x" * 201, "200"),
    (SLUGS[0], "illness", "illness", "x" * 4001, "4000"),
    (SLUGS[0], "nhs-number", "nhs_number", "999 000 0019", "Check the NHS number"),
    (SLUGS[0], "nhs-number", "nhs_number", "12", "Check the NHS number"),
    (SLUGS[0], "date-of-birth", "date_of_birth_1", "13", "Enter a real date"),
    (SLUGS[0], "date-of-birth", "date_of_birth_2", "2999", "or earlier"),
    (SLUGS[0], "date-of-birth", "date_of_birth_2", "1799", "or later"),
    (SLUGS[0], "date-of-birth", "date_of_birth_0", "", "must have a day"),
    (SLUGS[0], "how-soon", "how_soon", "yesterday", "Choose one of the answers"),
    (SLUGS[2], "phase-and-function", "akps", "55", "Choose one of the answers"),
    (SLUGS[2], "devices-in-detail", "oxygen_litres", "lots", "Enter a number from 0.5 to 60"),
    (SLUGS[2], "devices-in-detail", "oxygen_litres", "61", "Enter a number from 0.5 to 60"),
    (SLUGS[2], "diagnosis", "diagnosed_on", "13 2026", "Enter a month and a year"),
    (SLUGS[2], "diagnosis", "diagnosed_on", "June 2999", "this month or earlier"),
    (SLUGS[2], "cpr-details", "cpr_date_2", "2999", "or earlier"),
    (SLUGS[3], "last-assessment", "assessed_on", "long ago", "Enter a month and a year"),
    (SLUGS[4], "the-day", "moves", "fly", "Choose one of the answers"),
]


@pytest.mark.parametrize(("slug", "step", "field", "wrong", "error"), BAD)
def test_a_wrong_answer_is_explained_and_kept(client, begin, slug, step, field, wrong, error):
    token = begin(slug)
    open_up(token, slug, step)
    data = typed_step(pathway(slug).step(step), **{field: wrong})
    answer = client.post(url(token, step), data, follow=True)
    assert error in " ".join(link.text for link in answer.context["form"].error_list)
    assert answer.context["form"].data[field] == wrong
    assert "There is a problem" in answer.content.decode()


def test_no_page_of_a_form_answers_a_post_so_that_the_browser_can_go_back_to_it(client, begin):
    token = begin()
    open_up(token, SLUGS[0], "name")
    for data in ({"name": ""}, {"name": "Martha Keel"}, {"name": "", "save": "1"}):
        assert client.post(url(token, "name"), data).status_code == 302
    from_check = url(token, "name") + "?from=check"
    assert client.post(from_check, {"name": ""}).url == from_check


def test_a_text_far_too_long_comes_back_whole_to_be_shortened(client, begin):
    token = begin()
    open_up(token, SLUGS[0], "what-matters")
    words = "All that was pasted. " * 2000
    page = client.post(url(token, "what-matters"), {"hopes": words}, follow=True)
    assert page.context["form"].data["hopes"] == words
    assert "at most 4000" in page.content.decode()


@pytest.mark.parametrize("number", ["999 000 0018", "9990000018", "999-000-0018"])
def test_a_right_nhs_number_is_taken_in_any_grouping(client, begin, number):
    token = begin()
    open_up(token, SLUGS[0], "nhs-number")
    client.post(url(token, "nhs-number"), {"nhs_number": number})
    assert contents_of(find(token)).steps["nhs-number"] == {"nhs_number": "9990000018"}


def test_going_back_shows_what_was_saved(client, begin):
    token = begin()
    fill_in(client, token, SLUGS[0])
    for step in pathway().steps:
        page = client.get(url(token, step.slug))
        if page.status_code == 302:
            continue
        for question in step.questions:
            if question.kind is Kind.TEXT:
                assert f"Answer to {question.key}" in page.content.decode()


def test_the_first_page_leads_back_to_the_gate_and_the_second_to_the_first(client, begin):
    token = begin()
    first, second = "who-it-is-for", "what-would-help"
    assert client.get(url(token, first)).context["where"].back_url.endswith(f"/begin/?form={token}")
    client.post(url(token, first), {"who_for": "me"})
    assert client.get(url(token, second)).context["where"].back_url == url(token, first)


def test_a_page_not_shown_leads_to_where_the_form_is(client, begin):
    token = begin()
    answer = client.get(url(token, "nhs-number"), follow=True)
    assert answer.redirect_chain[-1][0] == url(token, "who-it-is-for")


def test_an_unknown_page_is_not_found(client, begin):
    assert client.get(url(begin(), "no-such-page")).status_code == 404


def test_words_follow_who_it_is_for(client, begin):
    mine, theirs = begin(), begin()
    client.post(url(mine, "who-it-is-for"), {"who_for": "me"})
    client.post(url(theirs, "who-it-is-for"), {"who_for": "someone"})
    assert "What is your name?" in client.get(url(mine, "name")).content.decode()
    assert "What is their name?" in client.get(url(theirs, "name")).content.decode()


def test_the_browser_is_not_asked_to_fill_in_somebody_elses_details(client, begin):
    token = begin()
    client.post(url(token, "who-it-is-for"), {"who_for": "someone"})
    assert 'autocomplete="off"' in client.get(url(token, "name")).content.decode()
    assert 'autocomplete="tel"' in client.get(url(token, "contact")).content.decode()


@pytest.mark.parametrize(
    ("slug", "step", "answers", "words"),
    [
        (SLUGS[0], "how-soon", {"how_soon": "today"}, "Please ring as well"),
        (SLUGS[1], "how-you-are", {"thoughts_of_suicide": "sometimes"}, "116 123"),
        (SLUGS[1], "how-you-are", {"thoughts_of_suicide": "yes"}, "116 123"),
        (SLUGS[1], "how-the-child-is", {"child_safety": "worried"}, "If a child is not safe"),
        (SLUGS[0], "illness", {"illness": "I want to die", "implanted_device": "none"}, "116 123"),
        (
            SLUGS[0],
            "illness",
            {"illness": "He hits me", "implanted_device": "none"},
            "0808 808 8141",
        ),
        (
            SLUGS[3],
            "coping",
            {"coping": "just", "backup": "no", "safe_at_home": "no"},
            "0808 808 8141",
        ),
    ],
)
def test_an_answer_that_cannot_wait_shows_help_at_once(client, begin, slug, step, answers, words):
    token = begin(slug)
    open_up(token, slug, step)
    page = client.post(url(token, step), answers, follow=True)
    assert page.redirect_chain[0][0] == url(token, step) + "help/"
    assert words in page.content.decode()
    assert client.get(page.context["go_on"]).status_code == 200
    assert contents_of(find(token)).steps[step] == answers


def test_the_help_page_is_only_for_those_who_need_it(client, begin):
    token = begin()
    client.post(url(token, "how-soon"), {"how_soon": "weeks"})
    assert client.get(url(token, "how-soon") + "help/").status_code == 302


def test_a_very_large_post_is_refused(client, begin):
    answer = client.post(url(begin(), "who-it-is-for"), {"who_for": "x" * 2_000_000})
    assert answer.status_code == 413


def test_only_the_fields_of_the_page_are_kept(client, begin):
    token = begin()
    client.post(url(token, "who-it-is-for"), {"who_for": "nobody", "evil": "payload"})
    assert contents_of(find(token)).typed == {"who-it-is-for": {"who_for": ["nobody"]}}
    assert Draft.objects.count() == 1


def test_an_answer_whose_question_is_hidden_again_is_not_sent(client, begin):
    token = begin(SLUGS[4])
    prefill(token, opening(pathway(SLUGS[4]), pathway(SLUGS[4]).step("more-about-the-day")))
    details = {"oxygen_litres": "2", "allergies": "Penicillin"}
    client.post(url(token, "more-about-the-day"), details)
    steps = contents_of(find(token)).steps
    assert shown_answers(pathway(SLUGS[4]), steps)["oxygen_litres"] == 2
    steps["the-day"]["oxygen"] = "no"
    prefill(token, steps)
    assert "oxygen_litres" not in shown_answers(pathway(SLUGS[4]), steps)
    page = client.get(url(token, "more-about-the-day")).content.decode()
    assert 'name="allergies"' in page
    assert 'name="oxygen_litres"' not in page
    client.post(url(token, "more-about-the-day"), details)
    assert contents_of(find(token)).steps["more-about-the-day"] == {"allergies": "Penicillin"}


def test_a_question_opened_by_a_changed_answer_is_still_to_be_asked(client, begin):
    token = begin(SLUGS[2])
    fill_in(client, token, SLUGS[2])
    steps = contents_of(find(token)).steps
    assert "allergies" not in steps.get("medicines-in-detail", {})
    steps["medicines"]["allergies_known"] = "yes"
    prefill(token, steps)
    answer = client.get(f"/refer/form/{token}/", follow=True)
    assert answer.redirect_chain[-1][0] == url(token, "medicines-in-detail")
