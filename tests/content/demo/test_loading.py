"""Files to a tree: made once, edits kept, mistakes named."""

from pathlib import Path

import pytest
from wagtail.models import Page, Site

from content.demo.errors import DemoFileError
from content.demo.reader import read_pages
from content.demo.tree import grow_tree
from content.models import HomePage, InformationPage, StagePage, Timescale
from portal.contacts.models import ContactPoint
from tests.content.demo.files import write_page

pytestmark = pytest.mark.django_db


TIMES = (
    "::: timescale\n- item: Bed\n  provider: Store\n  how: Nurse\n  usual: 2 days\n"
    "  late: Ring\n  checked: 2026-11-02\n  owner: Trust\n:::\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_page(tmp_path, "home", kind="home")
    write_page(tmp_path, "last-days", kind="stage")
    write_page(tmp_path, "money", "See [home](page:home).", parent="last-days", related="[home]")
    return tmp_path


def grow(folder: Path) -> int:
    return grow_tree(read_pages(folder))


def test_the_tree_is_made_and_the_site_shows_it(folder: Path) -> None:
    assert grow(folder) == 3
    assert Site.objects.get().root_page.specific == HomePage.objects.get()
    page = InformationPage.objects.get()
    assert page.url == "/last-days/money/"
    assert page.live
    assert page.owner_name == "St Wyvern's Hospice"
    assert StagePage.objects.get().stage == "last-days"


def test_a_second_run_adds_nothing(folder: Path) -> None:
    grow(folder)
    pages = Page.objects.count()
    assert grow(folder) == 0
    assert Page.objects.count() == pages


def test_a_second_run_keeps_what_editors_wrote(folder: Path) -> None:
    grow(folder)
    page = InformationPage.objects.get()
    page.title = "Our own words"
    page.save_revision().publish()
    grow(folder)
    assert InformationPage.objects.get().title == "Our own words"


def test_a_new_file_is_added_to_a_tree_that_is_there(folder: Path) -> None:
    grow(folder)
    write_page(folder, "benefits", parent="money")
    assert grow(folder) == 1
    assert InformationPage.objects.get(slug="benefits").url == "/last-days/money/benefits/"


def test_links_are_stored_by_page_so_that_they_follow_a_move(folder: Path) -> None:
    grow(folder)
    home = HomePage.objects.get()
    source = InformationPage.objects.get().body[0].value.source
    assert source == f'<p>See <a id="{home.pk}" linktype="page">home</a>.</p>'


def test_every_kind_of_block_can_be_written(folder: Path) -> None:
    ContactPoint.objects.create(key="spoc", name="Line", what_for="Nurses.", phone="1")
    lists = "".join(f"::: {kind} Title\n- one\n:::\n" for kind in ("do", "dont", "checklist"))
    cards = "".join(
        f"::: {kind} Call 999 if:\n- one\n:::\n" for kind in ("emergency", "urgent", "nonurgent")
    )
    words = "".join(f"::: {kind} Title\nWords.\n:::\n" for kind in ("warning", "details", "quote"))
    other = "::: inset\nx\n:::\n::: steps\n1. one\n:::\n"
    facts = "::: contact spoc\n:::\n::: services x\n:::\n"
    write_page(folder, "all", "Words.\n" + cards + lists + words + other + facts + TIMES)
    grow(folder)
    page = InformationPage.objects.get(slug="all")
    assert len({block.block_type for block in page.body}) == 15
    assert Timescale.objects.get().item == "Bed"
    page.full_clean()


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("::: banner X\n:::\n", "line 12: ::: banner is not a kind of block"),
        ("::: contact nobody\n:::\n", "line 12: there is no contact 'nobody'"),
        ("::: urgent\n- x\n:::\n", "line 12: ::: urgent has no title"),
        ("\n::: do Do\nNo list.\n:::\n", "line 14: do cannot hold"),
        ("[x](page:nowhere)\n", "the link page:nowhere leads nowhere"),
        ("::: timescale\n- item: x\n:::\n", "a timescale has checked, how, late, owner"),
        ("::: timescale\nwords\n:::\n", "wants YAML rows"),
        ("::: timescale\n- 5\n:::\n", "line 12: timescale wants YAML rows"),
        ("::: timescale\n- item: 'x\n:::\n", "line 12: timescale wants YAML rows"),
        (TIMES.replace("2026-11-02", "soon"), "line 12: checked is not a date"),
        (TIMES.replace("owner", "colour"), "colour, owner too much or too little"),
        ("::: quote\nx\n:::\n", "line 12: ::: quote has no title"),
        ("::: services\n:::\n", "line 12: ::: services has no title"),
        ("::: inset\nWords.\n\n> quoted\n:::\n", "line 15: inset cannot hold"),
        ("Words.\n\n# Large\n", "line 14: text cannot hold heading_open"),
    ],
)
def test_a_mistake_is_named_with_file_and_line(folder: Path, body: str, words: str) -> None:
    write_page(folder, "wrong", body)
    with pytest.raises(DemoFileError, match=f"wrong.md, .*{words}"):
        grow(folder)
    assert not Page.objects.filter(slug="wrong").exists()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"parent": "nowhere"}, "there is no page 'nowhere' to stand below"),
        ({"kind": "poster"}, "poster is not a type of page"),
        ({"kind": "professional"}, "cannot stand below home"),
        ({"related": "[nowhere]"}, "the related page 'nowhere' does not exist"),
        ({"topics": "[weather]"}, "'weather' is not a topic"),
        ({"next_review": "soon"}, "wrong.md, line 1: the front matter cannot be used"),
        ({"audiences": "[martians]"}, "wrong.md, line 1: the front matter cannot be used"),
        ({"title": "''"}, "wrong.md, line 1: the front matter cannot be used"),
    ],
)
def test_a_page_that_does_not_fit_is_named(
    folder: Path, changes: dict[str, str], words: str
) -> None:
    write_page(folder, "wrong", **changes)
    with pytest.raises(DemoFileError, match=words):
        grow(folder)


def test_a_page_that_names_no_place_is_not_left_out_in_silence(folder: Path) -> None:
    path = write_page(folder, "lost")
    path.write_text(path.read_text().replace("parent: home\n", ""))
    with pytest.raises(DemoFileError, match=r"lost\.md, line 1: the front matter has no parent"):
        grow(folder)


def test_a_mistake_in_one_file_leaves_nothing_of_the_others(folder: Path) -> None:
    write_page(folder, "wrong", "::: banner X\n:::\n")
    with pytest.raises(DemoFileError):
        grow(folder)
    assert not HomePage.objects.exists()


def test_pages_stand_in_the_order_their_files_ask_for(folder: Path) -> None:
    write_page(folder, "b", parent="last-days", order="1")
    write_page(folder, "a", parent="last-days", order="2")
    grow(folder)
    pages = InformationPage.objects.order_by("path").values_list("slug", flat=True)
    assert list(pages) == ["money", "b", "a"]


def test_a_usual_time_named_twice_is_kept_once_as_it_was_first(folder: Path) -> None:
    write_page(folder, "one", TIMES)
    grow(folder)
    Timescale.objects.update(usual="3 days")
    write_page(folder, "two", TIMES)
    grow(folder)
    assert Timescale.objects.get().usual == "3 days"
