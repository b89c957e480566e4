"""A person asks for help and staff decide: each pathway, in every width, by keyboard too."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.system.accessibility import problems_of, the_accessibility_baseline_is_met
from tests.system.referral import (
    answer_by_keyboard,
    answer_everything,
    answer_this_page,
    begin,
    go_on,
    send,
    to_the_button,
)

PATHWAYS = [
    "palliative-care-support",
    "bereavement-support",
    "specialist-palliative-care",
    "carers-support",
    "wellbeing-day-services",
]


# The first and the last option of every question lead through different pages.
@pytest.mark.parametrize("pathway", PATHWAYS)
@pytest.mark.parametrize(("width", "pick"), [(320, "first"), (1280, "last")])
def test_every_page_of_a_pathway_meets_the_baseline(
    new_context: Callable[..., BrowserContext], pathway: str, width: int, pick: str
) -> None:
    page = new_context(width=width).new_page()
    problems: list[str] = []

    def look_at_both_states(page: Page) -> None:
        problems.extend(problems_of(page))
        if width == 320 and page.get_by_role("button", name="Continue").count():
            go_on(page)
            problems.extend(problems_of(page))

    begin(page, pathway)
    answer_everything(page, look_at_both_states, pick)
    problems += problems_of(page)
    send(page)
    problems += problems_of(page)
    assert problems == []


def test_a_self_referral_is_decided_by_triage(page: Page, signed_in: Callable[..., Page]) -> None:
    begin(page, "palliative-care-support")
    answer_everything(page)
    reference = send(page)
    expect(page.locator("main")).to_contain_text("What happens next")

    staff = signed_in("triage")
    staff.goto("/staff/referrals/")
    the_accessibility_baseline_is_met(staff)
    staff.get_by_label("Find by reference").fill(reference)
    staff.get_by_role("button", name="Find", exact=True).click()
    expect(staff.get_by_role("heading", level=1)).to_contain_text(reference)
    the_accessibility_baseline_is_met(staff)
    staff.get_by_role("button", name="Take").click()
    staff.get_by_role("radio", name="Accept").check()
    staff.get_by_label("Reason").fill("A nurse will ring tomorrow.")
    staff.get_by_role("button", name="Record the decision").click()
    expect(staff.locator("main")).to_contain_text("Accepted")
    expect(staff.locator("main")).to_contain_text("Tamsin Osei")


def test_a_decision_without_a_reason_keeps_what_was_chosen(signed_in: Callable[..., Page]) -> None:
    staff = signed_in("triage", width=320)
    staff.goto("/staff/referrals/")
    staff.locator("main table a").first.click()
    staff.get_by_role("radio", name="Decline").check()
    staff.get_by_role("button", name="Record the decision").click()
    expect(staff.get_by_role("radio", name="Decline")).to_be_checked()
    expect(staff.locator("main")).to_contain_text("There is a problem")
    the_accessibility_baseline_is_met(staff)


def test_a_form_can_be_left_and_come_back_to(
    page: Page, new_context: Callable[..., BrowserContext]
) -> None:
    begin(page, "bereavement-support")
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Continue").click()
    second = page.get_by_role("heading", level=1).inner_text()
    link = page.url.split("/step/")[0] + "/"

    elsewhere = new_context(width=320).new_page()
    elsewhere.goto(link)
    expect(elsewhere.get_by_role("heading", level=1)).to_have_text(second)


def test_two_tabs_never_mix_their_answers(new_context: Callable[..., BrowserContext]) -> None:
    context = new_context()
    one, two = context.new_page(), context.new_page()
    begin(one, "bereavement-support")
    begin(two, "bereavement-support")
    one.get_by_role("radio").nth(0).check()
    two.get_by_role("radio").nth(1).check()
    one.get_by_role("button", name="Continue").click()
    two.get_by_role("button", name="Continue").click()
    one.go_back()
    two.go_back()
    one.reload()
    two.reload()
    expect(one.get_by_role("radio").nth(0)).to_be_checked()
    expect(two.get_by_role("radio").nth(1)).to_be_checked()


def test_sending_twice_gives_one_reference(page: Page) -> None:
    begin(page, "bereavement-support")
    answer_everything(page)
    first = send(page)
    page.go_back()
    if page.get_by_role("button", name="Send").count():
        page.get_by_role("button", name="Send").click()
    page.reload()
    expect(page.locator("main")).to_contain_text(first)


def test_an_error_takes_the_focus_and_says_so_in_the_title(page: Page) -> None:
    begin(page, "bereavement-support")
    go_on(page)
    assert page.title().startswith("Error: ")
    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_role("alert").get_by_role("link").first.click()
    expect(page.get_by_role("radio").first).to_be_focused()


def test_after_a_mistake_the_back_button_shows_the_page_and_not_a_warning(page: Page) -> None:
    begin(page, "carers-support")
    go_on(page)
    page.get_by_role("radio").last.check()
    go_on(page)
    page.go_back()
    assert page.get_by_role("radio").last.is_checked()
    assert page.locator(".nhsuk-error-summary").count() == 0


@pytest.mark.parametrize("pathway", PATHWAYS)
def test_a_referral_is_made_without_javascript(page_without_javascript: Page, pathway: str) -> None:
    begin(page_without_javascript, pathway)
    answer_everything(page_without_javascript)
    assert len(send(page_without_javascript)) >= 8


@pytest.mark.parametrize("pathway", PATHWAYS)
def test_a_referral_is_made_by_keyboard_alone(page: Page, pathway: str) -> None:
    page.goto(f"/refer/{pathway}/begin/")
    answer_by_keyboard(page)
    assert page.get_by_role("heading", level=1).inner_text() == "Check your answers"
    to_the_button(page, "Send")
    page.wait_for_url("**/sent/")


def test_words_of_harm_show_help_at_once_and_let_one_go_on(page: Page) -> None:
    begin(page, "carers-support")
    while not page.get_by_label("Is there more you want to say?").count():
        answer_this_page(page)
        page.get_by_role("button", name="Continue").click()
    page.get_by_label("Is there more you want to say?").fill("I cant go on any more")
    answer_this_page(page)
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Is somebody in danger?")
    expect(page.locator("main a[href='tel:116123']").first).to_be_visible()
    the_accessibility_baseline_is_met(page)
    page.get_by_role("link", name="Go on with the form").click()
    expect(page.get_by_role("button", name="Continue")).to_be_visible()


def test_an_expired_link_shows_a_way_forward(page: Page) -> None:
    answer = page.goto("/refer/form/" + "x" * 32 + "/")
    assert answer is not None
    assert answer.status in (404, 410)
    expect(page.locator("main a[href^='tel:']").first).to_be_visible()


def test_staff_pages_are_closed_to_a_visitor(browser: Browser, page: Page) -> None:
    page.goto("/staff/referrals/")
    assert "/accounts/login/" in page.url
    the_accessibility_baseline_is_met(page)
