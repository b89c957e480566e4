"""Take pictures of the main screens at 320 and 1280 px and in print: `make pictures`."""

import io
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.system.site import Site, serve_demo  # noqa: E402

OUT = ROOT / "docs" / "pictures"
PASSWORD = "wyvern vale demo"
SHAPES = {"320": (320, "screen"), "1280": (1280, "screen"), "print": (794, "print")}
LONGEST = 2400
PUBLIC = {
    "home": "/",
    "information": "/first-days-after/what-to-do-when-someone-dies/",
    "urgent-help": "/urgent-help/",
    "finder": "/services/?q=bereavement+group+children&near=WY3+1AB",
    "search": "/search/?q=breavement",
    "referral": "/refer/palliative-care-support/",
    "learning": "/learning/",
}
STAFF = {"triage-queue": ("triage", "/staff/referrals/"), "editing": ("editor", "/admin/")}


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    with running_site() as site, chromium() as browser:
        for name, address in PUBLIC.items():
            for shape in SHAPES:
                take(open_page(browser, site, shape), address, f"{name}-{shape}")
        for name, (user, address) in STAFF.items():
            for shape in ("320", "1280"):
                page = open_page(browser, site, shape)
                sign_in(page, user)
                take(page, address, f"{name}-{shape}")


@contextmanager
def running_site() -> Iterator[Site]:
    with tempfile.TemporaryDirectory() as folder:
        yield from serve_demo(ROOT, Path(folder))


@contextmanager
def chromium() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not path:
        sys.exit("No Chromium here: install it, or name it in the environment variable CHROMIUM.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def open_page(browser: Browser, site: Site, shape: str) -> Page:
    width, media = SHAPES[shape]
    page = browser.new_page(base_url=site.url, viewport={"width": width, "height": 800})
    page.emulate_media(media=media)
    return page


def sign_in(page: Page, user: str) -> None:
    page.goto("/accounts/login/")
    page.locator("input[type=email]").fill(f"{user}@wyvernvale.example")
    page.locator("input[type=password]").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/staff/**")


def take(page: Page, address: str, name: str) -> None:
    """Save the screen as a small PNG of at most LONGEST px in height."""
    answer = page.goto(address)
    if answer is None or not answer.ok:
        sys.exit(f"There is no picture of {address}: the page did not open.")
    picture = Image.open(io.BytesIO(page.screenshot(full_page=True)))
    picture = picture.crop((0, 0, picture.width, min(picture.height, LONGEST)))
    picture.convert("RGB").quantize(128).save(OUT / f"{name}.png", optimize=True)
    print(f"docs/pictures/{name}.png")
    page.context.close()


if __name__ == "__main__":
    main()
