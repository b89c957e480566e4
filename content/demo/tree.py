"""Files to a tree of pages under one site."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Page, Site

from content.demo.blocks import Known, body_of
from content.demo.errors import DemoFileError
from content.demo.home import DOORS
from content.demo.reader import PageFile
from content.demo.topics import topics
from content.models import (
    BasePage,
    HomePage,
    InformationPage,
    ProfessionalHubPage,
    ProfessionalPage,
    StagePage,
    UrgentHelpPage,
)

TYPES: dict[str, type[BasePage]] = {
    "home": HomePage,
    "stage": StagePage,
    "information": InformationPage,
    "urgent": UrgentHelpPage,
    "hub": ProfessionalHubPage,
    "professional": ProfessionalPage,
}
SITE_NAME = "Wyvern Vale"


@transaction.atomic
def grow_tree(files: list[PageFile]) -> int:
    """Make the pages that are missing and return how many. Raises DemoFileError.

    First all pages without their words, parents first, then the words: pages link to each other.
    """
    known = topics()
    home = _home(next(file for file in files if file.meta["type"] == "home"))
    pages = {page.slug: page for page in home.get_descendants(inclusive=True).specific()}
    new = [file for file in _parents_first(files, pages) if _make(file, pages)]
    if home.first_published_at is None:
        new.append(next(file for file in files if file.meta["type"] == "home"))
    _write(new, pages, known)
    return len(new)


def _home(file: PageFile) -> BasePage:
    """Return the home of the site; the page that Wagtail starts with makes room for it."""
    home = HomePage.objects.first()
    if home is None:
        Page.objects.filter(depth=2, content_type__model="page").delete()
        root = Page.get_first_root_node()
        home = root.add_child(instance=HomePage(slug=file.slug, live=False, **_fields(file)))
    Site.objects.get_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "root_page": home, "site_name": SITE_NAME},
    )
    return home


def _parents_first(files: list[PageFile], pages: dict[str, Any]) -> list[PageFile]:
    """Return the files so that each comes after its parent. Raises DemoFileError."""
    if lost := [f for f in files if "parent" not in f.meta and f.meta["type"] != "home"]:
        raise lost[0].error(1, "the front matter has no parent")
    waiting = sorted(
        (file for file in files if "parent" in file.meta),
        key=lambda file: (file.meta.get("order", 0), file.slug),
    )
    placed, done = list[PageFile](), set(pages)
    while waiting:
        ready = [file for file in waiting if file.meta["parent"] in done]
        if not ready:
            parent = waiting[0].meta["parent"]
            raise waiting[0].error(1, f"there is no page {parent!r} to stand below")
        placed += ready
        done |= {file.slug for file in ready}
        waiting = [file for file in waiting if file.slug not in done]
    return placed


def _make(file: PageFile, pages: dict[str, Any]) -> bool:
    """Make the page without its words, unless it is there; say whether it was made."""
    if file.slug in pages:
        return False
    model = TYPES.get(file.meta["type"])
    if model is None:
        raise file.error(2, f"{file.meta['type']} is not a type of page")
    parent = pages[file.meta["parent"]]
    if not model.can_exist_under(parent):
        raise file.error(2, f"a page of type {file.meta['type']} cannot stand below {parent.slug}")
    page = model(slug=file.slug, live=False, **_fields(file))
    if isinstance(page, StagePage):
        page.stage = file.slug
    try:
        pages[file.slug] = parent.add_child(instance=page)
    except (ValidationError, TypeError) as trouble:  # TypeError: words compared with a date
        raise _unusable(file, trouble) from trouble
    return True


def _unusable(file: PageFile, trouble: Exception) -> DemoFileError:
    return file.error(1, f"the front matter cannot be used: {trouble}")


def _fields(file: PageFile) -> dict[str, Any]:
    meta = file.meta
    return {
        "title": meta["title"],
        "summary": meta["summary"],
        "search_description": meta["summary"],
        "stages": meta.get("stages", []),
        "audiences": meta["audiences"],
        "keywords": meta.get("keywords", ""),
        "nation": meta.get("nation", ""),
        "owner_name": meta["owner"],
        "reviewed": meta["reviewed"],
        "next_review": meta["next_review"],
        "reviewed_by": meta.get("reviewed_by", ""),
        "lived_experience": meta.get("lived_experience", ""),
    }


def _write(files: list[PageFile], pages: dict[str, Any], known_topics: dict[str, Any]) -> None:
    """Give the new pages their words and publish them."""
    known = Known.now({slug: page.pk for slug, page in pages.items()})
    for file in files:
        page = pages[file.slug]
        page.body = body_of(file, known)
        page.sources = [{"type": "source", "value": s} for s in file.meta.get("sources", [])]
        page.needs = [{"type": "need", "value": key} for key in file.meta.get("services", [])]
        page.related = [
            {"type": "page", "value": _id_of(file, slug, pages)}
            for slug in file.meta.get("related", [])
        ]
        page.topics = [_topic(file, slug, known_topics) for slug in file.meta.get("topics", [])]
        if isinstance(page, HomePage):
            page.doors = [{"type": "door", "value": door(pages)} for door in DOORS]
        try:
            page.save_revision().publish()
        except ValidationError as trouble:
            raise _unusable(file, trouble) from trouble


def _id_of(file: PageFile, slug: str, pages: dict[str, Any]) -> int:
    if slug not in pages:
        raise file.error(1, f"the related page {slug!r} does not exist")
    return int(pages[slug].pk)


def _topic(file: PageFile, slug: str, known_topics: dict[str, Any]) -> Any:
    if slug not in known_topics:
        raise file.error(1, f"{slug!r} is not a topic")
    return known_topics[slug]
