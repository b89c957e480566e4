"""Anyone finds a service near them."""

from playwright.sync_api import Page, expect

from tests.system.accessibility import the_accessibility_baseline_is_met

WANTED = "Children's bereavement group, Hollin Bridge"


def test_a_parent_finds_a_group_for_children_near_a_postcode(phone: Page) -> None:
    phone.goto("/")
    phone.get_by_label("What do you need?").fill("bereavement group for children")
    phone.get_by_label("Postcode or town").fill("WY3 1AB")
    phone.get_by_role("button", name="Find support").click()
    first = phone.locator(".fd-results h3 a, .fd-results h2 a").first
    expect(first).to_have_text(WANTED)
    first.click()
    expect(phone.get_by_role("heading", level=1)).to_have_text(WANTED)
    then_the_entry_says_how_to_get_it_what_it_costs_and_when_it_was_checked(phone)
    the_accessibility_baseline_is_met(phone)


def test_the_one_search_box_understands_a_postcode(page: Page) -> None:
    page.goto("/")
    page.get_by_role("searchbox").first.fill("bereavement group for children near WY3 1AB")
    page.get_by_role("searchbox").first.press("Enter")
    expect(page.locator("main").get_by_role("link", name=WANTED)).to_be_visible()


def test_a_filter_narrows_the_list_and_its_chip_takes_it_away(page: Page) -> None:
    page.goto("/services/?q=bereavement")
    before = number_of_services(page)
    page.get_by_role("checkbox", name="At home").check()
    page.get_by_role("button", name="Apply").click()
    assert 0 < number_of_services(page) < before
    page.get_by_role("link", name="At home").click()
    assert number_of_services(page) == before


def test_nothing_found_never_ends_the_page(page: Page) -> None:
    page.goto("/services/?q=zzzzqqqq&near=WY3+1AB")
    expect(page.locator("main")).to_contain_text("Samaritans")
    the_accessibility_baseline_is_met(page)


def test_a_place_that_is_not_known_is_said_and_the_words_stay(page: Page) -> None:
    page.goto("/services/?q=hospice&near=Atlantis")
    expect(page.locator("main")).to_contain_text("Atlantis")
    expect(page.locator("main input[name=q]")).to_have_value("hospice")
    expect(page.locator("main input[name=near]")).to_have_value("Atlantis")


def test_the_finder_works_without_javascript(page_without_javascript: Page) -> None:
    page = page_without_javascript
    page.goto("/services/?q=bereavement&near=WY3+1AB")
    before = number_of_services(page)
    page.get_by_role("checkbox", name="Online").check()
    page.get_by_role("button", name="Apply").click()
    assert 0 < number_of_services(page) < before


def number_of_services(page: Page) -> int:
    heading = page.locator("main h2").first.inner_text()
    return int(heading.split()[0])


def then_the_entry_says_how_to_get_it_what_it_costs_and_when_it_was_checked(page: Page) -> None:
    for words in ("How to get it", "Cost", "Checked"):
        expect(page.locator("main")).to_contain_text(words, ignore_case=True)
