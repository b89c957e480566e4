"""The elements of each FHIR type: which repeat, and what they hold. Data in elements.json."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_DATA = Path(__file__).with_name("elements.json")
RESOURCE = "Resource"


@dataclass(frozen=True)
class Element:
    """kind: a type of FHIR, or "boolean", "integer", "decimal", or "" for text."""

    name: str
    many: bool
    kind: str

    @property
    def is_complex(self) -> bool:
        return self.kind[:1].isupper()


@cache
def elements_of(kind: str) -> dict[str, Element]:
    """Return name -> element of a type, in the order of the standard; {} for an unknown one."""
    return {each.name: each for each in map(_element, _types().get(kind, "").split())}


@cache
def _types() -> dict[str, str]:
    return dict(json.loads(_DATA.read_text(encoding="utf-8"))["types"])


def _element(word: str) -> Element:
    name, _, kind = word.partition(":")
    return Element(name.removesuffix("*"), name.endswith("*"), kind)
