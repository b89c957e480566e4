"""A document as both engines keep it: stored whole as JSON, indexed as plain words."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from search.documents import Document
from search.engines.protocol import FIELDS
from search.understanding.request import EVERYWHERE
from search.understanding.words import tokens

SHORTEST_VOCABULARY_WORD = 3
KIND = "kind"


def to_json(document: Document) -> str:
    """Return the whole document as JSON."""
    values = {**document.__dict__, "facets": {k: list(v) for k, v in document.facets.items()}}
    values["reviewed"] = document.reviewed.isoformat() if document.reviewed else None
    return json.dumps(values, ensure_ascii=True, separators=(",", ":"))


def from_json(text: str) -> Document:
    """Return the document that `to_json` wrote."""
    values: dict[str, Any] = json.loads(text)
    values["facets"] = {name: tuple(found) for name, found in values["facets"].items()}
    values["areas"] = tuple(values["areas"])
    values["point"] = tuple(values["point"]) if values["point"] else None
    values["reviewed"] = date.fromisoformat(values["reviewed"]) if values["reviewed"] else None
    return Document(**values)


def plain_fields(document: Document) -> dict[str, str]:
    """Return the text of each searched field as words with single spaces between."""
    return {name: " ".join(tokens(getattr(document, name))) for name in FIELDS}


def vocabulary_words(plain: Mapping[str, str]) -> list[str]:
    """Return the words against which spelling is corrected: letters only, three or more."""
    words = {word for text in plain.values() for word in text.split()}
    return sorted(w for w in words if len(w) >= SHORTEST_VOCABULARY_WORD and w.isalpha())


def facet_values(document: Document) -> list[str]:
    """Return `name=value` for each facet value; the kind of document is a facet too."""
    return sorted({f"{name}={value}" for name, value in _facets(document)})


def _facets(document: Document) -> Iterator[tuple[str, str]]:
    yield KIND, document.kind
    for name, values in document.facets.items():
        yield from ((name, value) for value in values if name != KIND)


def area_values(document: Document) -> list[str]:
    """Return the area codes covered; a document without any covers everywhere."""
    return list(document.areas) or [EVERYWHERE]


def read_counts(counted: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """Return facet name -> value -> count from `name=value` -> count."""
    facets: dict[str, dict[str, int]] = {}
    for key, count in counted.items():
        name, _, value = key.partition("=")
        facets.setdefault(name, {})[value] = count
    return facets
