"""The browser's back button after a mistake: no page asks to send again, and nothing is lost."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.system.referral import answer_everything, begin, go_on, send

PATHWAY = "carers-support"
WRONG = {"name": "plan.docx", "mimeType": "application/zip", "buffer": b"PK\x03\x04"}


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def phone(request: pytest.FixtureRequest, new_context: Callable[..., BrowserContext]) -> Page:
    return new_context(width=320, height=640, java_script_enabled=request.param).new_page()


def press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name).click()


def a_mistake_is_gone_back_to(page: Page) -> None:
    """Go back to the page that said what was wrong: a browser that must post again shows none."""
    page.go_back()
    expect(page.locator(".nhsuk-error-summary")).to_be_visible()


def test_at_the_gate_and_from_the_numbers_to_ring(phone: Page) -> None:
    phone.goto(f"/refer/{PATHWAY}/begin/")
    go_on(phone)
    expect(phone.locator(".nhsuk-error-summary")).to_be_visible()
    phone.get_by_role("radio").nth(1).check()
    go_on(phone)
    expect(phone.get_by_role("heading", level=1, name="Please ring now")).to_be_visible()
    a_mistake_is_gone_back_to(phone)
    phone.go_forward()
    expect(phone.get_by_role("heading", level=1, name="Please ring now")).to_be_visible()


def test_back_past_the_first_page_and_on_again_finds_the_answers(phone: Page) -> None:
    begin(phone, PATHWAY)
    phone.get_by_role("radio").first.check()
    go_on(phone)
    for _ in range(2):
        phone.get_by_role("link", name="Back", exact=True).click()
    expect(phone.get_by_role("heading", name="Does anyone need help right now?")).to_be_visible()
    phone.get_by_role("radio").last.check()
    go_on(phone)
    expect(phone.get_by_role("radio").first).to_be_checked()


def test_with_files_a_receipt_and_the_link_to_come_back_by(phone: Page) -> None:
    begin(phone, PATHWAY)
    answer_everything(phone)
    check = phone.url
    phone.get_by_role("link", name="Add letters or photos").click()
    phone.locator("input[type=file]").set_input_files(WRONG)
    press(phone, "Add the files")
    expect(phone.locator(".nhsuk-error-summary")).to_contain_text("plan.docx")
    phone.get_by_role("link", name="Go on to check your answers").click()
    a_mistake_is_gone_back_to(phone)
    phone.goto(check)
    phone.get_by_role("link", name="Save and come back later").click()
    press(phone, "Get the link")
    phone.get_by_role("link", name="Go on now").click()
    a_mistake_is_gone_back_to(phone)
    phone.goto(check)
    phone.get_by_label("Email address for a receipt").fill("nobody")
    press(phone, "Send")
    expect(phone.get_by_label("Email address for a receipt")).to_have_value("nobody")
    phone.get_by_label("Email address for a receipt").fill("")
    reference = send(phone)
    phone.go_back()
    phone.reload()
    expect(phone.locator("main")).to_contain_text(reference)
