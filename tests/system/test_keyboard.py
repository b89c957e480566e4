"""Everything by keyboard: the skip link first, focus always seen, forms without a mouse."""

import pytest
from playwright.sync_api import Page, expect

FOCUS_IS_SEEN = """() => {
  const element = document.activeElement;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const label = element.closest('label, .nhsuk-radios__item, .nhsuk-checkboxes__item');
  const shown = box.width > 0 && box.height > 0;
  const marked = style.outlineStyle !== 'none' || style.boxShadow !== 'none' || label !== null;
  return {shown, marked, what: element.outerHTML.slice(0, 120)};
}"""


@pytest.mark.parametrize("address", ["/", "/services/?q=hospice", "/search/?q=grief", "/refer/"])
def test_the_skip_link_comes_first_and_leads_to_the_content(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to main content")
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


@pytest.mark.parametrize("address", ["/", "/services/?q=hospice", "/search/?q=grief", "/learning/"])
def test_focus_can_always_be_seen(page: Page, address: str) -> None:
    page.goto(address)
    for _ in range(40):
        page.keyboard.press("Tab")
        state = page.evaluate(FOCUS_IS_SEEN)
        if state["what"].startswith("<body"):
            break  # round the end of the page
        assert state["shown"], state["what"]
        assert state["marked"], state["what"]


def test_a_question_is_answered_by_keyboard_alone(page: Page) -> None:
    page.goto("/refer/bereavement-support/begin/")
    page.locator("main input[type=radio]").first.focus()
    for _ in range(4):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    expect(page.locator("main h1, main legend h1").first).to_be_visible()


def test_there_is_no_keyboard_trap_on_the_home_page(page: Page) -> None:
    page.goto("/")
    seen = []
    for _ in range(90):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.tagName"))
        if seen[-1] == "BODY":
            break
    assert "BODY" in seen
