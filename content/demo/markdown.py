"""Markdown to the few elements that the rich text editor keeps."""

from collections.abc import Iterable, Iterator, Mapping

from django.utils.html import escape
from markdown_it import MarkdownIt
from markdown_it.token import Token

from content.demo.links import link_attributes

_PARSER = MarkdownIt("commonmark", {"html": False})
_ELEMENTS = frozenset({"h2", "h3", "p", "ol", "ul", "li", "a", "strong"})
_STORED_NAMES = {"strong": "b"}
_LIST_TAGS = frozenset({"ul", "ol", "li", "p", ""})
_LINE_LEVEL = 3  # a list, its item, the paragraph, the line


class UnknownElement(Exception):
    """Something that the editor cannot keep, such as a picture or a quotation.

    line: counted from 0 in the text that was given.
    """

    def __init__(self, name: str, line: int) -> None:
        super().__init__(name)
        self.line = line


def to_html(text: str, pages: Mapping[str, int]) -> str:
    """Return the Markdown as stored rich text. Raises UnknownElement and UnknownLink."""
    return "".join(_render(_PARSER.parse(text), pages))


def to_lines(text: str, pages: Mapping[str, int]) -> list[str]:
    """Return each item of a list as a line of rich text.

    Raises UnknownElement for anything but one plain list, and UnknownLink.
    """
    tokens = _PARSER.parse(text)
    items = [token for token in tokens if token.type == "list_item_open"]
    lines = [token for token in tokens if token.type == "inline"]
    for token in tokens:
        if token.tag not in _LIST_TAGS or token.level > _LINE_LEVEL:
            raise UnknownElement(f"{token.type}, only a list", _line(token))
    for line in lines:
        if line.level != _LINE_LEVEL:
            raise UnknownElement("text outside its list", _line(line))
    if not lines or len(lines) != len(items):
        raise UnknownElement("anything but a list of single paragraphs", 0)
    return [f"<p>{''.join(_render([line], pages))}</p>" for line in lines]


def _render(tokens: Iterable[Token], pages: Mapping[str, int]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield from _render(token.children or [], pages)
        elif token.type in {"text", "text_special"}:
            yield escape(token.content)
        elif token.type == "softbreak":
            yield " "
        elif token.tag in _ELEMENTS and token.nesting:
            if not token.hidden:
                yield _tag(token, pages)
        else:
            raise UnknownElement(token.type, _line(token))


def _tag(token: Token, pages: Mapping[str, int]) -> str:
    name = _STORED_NAMES.get(token.tag, token.tag)
    if token.nesting < 0:
        return f"</{name}>"
    if token.tag == "a":
        return f"<a {link_attributes(str(token.attrs['href']), pages)}>"
    return f"<{name}>"


def _line(token: Token) -> int:
    return token.map[0] if token.map else 0
