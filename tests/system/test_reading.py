"""A carer reads, on a phone."""

from playwright.sync_api import Page, expect

from tests.system.accessibility import the_accessibility_baseline_is_met


def test_a_carer_finds_what_to_do_when_someone_dies(phone: Page) -> None:
    given_i_am_on_the_home_page(phone)
    phone.get_by_role("link", name="Someone has died").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("What to do when someone dies")
    then_the_number_to_ring_can_be_tapped(phone)
    the_accessibility_baseline_is_met(phone)


def test_help_is_one_tap_from_home(phone: Page) -> None:
    given_i_am_on_the_home_page(phone)
    phone.get_by_role("link", name="I need help now").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("I need help now")
    expect(phone.locator("main a[href='tel:999']").first).to_be_visible()


def test_the_menu_of_a_phone_opens_without_a_script(page_without_javascript: Page) -> None:
    page = page_without_javascript
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("/")
    page.get_by_text("Menu", exact=True).click()
    expect(page.get_by_role("navigation", name="Main").get_by_text("Find services")).to_be_visible()


def test_a_long_page_lists_what_is_on_it(page: Page) -> None:
    page.goto("/first-days-after/what-to-do-when-someone-dies/")
    page.get_by_role("link", name="In a care home").click()
    assert page.url.endswith("#in-a-care-home")


def test_a_printed_page_leaves_the_menus_and_keeps_the_number(page: Page) -> None:
    page.goto("/first-days-after/what-to-do-when-someone-dies/")
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Main")).to_be_hidden()
    expect(page.get_by_text("01632 960 100").first).to_be_visible()
    expect(page.get_by_text("Printed on")).to_be_visible()


def test_a_reader_says_that_a_page_was_not_useful(page: Page) -> None:
    page.goto("/living-with-illness/getting-medicines/")
    page.get_by_role("link", name="this page was not useful").click()
    the_accessibility_baseline_is_met(page)
    page.locator("textarea").first.fill("I could not find the Sunday hours.")
    page.locator("main form button").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Thank you")


def given_i_am_on_the_home_page(page: Page) -> None:
    page.goto("/")


def then_the_number_to_ring_can_be_tapped(page: Page) -> None:
    number = page.locator("a.phone[href^='tel:']").first
    expect(number).to_be_visible()
    assert number.bounding_box()["height"] >= 20
