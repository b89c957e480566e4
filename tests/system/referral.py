"""Fill in a referral as a person would: read the page, answer it, press Continue."""

from collections.abc import Callable

from playwright.sync_api import Page

MOST_PAGES = 60
TEXTS = {
    "diagnosed_on": "June 2020",
    "assessed_on": "6 2025",
    "litres": "2",
    "tel": "07700 900 123",
    "email": "sam.fictional@wyvernvale.example",
    "postcode": "WY3 1AB",
    "day": "4",
    "month": "7",
    "year": "1951",
    "_0": "4",
    "_1": "7",
    "_2": "1951",
    "nhs": "999 000 0018",
    "words": "Sam Fictional",
}


def begin(page: Page, pathway: str) -> None:
    """Pass the start page and the emergency gate of a pathway."""
    page.goto(f"/refer/{pathway}/")
    page.get_by_role("link", name="Start").click()
    calm = page.get_by_role("radio").last
    calm.check()
    go_on(page)


def go_on(page: Page) -> None:
    """Press Continue and wait for the page that comes."""
    with page.expect_navigation():
        page.get_by_role("button", name="Continue").click()


def all_is_answered(page: Page) -> bool:
    return page.get_by_role("heading", level=1, name="Check your answers").count() > 0


def answer_everything(
    page: Page, on_each_page: Callable[[Page], None] | None = None, pick: str = "first"
) -> int:
    """Answer page after page until the answers can be checked; return how many there were.

    pick: the "first" or the "last" option of each question, which lead through different pages.
    """
    for number in range(MOST_PAGES):
        if on_each_page and not all_is_answered(page):
            on_each_page(page)
        if all_is_answered(page):  # a page of which nothing must be answered may be the last
            return number
        before = page.url
        if page.get_by_role("link", name="Go on with the form").count():
            with page.expect_navigation():
                page.get_by_role("link", name="Go on with the form").click()
            continue
        answer_this_page(page, pick)
        go_on(page)
        assert page.locator(".nhsuk-error-summary, .fd-error-summary").count() == 0, (
            f"{before} did not accept: {page.locator('main').inner_text()[:600]}"
        )
    raise AssertionError("the form did not come to an end")


def answer_this_page(page: Page, pick: str = "first") -> None:
    """Choose an option of each set and fill each box with something that fits."""
    for name in _names(page, "main input[type=radio]"):
        options = page.locator(f"main input[type=radio][name='{name}']")
        if not options.evaluate_all("boxes => boxes.some(box => box.checked)"):
            getattr(options, pick).check()
    for name in _names(page, "main input[type=checkbox]"):
        getattr(page.locator(f"main input[type=checkbox][name='{name}']"), pick).check()
    for name in _names(page, "main select"):
        page.locator(f"main select[name='{name}']").select_option(index=1)
    boxes = page.locator("main input:not([type=radio]):not([type=checkbox]):not([type=hidden])")
    for box in [*boxes.all(), *page.locator("main textarea").all()]:
        if not box.input_value():
            box.fill(_text_for(box.get_attribute("name") or "", box.get_attribute("type") or ""))


def answer_by_keyboard(page: Page) -> None:
    """Go through the whole form with Tab, Space, arrows, letters and Enter, and nothing else."""
    for _ in range(MOST_PAGES):
        heading = page.get_by_role("heading", level=1)
        if heading.inner_text() == "Check your answers":
            return
        before = page.url
        _press_through(page)
        assert page.url != before, f"{before} did not accept: {page.locator('main').inner_text()}"
    raise AssertionError("the form did not come to an end")


def to_the_button(page: Page, name: str) -> None:
    """Tab to the button or link of that name, and press it."""
    for _ in range(400):
        page.keyboard.press("Tab")
        if str(page.evaluate("document.activeElement.innerText")).strip().startswith(name):
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
    raise AssertionError(f"{name} cannot be reached by keyboard")


def _press_through(page: Page) -> None:
    """Answer one page: each field as Tab comes to it, then Continue."""
    page.locator("main").focus()
    answered: set[str] = set()
    for _ in range(120):
        page.keyboard.press("Tab")
        tag, kind, name, words = page.evaluate(
            "(e => [e.tagName, e.type || '', e.name || '', (e.innerText || '').trim()])"
            "(document.activeElement)"
        )
        if words in ("Continue", "Go on with the form"):
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
        if name in answered:
            continue
        answered.add(name)
        if kind == "radio":
            # The last is the calm one at the gate; Space chooses the one that has the focus.
            page.keyboard.press("ArrowUp" if name == "now" else "Space")
        elif kind == "checkbox":
            page.keyboard.press("Space")
        elif tag == "SELECT":
            page.keyboard.press("ArrowDown")
        elif tag in ("INPUT", "TEXTAREA"):
            page.keyboard.type(_text_for(name, kind))
    raise AssertionError(f"{page.url} has no way on by keyboard")


def send(page: Page) -> str:
    """Press Send on the check page and return the reference that is shown."""
    page.get_by_role("button", name="Send").click()
    page.wait_for_url("**/sent/")
    return page.locator(".fd-panel__reference strong").inner_text().strip()


def _names(page: Page, selector: str) -> list[str]:
    return list(
        dict.fromkeys(page.locator(selector).evaluate_all("boxes => boxes.map(box => box.name)"))
    )


def _text_for(name: str, kind: str) -> str:
    for sign, text in TEXTS.items():
        if sign in (kind, name) or (sign in name.lower() or name.endswith(sign)):
            return text
    return TEXTS["words"]
