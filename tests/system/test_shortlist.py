"""A list kept without an account, printed and sent; a professional does it for a family."""

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import segno
from playwright.sync_api import BrowserContext, Page, expect

from tests.system.accessibility import the_accessibility_baseline_is_met
from tests.system.site import Site

SIZES = """() => [...document.querySelectorAll('main p, main li, main dt, main dd, main h2')]
  .filter(e => e.checkVisibility())
  .map(e => parseFloat(getComputedStyle(e).fontSize) * 0.75)"""
WHOLE = """() => [...document.querySelectorAll('.fd-pack__service')]
  .every(e => getComputedStyle(e).breakInside === 'avoid')"""


def given_three_services_on_the_list(page: Page) -> list[str]:
    page.goto("/services/?q=bereavement&near=WY3+1AB")
    for kept_by_now in ("1 service on", "2 services on", "3 services on"):
        page.get_by_role("link", name="Add to my list").first.click()
        expect(page.locator("main")).to_contain_text(kept_by_now)
    kept = page.locator(".fd-row", has_text="On your list").locator("h3 a").all_inner_texts()
    page.get_by_role("link", name="See my list", exact=True).click()
    return kept


def test_three_services_are_kept_and_ordered_without_scripts_or_cookies(
    page_without_javascript: Page,
) -> None:
    page = page_without_javascript
    kept = given_three_services_on_the_list(page)
    rows = page.locator("main .fd-results h3 a")
    assert rows.all_inner_texts() == kept
    page.get_by_role("link", name=f"Move up {kept[2]}").click()
    assert rows.all_inner_texts() == [kept[0], kept[2], kept[1]]
    page.get_by_role("link", name=f"Remove {kept[0]}").click()
    assert rows.all_inner_texts() == [kept[2], kept[1]]
    assert page.context.cookies() == []


def test_going_on_searching_keeps_the_list(page: Page) -> None:
    given_three_services_on_the_list(page)
    page.get_by_role("link", name="Find more services").click()
    page.get_by_label("What do you need?").fill("night nurse")
    page.get_by_role("button", name="Find", exact=True).click()
    expect(page.locator("main")).to_contain_text("3 services on your list")
    page.locator(".fd-results h3 a").first.click()
    expect(page.locator("main")).to_contain_text("3 services on your list")
    page.get_by_role("link", name="Add to my list").click()
    expect(page.locator("main")).to_contain_text("4 services on your list")
    page.get_by_role("navigation", name="Breadcrumb").get_by_role("link").last.click()
    expect(page.locator("main")).to_contain_text("4 services on your list")


def test_the_list_fits_a_phone_and_a_keyboard(phone: Page) -> None:
    kept = given_three_services_on_the_list(phone)
    the_accessibility_baseline_is_met(phone)
    phone.get_by_role("link", name=f"Move up {kept[1]}").focus()
    phone.keyboard.press("Enter")
    expect(phone.locator("main .fd-results h3 a").first).to_have_text(kept[1])


def test_the_code_says_the_link_and_the_link_opens_the_list_elsewhere(
    page: Page, new_context: Callable[..., BrowserContext]
) -> None:
    kept = given_three_services_on_the_list(page)
    link = page.locator(".fd-link-to-keep").inner_text()
    assert set(parse_qs(urlsplit(link).query)) == {"list"}
    expected = segno.make(link, error="l", micro=False).svg_inline(border=4, light="#fff")
    drawn = [path.get("d") for path in ET.fromstring(expected) if path.tag.endswith("path")]
    shown = page.locator("svg.fd-qr path").evaluate_all("all => all.map(e => e.getAttribute('d'))")
    assert shown == drawn
    other = new_context().new_page()
    other.goto(link)
    assert other.locator("main .fd-results h3 a").all_inner_texts() == kept


def test_the_letter_names_the_services_and_nobody_to_send_it_to(page: Page) -> None:
    kept = given_three_services_on_the_list(page)
    address = page.get_by_role("link", name="Send it by e-mail").get_attribute("href") or ""
    letter = parse_qs(urlsplit(address).query)
    assert urlsplit(address).path == ""
    assert set(letter) == {"subject", "body"}
    assert all(name in letter["body"][0] for name in kept)
    assert page.locator(".fd-link-to-keep").inner_text() in letter["body"][0]


def test_the_pack_prints_without_the_frame_and_in_whole_blocks(page: Page) -> None:
    kept = given_three_services_on_the_list(page)
    page.get_by_role("link", name="Print it", exact=True).click()
    the_accessibility_baseline_is_met(page)
    page.emulate_media(media="print")
    for frame in (".fd-header", ".fd-doors", ".fd-call", ".fd-breadcrumb"):
        expect(page.locator(frame).first).to_be_hidden()
    assert page.locator(".fd-pack__service h2").all_inner_texts() == kept
    assert page.evaluate(WHOLE)
    assert len(page.pdf(format="A4")) > 10_000


def test_large_print_is_18_point_or_more_on_paper(page: Page) -> None:
    given_three_services_on_the_list(page)
    page.get_by_role("link", name="Print it in large print").click()
    the_accessibility_baseline_is_met(page)
    page.emulate_media(media="print")
    sizes = page.evaluate(SIZES)
    assert len(sizes) > 20
    assert min(sizes) >= 18


def test_a_professional_hands_a_family_a_pack_with_a_note(signed_in: Callable[..., Page]) -> None:
    page = signed_in("directory")
    page.goto("/staff/directory/?q=bereavement")
    page.get_by_role("link", name="Add to my list").first.click()
    page.get_by_role("link", name="See my list", exact=True).click()
    the_accessibility_baseline_is_met(page)
    page.get_by_label("Heading on the front").fill("For the Hale family")
    page.get_by_label("A short note for the family").fill("Ring the first number on Monday.")
    page.get_by_role("button", name="Show the pack to print").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("For the Hale family")
    expect(page.locator("main")).to_contain_text("Ring the first number on Monday.")
    assert "Hale" not in page.url
    assert "Hale" not in page.locator(".fd-address").last.inner_text()
    the_accessibility_baseline_is_met(page)


@contextmanager
def site_of_a_partner(html: str) -> Iterator[str]:
    """Serve one page from another origin; a made-up one may not frame this machine."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, *args: object) -> None:
            """Stay quiet."""

    server = HTTPServer(("127.0.0.1", 0), Answer)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_services_show_in_a_frame_of_another_site_and_open_outside_it(
    new_context: Callable[..., BrowserContext], site: Site
) -> None:
    page = new_context().new_page()
    frame = f'<iframe title="x" src="{site.url}/services/embed/?need=bereavement"></iframe>'
    with site_of_a_partner(frame) as partner:
        page.goto(partner)
        rows = page.frame_locator("iframe").locator(".fd-row h2 a")
        expect(rows.first).to_be_visible()
        rows.first.click()
        page.wait_for_url(f"{site.url}/services/*/")
    assert page.context.cookies() == []


def test_soonest_first_begins_with_what_is_there_at_any_hour_and_says_how_it_counts(
    page: Page,
) -> None:
    page.goto("/services/?need=advice-line&sort=soonest")
    expect(page.locator("main")).to_contain_text("Soonest first: by the waiting time stated")
    expect(page.locator(".fd-results .fd-row").first).to_contain_text("Open now")


def test_words_that_nobody_knows_end_in_helplines_and_ways_on_not_in_everything(page: Page) -> None:
    page.goto("/services/?q=zzzzqqqq&near=nowhere")
    main = page.locator("main")
    expect(main).to_contain_text("No services for “zzzzqqqq”")
    expect(main).to_contain_text("We do not know the place “nowhere”")
    expect(page.locator(".fd-chips")).not_to_contain_text("nowhere")
    expect(main).to_contain_text("Samaritans")
    page.get_by_role("heading", name="Look by what you need").wait_for()
    assert main.locator(".fd-results .fd-row").count() <= 4
