"""An editor changes a page; a reviewer approves it; the public reads it and finds it."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

ADDRESS = "/living-with-illness/breathlessness/"
NEW_SUMMARY = "What can help when breathing is hard, by day and by night."


def test_a_change_reaches_the_public_by_two_people(
    signed_in: Callable[..., Page], page: Page
) -> None:
    editor = signed_in("editor")
    when_the_page_is_opened_for_editing(editor)
    editor.locator("[name=summary]").fill(NEW_SUMMARY)
    when_it_is_submitted(editor)
    then_the_public_still_reads_the_old_words(page)

    reviewer = signed_in("reviewer")
    when_the_page_is_opened_for_editing(reviewer)
    reviewer.get_by_role("button", name="More actions").click()
    reviewer.get_by_role("button", name="Approve and Publish", exact=True).click()
    reviewer.wait_for_load_state()
    page.goto(ADDRESS)
    expect(page.locator("main")).to_contain_text(NEW_SUMMARY)


def when_the_page_is_opened_for_editing(page: Page) -> None:
    page.goto("/admin/pages/search/?q=Breathlessness")
    page.get_by_role("link", name="Breathlessness").first.click()
    page.wait_for_load_state()


def when_it_is_submitted(page: Page) -> None:
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Submit to").click()
    page.wait_for_load_state()


def then_the_public_still_reads_the_old_words(page: Page) -> None:
    page.goto(ADDRESS)
    expect(page.locator("main")).not_to_contain_text(NEW_SUMMARY)
