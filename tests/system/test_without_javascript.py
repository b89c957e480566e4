"""Reading, searching and staff work with scripts off; referring and finding have theirs."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/last-days/",
        "/urgent-help/",
        "/services/",
        "/search/?q=grief",
        "/refer/",
        "/learning/",
    ],
)
def test_a_page_is_whole_without_scripts(page_without_javascript: Page, address: str) -> None:
    page_without_javascript.goto(address)
    expect(page_without_javascript.get_by_role("heading", level=1)).to_be_visible()
    expect(page_without_javascript.get_by_role("contentinfo")).to_be_visible()


def test_searching_works(page_without_javascript: Page) -> None:
    page = page_without_javascript
    page.goto("/")
    page.get_by_role("searchbox").first.fill("syringe pump")
    page.get_by_role("searchbox").first.press("Enter")
    expect(page.locator("main").get_by_role("link", name="Syringe driver").first).to_be_visible()


def test_triage_works(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/accounts/login/")
    page.locator("input[type=email]").fill("triage@wyvernvale.example")
    page.locator("input[type=password]").fill("wyvern vale demo")
    page.get_by_role("button", name="Sign in").click()
    page.goto("/staff/referrals/")
    page.locator("main table a").first.click()
    expect(page.get_by_role("button", name="Record the decision")).to_be_visible()
