"""Reading demo files; what is wrong is said with file and line."""

from pathlib import Path

import pytest

from content.demo.errors import DemoFileError
from content.demo.reader import read_page, read_pages
from tests.content.demo.files import write_page


def parts(tmp_path: Path, body: str) -> list[tuple[str, str, str]]:
    page = read_page(write_page(tmp_path, "page", body))
    return [(part.kind, part.title, part.text) for part in page.parts]


def test_text_and_blocks_come_in_their_order(tmp_path: Path) -> None:
    body = "Before.\n\n::: urgent Ring now if:\n- pain\n:::\n\nAfter.\n"
    assert parts(tmp_path, body) == [
        ("text", "", "Before."),
        ("urgent", "Ring now if:", "- pain"),
        ("text", "", "After."),
    ]


def test_an_empty_block_is_kept_and_empty_text_is_not(tmp_path: Path) -> None:
    assert parts(tmp_path, "\n::: services night-care\n:::\n\n") == [("services", "night-care", "")]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("One.\n::: inset\nTwo.\n", "line 13: ::: inset is never closed"),
        ("::: inset\nOne.\n::: steps\n1. x\n:::\n", "line 14: ::: inset of line 12 is still open"),
        ("One.\n:::\n", "line 13: ::: closes nothing"),
    ],
)
def test_blocks_that_do_not_close_are_found(tmp_path: Path, body: str, words: str) -> None:
    path = write_page(tmp_path, "page", body)
    with pytest.raises(DemoFileError, match=f"page.md, {words}"):
        read_page(path)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("No front matter", "line 1: there is no front matter"),
        ("---\n- a\n- b\n---\nx", "line 1: the front matter is not a list of names"),
        ("---\ntitle: 'x\n---\nx", "is not YAML"),
        ("---\ntitle: x\n---\nx", "has no type, slug, summary"),
    ],
)
def test_front_matter_that_cannot_be_used_is_found(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "page.md"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DemoFileError, match=words):
        read_page(path)


def test_two_files_with_one_slug_are_found(tmp_path: Path) -> None:
    write_page(tmp_path, "money")
    (tmp_path / "below").mkdir()
    write_page(tmp_path / "below", "money")
    with pytest.raises(DemoFileError, match=r"the slug is used by money\.md as well"):
        read_pages(tmp_path)
