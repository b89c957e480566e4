"""A partner proposes a change, staff accept it, the public reads it. With and without scripts."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.system.accessibility import the_accessibility_baseline_is_met
from tests.system.conftest import WIDTHS

ENTRY = "Memory-making"
NEW_SUMMARY = "Make a box, a book or a recording, with somebody who knows how."


@pytest.mark.parametrize("scripts", [True, False], ids=["with-scripts", "without-scripts"])
def test_a_partners_change_reaches_the_public_by_two_people(
    signed_in: Callable[..., Page], page: Page, scripts: bool
) -> None:
    summary = NEW_SUMMARY if scripts else f"{NEW_SUMMARY} Free."
    partner = signed_in("partner", java_script_enabled=scripts)
    when_a_new_summary_and_phone_are_proposed(partner, summary)
    address = public_address(partner)
    page.goto(address)
    expect(page.locator("main")).not_to_contain_text(summary)

    staff = signed_in("directory", java_script_enabled=scripts)
    staff.goto("/staff/directory/proposals/")
    staff.get_by_role("link", name=ENTRY).click()
    expect(staff.locator("ins").first).to_be_visible()
    staff.get_by_role("button", name="Accept what is ticked").click()
    expect(staff.get_by_text(f"Accepted: {ENTRY}")).to_be_visible()

    page.goto(address)
    expect(page.locator("main")).to_contain_text(summary)
    page.goto("/services/?need=children-bereavement&died=parent")
    expect(page.get_by_role("link", name=ENTRY, exact=True)).to_be_visible()
    partner.goto("/staff/my-services/")
    expect(partner.get_by_role("row", name=ENTRY)).to_contain_text("Nothing")


def when_a_new_summary_and_phone_are_proposed(partner: Page, summary: str) -> None:
    partner.goto("/staff/my-services/")
    partner.get_by_role("link", name=ENTRY).click()
    partner.get_by_role("link", name="Change something").click()
    partner.locator("[name=summary]").fill(summary)
    partner.locator("summary", has_text="Who died").click()
    partner.get_by_role("checkbox", name="Parent", exact=True).check()
    partner.get_by_role("button", name="Add a phone number").click()
    expect(partner.locator("[name=summary]")).to_have_value(summary)
    number = partner.locator("[name^=phones-][name$=-number]").last
    number.fill("01632 960 299")
    number.press("Enter")
    expect(partner.get_by_role("heading", level=1)).to_have_text("Check before you send")
    partner.get_by_role("button", name="Send").click()
    expect(partner.get_by_role("row", name=ENTRY)).to_contain_text("Change waiting")


def public_address(partner: Page) -> str:
    key = partner.get_by_role("link", name=ENTRY).get_attribute("href") or ""
    return f"/services/{key.strip('/').split('/')[-1]}/"


@pytest.mark.parametrize("width", WIDTHS)
def test_the_form_with_its_errors_and_the_check_page_meet_the_baseline(
    signed_in: Callable[..., Page], width: int
) -> None:
    page = signed_in("partner", width=width)
    page.goto("/staff/my-services/")
    page.get_by_role("link", name="Walk and Talk").click()
    the_accessibility_baseline_is_met(page)
    page.get_by_role("link", name="Put it right").click()
    the_accessibility_baseline_is_met(page)
    page.locator("[name=name]").fill("")
    page.locator("[name=schedules-0-opens_at]").fill("early")
    page.get_by_role("button", name="Continue").last.click()
    expect(page.get_by_role("alert")).to_contain_text("Enter a time")
    the_accessibility_baseline_is_met(page)
    page.locator("[name=name]").fill("Walk and Talk together")
    page.locator("[name=schedules-0-opens_at]").fill("10:15")
    page.get_by_role("button", name="Continue").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Check before you send")
    the_accessibility_baseline_is_met(page)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_comparison_and_its_error_meet_the_baseline(
    signed_in: Callable[..., Page], width: int, scheme: str
) -> None:
    page = signed_in("directory", width=width, color_scheme=scheme)
    page.goto("/staff/directory/proposals/")
    page.get_by_role("link", name="Tuesday evening group").click()
    the_accessibility_baseline_is_met(page)
    page.get_by_role("button", name="Return it").click()
    expect(page.get_by_role("alert")).to_contain_text("put it right")
    the_accessibility_baseline_is_met(page)
    page.goto("/staff/directory/proposals/?view=decided")
    page.get_by_role("link", name="Breathlessness clinic").click()
    the_accessibility_baseline_is_met(page)
