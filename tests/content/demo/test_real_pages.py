"""The pages of Wyvern Vale themselves: they load, they read easily, and every link leads on."""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from content.demo import FOLDER
from content.demo.reader import read_pages
from content.demo.tree import grow_tree
from content.models import BasePage, HomePage, ProfessionalHubPage, ProfessionalPage
from content.page_types import page_types
from content.review.readability import lix, text_blocks
from portal.contacts import demo as contacts

PROFESSIONAL = (ProfessionalPage, ProfessionalHubPage)
LEAST_PAGES = 30


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """Load all files once for this module, and undo it after the last test."""
    from django.db import transaction

    with django_db_blocker.unblock():
        atomic = transaction.atomic()
        atomic.__enter__()
        contacts.load(lambda _: None)
        grow_tree(read_pages(FOLDER))
        yield
        transaction.set_rollback(True)
        atomic.__exit__(None, None, None)


@pytest.fixture
def pages(loaded: None, db: None) -> list[BasePage]:
    return [page for model in page_types() for page in model.objects.live()]


@pytest.fixture
def rendered(pages: list[BasePage], client: Client) -> dict[str, BeautifulSoup]:
    """Every page as readers get it, by address."""
    shown = {}
    for page in pages:
        response = client.get(page.url)
        assert response.status_code == 200, page.slug
        shown[page.url] = BeautifulSoup(response.content, "html.parser")
    return shown


def test_there_are_pages_for_every_stage(pages: list[BasePage]) -> None:
    assert len(pages) >= LEAST_PAGES
    stages = {stage for page in pages for stage in page.stages}
    assert len(stages) == 6


def test_every_page_says_for_whom_it_is_and_who_vouches_for_it(pages: list[BasePage]) -> None:
    for page in pages:
        assert page.audiences, page.slug
        assert page.owner_name, page.slug
        assert page.reviewed, page.slug
        assert page.next_review, page.slug
        if page.slug not in ABOUT_THE_SITE:
            assert page.topics.exists(), page.slug
            assert page.stages or isinstance(page, (*PROFESSIONAL, HomePage)), page.slug


# Pages about the site itself belong to no stage and no topic.
ABOUT_THE_SITE = {
    "about-this-site", "accessibility-statement", "contact-us", "formats-and-languages", "privacy",
}  # fmt: skip


def test_pages_for_the_public_read_easily(pages: list[BasePage]) -> None:
    scores = {page.slug: lix(text_blocks(page.body)) for page in pages}
    public = {page.slug for page in pages if not isinstance(page, PROFESSIONAL)}
    assert {slug: scores[slug] for slug in public if scores[slug] > 35} == {}
    assert {slug: score for slug, score in scores.items() if score > 45} == {}


def test_no_page_uses_words_that_hide_death(pages: list[BasePage]) -> None:
    hiding = re.compile(r"\b(passed away|pass away|passing away|loved ones?|journey)\b|!", re.I)
    for page in pages:
        words = "\n".join([page.title, page.summary, *text_blocks(page.body)])
        assert not hiding.search(words), f"{page.slug}: {hiding.search(words)}"


def test_every_page_can_be_saved_by_an_editor(pages: list[BasePage]) -> None:
    for page in pages:
        page.body.stream_block.clean(page.body)
        page.full_clean()


def test_every_link_within_the_site_leads_to_a_page(rendered: dict[str, BeautifulSoup]) -> None:
    rooms = ("/services/", "/refer/", "/learning/", "/search/", "/feedback/", "/static/")
    for address, shown in rendered.items():
        for link in shown.select("main a[href^='/']"):
            href = link["href"].split("#")[0]
            assert href in rendered or href.startswith(rooms), f"{address} links to {href}"


def test_every_anchor_leads_somewhere_and_no_id_is_used_twice(
    rendered: dict[str, BeautifulSoup],
) -> None:
    for address, shown in rendered.items():
        ids = [element["id"] for element in shown.select("[id]")]
        assert len(ids) == len(set(ids)), address
        for link in shown.select("a[href^='#']"):
            assert link["href"][1:] in ids, f"{address} {link['href']}"


def test_no_heading_level_is_left_out(rendered: dict[str, BeautifulSoup]) -> None:
    for address, shown in rendered.items():
        levels = [int(heading.name[1]) for heading in shown.main.find_all(re.compile("^h[1-6]$"))]
        steps = [after - before for before, after in pairwise(levels)]
        assert max(steps, default=0) <= 1, f"{address}: {levels}"


def test_every_page_is_light(pages: list[BasePage], client: Client) -> None:
    for page in pages:
        assert len(client.get(page.url).content) < 60_000, page.slug


def test_a_few_pages_are_overdue_and_say_so(pages: list[BasePage], client: Client) -> None:
    overdue = [page for page in pages if page.is_overdue()]
    assert overdue
    for page in overdue:
        assert b"not checked this page on time" in client.get(page.url).content
