"""A provider confirms an entry from a letter; a visitor reports a problem and staff settle it."""

import email
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from email import policy
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.system.accessibility import problems_of, the_accessibility_baseline_is_met
from tests.system.conftest import ROOT
from tests.system.site import Site

ASK = (
    "from portal.letters import send_queued;"
    "from services_directory.assurance.asking import ask_due;"
    "ask_due(); send_queued()"
)
LINK = re.compile(r"^https?://[^/]+(/directory-check/\S+)$", re.MULTILINE)


@pytest.fixture(scope="module")
def links(site: Site) -> Iterator[str]:
    """The links of the letters that the worker's job sends, each to be used once."""
    environment = {
        **os.environ,
        "DATA_DIR": str(site.data_dir),
        "DJANGO_SETTINGS_MODULE": "portal.settings.demo",
    }
    command = [sys.executable, "manage.py", "shell", "-c", ASK]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, timeout=120)
    found = [link for letter in letters(site.data_dir / "mail") for link in LINK.findall(letter)]
    assert found
    return iter(found)


def letters(folder: Path) -> list[str]:
    texts = [path.read_bytes() for path in sorted(folder.glob("*.log"))]
    messages = [email.message_from_bytes(text, policy=policy.default) for text in texts]
    return [part.get_content() for message in messages for part in message.walk()
            if part.get_content_type() == "text/plain"]  # fmt: skip


def test_a_provider_confirms_an_entry_with_one_press_and_only_once(
    phone: Page, links: Iterator[str]
) -> None:
    link = next(links)
    for _ in range(2):  # a program that fetches links, then the person: nothing happens yet
        phone.goto(link)
        expect(phone.get_by_role("heading", name="Is this entry still right?")).to_be_visible()
    the_accessibility_baseline_is_met(phone)
    phone.get_by_role("button", name="Nothing has changed").click()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Thank you")
    the_accessibility_baseline_is_met(phone)
    phone.get_by_role("link", name="See the entry").click()
    expect(phone.locator("main")).to_contain_text("The provider says that nothing has changed")
    phone.goto(link)
    expect(phone.get_by_role("heading", level=1)).to_have_text("This link has been used")
    the_accessibility_baseline_is_met(phone)
    phone.get_by_role("button", name="Send a fresh link").click()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("A fresh link is on its way")


def test_it_works_without_javascript_and_leads_to_a_change_too(
    page_without_javascript: Page, links: Iterator[str]
) -> None:
    page = page_without_javascript
    page.goto(next(links))
    expect(page.get_by_role("link", name="Change this")).to_be_visible()
    page.get_by_role("button", name="Nothing has changed").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Thank you")


@pytest.mark.parametrize("width", [320, 1280])
def test_a_visitor_reports_a_problem_and_staff_settle_it(
    phone: Page, signed_in: Callable[..., Page], width: int
) -> None:
    words = f"They moved to the library, says somebody at {width}."
    phone.goto("/services/?q=hospice")
    phone.locator("main .fd-results h3 a").first.click()
    phone.get_by_role("link", name="Report a problem").click()
    phone.get_by_role("button", name="Send").click()
    expect(phone.get_by_role("alert")).to_contain_text("Choose what is wrong")
    the_accessibility_baseline_is_met(phone)
    phone.get_by_role("radio", name="Something else").check()
    phone.get_by_label("What should it say?").fill(words)
    phone.get_by_role("button", name="Send").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Thank you for telling us")
    the_accessibility_baseline_is_met(phone)
    staff = signed_in("directory", width=width)
    problems = settle_the_newest(staff, words)
    assert problems == []


def settle_the_newest(staff: Page, words: str) -> list[str]:
    """Settle the report due last, which is the newest; return what axe finds on the way."""
    staff.goto("/staff/directory/problems/")
    staff.locator("main table a").last.click()
    expect(staff.locator("blockquote")).to_contain_text(words)
    problems = problems_of(staff)
    staff.get_by_role("button", name="Settle").click()
    problems += problems_of(staff)
    staff.get_by_role("radio", name="The entry was put right").check()
    staff.get_by_label("Answer to the person who told us").fill("Thank you. It is changed.")
    staff.get_by_role("button", name="Settle").click()
    expect(staff.locator("main")).to_contain_text("Thank you. It is changed.")
    return problems + problems_of(staff)


@pytest.mark.parametrize("width", [320, 1280])
def test_staff_write_down_a_check_from_the_work_list(
    signed_in: Callable[..., Page], width: int
) -> None:
    staff = signed_in("directory", width=width)
    staff.goto("/staff/directory/to-check/?view=hidden")
    entry = staff.locator("main table a").first
    name = entry.inner_text()
    entry.click()
    problems = problems_of(staff)
    staff.get_by_role("checkbox", name="Phone").check()
    staff.get_by_role("button", name="Write down the check").click()
    expect(staff.locator(".fd-note")).to_contain_text(f"{name} shows today’s check")
    assert problems + problems_of(staff) == []


def test_a_hidden_entry_says_why_and_where_to_go(
    phone: Page, signed_in: Callable[..., Page]
) -> None:
    staff = signed_in("directory")
    staff.goto("/staff/directory/to-check/?view=soon")
    staff.locator("main table a").first.click()
    address = staff.url.rstrip("/").rsplit("/", 1)[1]
    staff.get_by_role("button", name="Hide now").click()
    answer = phone.goto(f"/services/{address}/")
    assert answer is not None
    assert answer.status == 404
    expect(phone.get_by_role("heading", level=1)).to_contain_text("we have hidden this entry")
    expect(phone.get_by_role("link", name="Find other services like it")).to_be_visible()
    the_accessibility_baseline_is_met(phone)
