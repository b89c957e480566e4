"""Lists with a purpose: do and don't, steps, things to tick."""

from typing import Any

from django.utils.safestring import SafeString, mark_safe
from wagtail.blocks import CharBlock, ListBlock, RichTextBlock, StructBlock, StructValue
from wagtail.rich_text import RichText, expand_db_html

LONGEST_LIST = 12


def line_html(text: RichText) -> SafeString:
    """Return one line of rich text as HTML without the paragraph around it."""
    html = expand_db_html(text.source).strip()
    if html.startswith("<p") and html.endswith("</p>") and html.count("</p>") == 1:
        html = html[html.index(">") + 1 : -len("</p>")]
    return mark_safe(html)  # noqa: S308  (from the rich text editor's allow-list)


class ListValue(StructValue):
    """The value of a block that has `rows`."""

    def lines(self) -> list[SafeString]:
        return [line_html(row) for row in self["rows"]]


def _rows(**kwargs: Any) -> ListBlock:
    line = RichTextBlock(features=["bold", "link"], label="Line")
    return ListBlock(line, min_num=1, max_num=LONGEST_LIST, label="Lines", **kwargs)


def _preview(heading: str, *lines: str) -> dict[str, Any]:
    return {"heading": heading, "rows": [f"<p>{line}</p>" for line in lines]}


class DoBlock(StructBlock):
    heading = CharBlock(max_length=80, default="Do")
    rows = _rows()

    class Meta:
        icon = "check"
        label = "Do"
        description = "What is good to do, as a list"
        template = "content/blocks/do.html"
        value_class = ListValue
        preview_value = _preview("Do", "keep medicines in the box they came in")


class DontBlock(StructBlock):
    heading = CharBlock(max_length=80, default="Don't")
    rows = _rows()

    class Meta:
        icon = "cross"
        label = "Don't"
        description = "What is better not done, as a list"
        template = "content/blocks/dont.html"
        value_class = ListValue
        preview_value = _preview("Don't", "share medicines with anyone else")


class StepsBlock(StructBlock):
    rows = _rows()

    class Meta:
        icon = "list-ol"
        label = "Steps"
        description = "Numbered steps, in the order in which they are done"
        template = "content/blocks/steps.html"
        value_class = ListValue
        preview_value = {"rows": ["<p><b>Ring</b> the care line.</p>"]}


class ChecklistBlock(StructBlock):
    heading = CharBlock(max_length=120)
    rows = _rows()

    class Meta:
        icon = "tasks"
        label = "Checklist"
        description = "Things to tick on paper; the page keeps no answers"
        template = "content/blocks/checklist.html"
        value_class = ListValue
        preview_value = _preview("Before you leave the ward", "who to ring, day and night")
