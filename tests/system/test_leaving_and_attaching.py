"""Typing that is saved, leaving and coming back, an unused page, letters: in a browser."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, Page, expect

from tests.system.accessibility import problems_of, the_accessibility_baseline_is_met
from tests.system.referral import answer_everything, begin, send, to_the_button

PATHWAY = "palliative-care-support"
LETTER = {"name": "letter.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\n%%EOF\n"}
WRONG = {"name": "letter.docx", "mimeType": "application/zip", "buffer": b"PK\x03\x04"}
MINUTES_25, MINUTES_5 = "25:01", "05:01"


def to_own_words(page: Page) -> None:
    """Go to the page with a box for somebody's own words."""
    begin(page, PATHWAY)
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="Continue").click()
    expect(page.locator("main textarea")).to_be_visible()


def save_and_leave(page: Page, answer: str = "Quay Road") -> str:
    """Save from any page of the form, answer the question, and return the link."""
    page.get_by_role("button", name="Save and come back later").click()
    page.get_by_role("radio").first.check()
    page.get_by_label("Your answer").fill(answer)
    page.get_by_role("button", name="Get the link").click()
    expect(page.get_by_role("heading", level=1, name="Your form is saved")).to_be_visible()
    return page.locator(".fd-link-to-keep a").inner_text()


@pytest.mark.parametrize("width", [320, 1280])
def test_a_person_leaves_and_comes_back_on_another_device(
    new_context: Callable[..., BrowserContext], width: int
) -> None:
    page = new_context(width=width).new_page()
    to_own_words(page)
    page.locator("main textarea").fill("I cannot sleep")
    old = page.url
    problems = problems_of(page)
    page.get_by_role("button", name="Save and come back later").click()
    page.get_by_role("button", name="Get the link").click()
    problems += problems_of(page)  # with its errors
    page.get_by_role("radio").first.check()
    page.get_by_label("Your answer").fill("Quay Road")
    page.get_by_role("button", name="Get the link").click()
    link = page.locator(".fd-link-to-keep a").inner_text()
    problems += problems_of(page)
    page.goto(old)
    expect(page.get_by_role("heading", name="This page is closed")).to_be_visible()
    problems += problems_of(page)

    other = new_context(width=width).new_page()
    other.goto(link)
    problems += problems_of(other)
    other.get_by_label("first school").fill("no")
    other.get_by_role("button", name="Open my form").click()
    expect(other.locator("main")).to_contain_text("4 more tries")
    problems += problems_of(other)
    other.get_by_label("first school").fill("quay road")
    other.get_by_role("button", name="Open my form").click()
    other.goto(other.url.split("/step/")[0] + "/step/what-would-help/")
    expect(other.locator("main textarea")).to_have_value("I cannot sleep")
    assert problems == []


def test_five_wrong_answers_lock_the_link(page: Page) -> None:
    to_own_words(page)
    page.goto(save_and_leave(page))
    for _ in range(5):
        page.get_by_label("first school").fill("no")
        page.get_by_role("button", name="Open my form").click()
    expect(page.get_by_role("heading", name="This link is locked")).to_be_visible()
    expect(page.locator("main a[href^='tel:']").first).to_be_visible()
    the_accessibility_baseline_is_met(page)


def test_what_is_typed_is_saved_without_pressing_anything(page: Page) -> None:
    to_own_words(page)
    page.locator("main textarea").press_sequentially("I cannot sl")
    expect(page.get_by_role("status").filter(has_text="Saved at")).to_be_visible()
    the_accessibility_baseline_is_met(page)
    address = page.url
    page.goto("/")
    page.goto(address)
    expect(page.locator("main textarea")).to_have_value("I cannot sl")
    expect(page.get_by_text("There is a problem")).to_have_count(0)


def test_words_typed_just_before_the_page_is_closed_are_kept(page: Page) -> None:
    to_own_words(page)
    address = page.url
    page.locator("main textarea").press_sequentially("at once")
    page.goto("/")
    page.wait_for_timeout(500)
    page.goto(address)
    expect(page.locator("main textarea")).to_have_value("at once")


def test_an_older_window_shows_what_is_newer_and_overwrites_nothing(
    new_context: Callable[..., BrowserContext],
) -> None:
    context = new_context()
    first, second = context.new_page(), context.new_page()
    to_own_words(first)
    second.goto(first.url)
    second.locator("main textarea").fill("from the second")
    expect(second.get_by_role("status").filter(has_text="Saved at")).to_be_visible()
    first.locator("main textarea").fill("from the first")
    expect(first.get_by_role("status").filter(has_text="changed in another")).to_be_visible()
    first.get_by_role("checkbox").first.check()
    first.get_by_role("button", name="Continue").click()
    expect(first.get_by_role("alert")).to_contain_text("from the second")
    expect(first.locator("main textarea")).to_have_value("from the first")
    the_accessibility_baseline_is_met(first)


def test_an_unused_page_asks_by_a_dialog_and_stays_when_told(page: Page) -> None:
    page.clock.install()
    to_own_words(page)
    page.clock.fast_forward(MINUTES_25)
    dialog = page.get_by_role("dialog", name="Are you still there?")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text("closes in 5 minutes, at ")
    expect(dialog).to_contain_text("saved for 28 days")
    expect(dialog.get_by_role("button", name="Stay on this page")).to_be_focused()
    assert dialog.evaluate("e => document.getElementById(e.getAttribute('aria-describedby'))?.id")
    the_accessibility_baseline_is_met(page)
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    page.clock.fast_forward(MINUTES_5)
    expect(page.locator("main textarea")).to_be_visible()


def test_an_unused_page_closes_and_shows_nothing_of_the_form(phone: Page) -> None:
    phone.clock.install()
    to_own_words(phone)
    phone.clock.fast_forward(MINUTES_25)
    expect(phone.get_by_role("dialog")).to_be_visible()
    assert problems_of(phone) == []
    phone.clock.fast_forward(MINUTES_5)
    expect(phone.get_by_role("heading", name="The page was closed")).to_be_visible()
    assert "care and support" not in phone.locator("main").inner_text()
    assert problems_of(phone) == []


def test_the_dialog_can_be_answered_by_escape_or_by_leaving(page: Page) -> None:
    page.clock.install()
    to_own_words(page)
    page.clock.fast_forward(MINUTES_25)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.clock.fast_forward(MINUTES_25)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="The page was closed")).to_be_visible()


@pytest.mark.parametrize(("width", "scripts"), [(320, True), (1280, True), (320, False)])
def test_letters_and_photos_go_along(
    new_context: Callable[..., BrowserContext], tmp_path: Path, width: int, scripts: bool
) -> None:
    page = new_context(width=width, java_script_enabled=scripts).new_page()
    photo = tmp_path / "photo of a letter.png"
    Image.new("RGB", (900, 600), "white").save(photo)
    begin(page, PATHWAY)
    answer_everything(page)
    page.get_by_role("link", name="Add letters or photos").click()
    seen = [problems_of(page)] if scripts else []
    page.get_by_role("button", name="Add").click()
    expect(page.locator("main")).to_contain_text("Choose a file, or go on without one")
    page.locator("input[type=file]").set_input_files([LETTER, WRONG])
    page.get_by_role("button", name="Add the files").click()
    expect(page.locator(".nhsuk-error-summary")).to_contain_text("letter.docx")
    seen += [problems_of(page)] if scripts else []
    page.locator("input[type=file]").set_input_files(photo)
    page.get_by_role("button", name="Add the files").click()
    expect(page.locator("main")).to_contain_text("photo of a letter.png")
    page.get_by_role("button", name="Remove letter.pdf").click()
    expect(page.get_by_text("letter.pdf")).to_have_count(0)
    seen += [problems_of(page)] if scripts else []
    page.get_by_role("link", name="Go on to check your answers").click()
    seen += [problems_of(page)] if scripts else []
    send(page)
    expect(page.locator("main")).to_contain_text("with 1 file")
    seen += [problems_of(page)] if scripts else []
    page.get_by_role("link", name="a copy of your answers").click()
    expect(page.locator("main")).to_contain_text("photo of a letter.png")
    seen += [problems_of(page)] if scripts else []
    assert [problem for problems in seen for problem in problems] == []


def test_a_wrong_address_for_the_receipt_is_explained(page: Page) -> None:
    begin(page, PATHWAY)
    answer_everything(page)
    page.get_by_label("Email address for a receipt").fill("nobody")
    page.get_by_role("button", name="Send").click()
    expect(page.locator(".nhsuk-error-summary")).to_contain_text("name@example.com")
    the_accessibility_baseline_is_met(page)


def test_leaving_and_coming_back_by_keyboard_alone(page: Page) -> None:
    to_own_words(page)
    page.locator("main").focus()
    to_the_button(page, "Save and come back later")
    page.locator("main").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("Quay Road")
    to_the_button(page, "Get the link")
    expect(page.get_by_role("heading", level=1, name="Your form is saved")).to_be_visible()


def test_without_scripts_a_person_leaves_and_comes_back(page_without_javascript: Page) -> None:
    page = page_without_javascript
    to_own_words(page)
    page.goto(save_and_leave(page))
    page.get_by_label("first school").fill("Quay Road")
    page.get_by_role("button", name="Open my form").click()
    expect(page.get_by_role("button", name="Continue")).to_be_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_staff_see_a_warning_before_a_file_that_nobody_scanned(
    signed_in: Callable[..., Page], width: int
) -> None:
    page = signed_in("triage", width=width)
    page.goto("/staff/referrals/")
    page.get_by_role("link").filter(has_text="MK").or_(page.locator("main table a")).first.click()
    for row in range(12):
        if page.get_by_role("link", name="Letter from the chest clinic.pdf").count():
            break
        page.goto("/staff/referrals/")
        page.locator("main table a").nth(row).click()
    problems = problems_of(page)
    page.get_by_role("link", name="Letter from the chest clinic.pdf").click()
    expect(page.get_by_role("heading", name="This file may not be safe")).to_be_visible()
    problems += problems_of(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download it all the same").click()
    assert waiting.value.suggested_filename == "Letter from the chest clinic.pdf"
    assert problems == []
