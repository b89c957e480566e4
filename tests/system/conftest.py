"""A real demo site, as `make demo` serves it, and a real Chromium. Nothing here is a stand-in."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.system.site import Site, serve_demo

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
WIDTHS = (320, 1280)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium on this machine; without one the tests say so."""
    found = os.environ.get("CHROMIUM") or next(
        filter(None, map(shutil.which, CHROMIUM_NAMES)), None
    )
    if found:
        return found
    reason = "No Chromium here: install it, or name it in the environment variable CHROMIUM."
    if os.environ.get("REQUIRE_ALL") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium,
            args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                  "--disable-background-networking", "--disable-component-update"],
        )  # fmt: skip
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demo site, freshly loaded, on a port of its own."""
    yield from serve_demo(ROOT, tmp_path_factory.mktemp("demo"))


@pytest.fixture
def new_context(browser: Browser, site: Site) -> Iterator[Callable[..., BrowserContext]]:
    """Make a browser context of any shape; all are closed at the end."""
    opened: list[BrowserContext] = []

    def make(width: int = 1280, height: int = 900, **more: object) -> BrowserContext:
        context = browser.new_context(
            base_url=site.url, viewport={"width": width, "height": height}, **more
        )
        context.set_default_timeout(15_000)
        opened.append(context)
        return context

    yield make
    for context in opened:
        context.close()


@pytest.fixture
def page(new_context: Callable[..., BrowserContext]) -> Page:
    """A visitor's page on a desktop."""
    return new_context().new_page()


@pytest.fixture
def phone(new_context: Callable[..., BrowserContext]) -> Page:
    """A visitor's page on a narrow phone with touch."""
    return new_context(width=320, height=640, has_touch=True, is_mobile=True).new_page()


@pytest.fixture
def page_without_javascript(new_context: Callable[..., BrowserContext]) -> Page:
    return new_context(java_script_enabled=False).new_page()


@pytest.fixture
def signed_in(new_context: Callable[..., BrowserContext]) -> Callable[[str], Page]:
    """Sign a demo user in by role name, as a person would, and return the page."""

    def sign_in(name: str, **shape: object) -> Page:
        page = new_context(**shape).new_page()
        page.goto("/accounts/login/")
        page.locator("input[type=email]").fill(f"{name}@wyvernvale.example")
        page.locator("input[type=password]").fill("wyvern vale demo")
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/staff/**")
        return page

    return sign_in
