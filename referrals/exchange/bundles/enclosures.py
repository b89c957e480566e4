"""Letters and photos of a referral: within the message where they fit, named in it where not.

No MessageDefinition of BaRS has a place for DocumentReference or Binary. Answers of a
QuestionnaireResponse may be attachments (hl7.org/fhir/R4/datatypes.html#Attachment), so they
travel there.
"""

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from referrals.exchange.bundles.parts import clean, filled

# No key of a question has a hyphen.
LINK = "letters-and-photos"
LABEL = "Letters and photos"


@dataclass(frozen=True)
class Enclosure:
    """One file. content: None for one that stays behind; why: then, in a few words."""

    name: str
    media_type: str
    size: int
    content: bytes | None = None
    why: str = ""


def asked() -> dict[str, Any]:
    """Return the question for files."""
    return {"linkId": LINK, "text": LABEL, "type": "attachment", "repeats": True}


def answered(files: Iterable[Enclosure]) -> dict[str, Any]:
    """Return the files as an answer; one that stays behind has name, kind and size alone."""
    answers = [{"valueAttachment": _attachment(each)} for each in files]
    return {"linkId": LINK, "text": LABEL, "answer": answers}


def in_words(files: Iterable[Enclosure], reference: str) -> list[str]:
    """Return a line for each file: that it is here, or why not and how to get it."""
    return [_line(each, reference) for each in files]


def is_of_files(item: Mapping[str, Any]) -> bool:
    """Say whether an item of a QuestionnaireResponse holds files, not an answer."""
    return item.get("linkId") == LINK


def _attachment(file: Enclosure) -> dict[str, Any]:
    data = base64.b64encode(file.content).decode("ascii") if file.content else ""
    return filled({
        "contentType": file.media_type, "data": data, "size": file.size, "title": clean(file.name),
    })  # fmt: skip


def _line(file: Enclosure, reference: str) -> str:
    if file.content:
        return f"File in this message: {clean(file.name)}"
    return (
        f"File not in this message, {file.why}: {clean(file.name)}. "
        f"Ask the sender for it, with the reference {reference}."
    )
