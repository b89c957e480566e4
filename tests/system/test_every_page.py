"""Every public page and the frame of every room: axe, reflow, foreign hosts, cookies, weight."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext

from tests.system.accessibility import problems_of
from tests.system.conftest import WIDTHS
from tests.system.site import Site

SCREENS = [
    "/services/",
    "/services/?q=bereavement&near=WY3+1AB",
    "/services/?near=nowhere",
    "/services/?q=zzzzzz",
    "/services/?sort=soonest&need=bereavement",
    "/services/shortlist/",
    "/services/shortlist/?list=not-a-list",
    "/services/pack/?size=large",
    "/services/embed/?need=bereavement&near=WY3+1AB",
    "/services/on-your-site/?need=respite&near=WY3",
    "/open-data/",
    "/directory-check/sent/",
    "/directory-check/nonsense/",
    "/search/",
    "/search/?q=grief",
    "/search/?q=breavement",
    "/search/?q=zzzzqqqq",
    "/search/?q=i+want+to+kill+myself",
    "/refer/",
    "/refer/specialist-palliative-care/",
    "/refer/palliative-care-support/",
    "/refer/bereavement-support/",
    "/refer/carers-support/",
    "/refer/wellbeing-day-services/",
    "/refer/left/",
    "/refer/return/no-such-link/",
    "/refer/form/no-such-link/",
    "/learning/",
    "/learning/?q=zzzzqqqq",
    "/accounts/login/",
    "/no-such-page/",
]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", SCREENS)
def test_each_screen_meets_the_baseline(
    new_context: Callable[..., BrowserContext], address: str, scheme: str, width: int
) -> None:
    page = new_context(width=width, color_scheme=scheme).new_page()
    page.goto(address)
    assert problems_of(page) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_in_the_sitemap_meets_the_baseline(
    new_context: Callable[..., BrowserContext], site: Site, width: int
) -> None:
    page = new_context(width=width).new_page()
    problems: list[str] = []
    addresses = site.public_addresses()
    pages = [address for address in addresses if not address.startswith("/services/")]
    entries = [address for address in addresses if address.startswith("/services/")][::8]
    for address in pages + entries:
        page.goto(address)
        problems += problems_of(page)
    assert len(pages) >= 30
    assert problems == []


def test_no_page_asks_another_host_or_sets_a_cookie(
    new_context: Callable[..., BrowserContext], site: Site
) -> None:
    context = new_context()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    readable = [a for a in SCREENS if not a.startswith("/accounts")]
    for address in [*site.public_addresses()[:60:3], *readable]:
        page.goto(address)
    assert {url for url in asked if not url.startswith((site.url, "data:"))} == set()
    assert context.cookies() == []


def test_nothing_is_refused_by_the_content_security_policy(
    new_context: Callable[..., BrowserContext], site: Site
) -> None:
    page = new_context().new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for address in ["/", *SCREENS]:
        page.goto(address)
    assert [line for line in said if "404" not in line] == []


@pytest.mark.parametrize(
    ("address", "budget"),
    [("/", 120_000), ("/urgent-help/", 60_000), ("/services/", 100_000), ("/learning/", 100_000)],
)
def test_a_page_stays_within_its_budget_over_the_wire(
    new_context: Callable[..., BrowserContext], address: str, budget: int
) -> None:
    page = new_context().new_page()
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    sizes: list[float] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(address, wait_until="networkidle")
    assert 0 < sum(sizes) <= budget
