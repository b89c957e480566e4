"""The screens of staff meet the same baseline as the public's."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.system.accessibility import problems_of
from tests.system.conftest import WIDTHS

STAFF_SCREENS = {
    "triage": [
        "/staff/",
        "/staff/referrals/",
        "/staff/referrals/?view=decided",
        "/staff/referrals/?view=mine",
        "/staff/referrals/?reference=NONE-SUCH",
        "/staff/referrals/deliveries/",
        "/staff/referrals/deliveries/?view=delivered",
        "/staff/directory/",
        "/accounts/2fa/",
        "/accounts/password/change/",
        "/accounts/logout/",
    ],
    "directory": [
        "/staff/",
        "/staff/directory/proposals/",
        "/staff/directory/?q=hospice",
        "/staff/directory/pack/",
        "/staff/directory/to-check/",
        "/staff/directory/to-check/?view=mail",
        "/staff/directory/problems/",
        "/staff/directory/problems/?view=settled",
        "/staff/directory/figures/",
        "/staff/directory/imports/",
        "/staff/directory/imports/feeds/add/",
        "/staff/directory/imports/pairs/",
        "/staff/directory/imports/pairs/?view=decided",
        "/staff/design/",
    ],
    "partner": ["/staff/", "/staff/my-services/", "/staff/my-services/new/"],
    "admin": ["/staff/", "/staff/referrals/audit/"],
}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("user", list(STAFF_SCREENS))
def test_each_staff_screen_meets_the_baseline(
    signed_in: Callable[..., Page], user: str, width: int
) -> None:
    page = signed_in(user, width=width)
    problems: list[str] = []
    for address in STAFF_SCREENS[user]:
        answer = page.goto(address)
        assert answer is not None
        assert answer.status in (200, 404), address
        problems += problems_of(page)
    assert problems == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_referral_and_an_entry_for_staff_meet_it_too(
    signed_in: Callable[..., Page], scheme: str
) -> None:
    page = signed_in("triage", color_scheme=scheme)
    page.goto("/staff/referrals/")
    page.locator("main table a").first.click()
    problems = problems_of(page)
    page.goto("/staff/directory/?q=hospice")
    page.locator("main .fd-results a").first.click()
    problems += problems_of(page)
    assert problems == []


def test_an_import_from_feed_to_confirmation_meets_it_too(signed_in: Callable[..., Page]) -> None:
    page = signed_in("directory", width=320)
    page.goto("/staff/directory/imports/")
    page.locator("main table a").first.click()
    problems = problems_of(page)
    page.locator("main table a").first.click()
    problems += problems_of(page)
    page.get_by_role("link", name="Apply this import").click()
    problems += problems_of(page)
    page.goto("/staff/directory/imports/pairs/")
    page.locator("main table a").first.click()
    problems += problems_of(page)
    assert problems == []
