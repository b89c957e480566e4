"""Fill in a referral as a person would: read the page, answer it, press Continue."""

from collections.abc import Callable

from playwright.sync_api import Page

MOST_PAGES = 40
TEXTS = {
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
    page.get_by_role("button", name="Continue").click()


def answer_everything(page: Page, on_each_page: Callable[[Page], None] | None = None) -> int:
    """Answer page after page until the answers can be checked; return how many there were."""
    for number in range(MOST_PAGES):
        if page.get_by_role("heading", level=1, name="Check your answers").count():
            return number
        if on_each_page:
            on_each_page(page)
        before = page.url
        if page.get_by_role("link", name="Go on with the form").count():
            page.get_by_role("link", name="Go on with the form").click()
            continue
        answer_this_page(page)
        page.get_by_role("button", name="Continue").click()
        assert page.locator(".nhsuk-error-summary, .fd-error-summary").count() == 0, (
            f"{before} did not accept: {page.locator('main').inner_text()[:600]}"
        )
    raise AssertionError("the form did not come to an end")


def answer_this_page(page: Page) -> None:
    """Choose the first of each set of options and fill each box with something that fits."""
    for name in _names(page, "main input[type=radio]"):
        options = page.locator(f"main input[type=radio][name='{name}']")
        if not options.evaluate_all("boxes => boxes.some(box => box.checked)"):
            options.first.check()
    for name in _names(page, "main input[type=checkbox]"):
        page.locator(f"main input[type=checkbox][name='{name}']").first.check()
    for name in _names(page, "main select"):
        page.locator(f"main select[name='{name}']").select_option(index=1)
    boxes = page.locator("main input:not([type=radio]):not([type=checkbox]):not([type=hidden])")
    for box in [*boxes.all(), *page.locator("main textarea").all()]:
        if not box.input_value():
            box.fill(_text_for(box.get_attribute("name") or "", box.get_attribute("type") or ""))


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
