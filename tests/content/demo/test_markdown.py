"""Markdown to stored rich text."""

import pytest

from content.demo.links import UnknownLink, link_attributes
from content.demo.markdown import UnknownElement, to_html, to_lines

PAGES = {"money": 7}


def test_the_few_elements_of_the_editor_are_kept() -> None:
    assert to_html("## A & B\n\nOne **two**\nthree.\n\n- x\n- y\n", {}) == (
        "<h2>A &amp; B</h2><p>One <b>two</b> three.</p><ul><li>x</li><li>y</li></ul>"
    )


def test_html_in_a_file_is_text() -> None:
    assert to_html("<script>x</script>", {}) == "<p>&lt;script&gt;x&lt;/script&gt;</p>"


@pytest.mark.parametrize("text", ["![x](y.png)", "> quoted", "`code`", "# Too large", "---", "*x*"])
def test_what_the_editor_cannot_keep_is_refused(text: str) -> None:
    with pytest.raises(UnknownElement):
        to_html(text, {})


def test_a_list_becomes_lines() -> None:
    assert to_lines("1. **Ring** us.\n2. Talk.\n", {}) == ["<p><b>Ring</b> us.</p>", "<p>Talk.</p>"]


@pytest.mark.parametrize(
    "text", ["", "Words.", "- a\n\nWords.", "- a\n  - b", "- a\n\n  second", "## x\n\n- a"]
)
def test_lines_are_one_plain_list(text: str) -> None:
    with pytest.raises(UnknownElement):
        to_lines(text, {})


@pytest.mark.parametrize(
    ("href", "stored"),
    [
        ("page:money", 'id="7" linktype="page"'),
        ("tel:01632960100", 'href="tel:01632960100"'),
        ("https://www.gov.uk/x?a=1&b=2", 'href="https://www.gov.uk/x?a=1&amp;b=2"'),
        ("finder:?need=night-care", 'href="/services/?need=night-care"'),
        ("referral:bereavement-support", 'href="/refer/bereavement-support/"'),
        ("/learning/", 'href="/learning/"'),
    ],
)
def test_links_are_made_real(href: str, stored: str) -> None:
    assert link_attributes(href, PAGES) == stored


@pytest.mark.parametrize(
    "href", ["page:nowhere", "http://x.example", "javascript:x", "money", "", "/admin/", "https://"]
)
def test_links_that_lead_nowhere_are_refused(href: str) -> None:
    with pytest.raises(UnknownLink):
        link_attributes(href, PAGES)
