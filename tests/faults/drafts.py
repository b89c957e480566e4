"""Finished drafts with files, and what must be found of each once it was acknowledged."""

import math
import random
import re
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from referrals.attachments.services import add
from referrals.demo.answers import finished
from referrals.intake import split
from referrals.journey.contents import Contents
from referrals.journey.drafts import begin, find
from referrals.pathways import newest_pathways
from referrals.pathways.answers import shown_answers
from referrals.pathways.declare import Kind, Pathway

SMALLEST, LARGEST, MOST_FILES = 200, 300_000, 3
ODD = "Zoë “O'Brien” – ½ \N{WHITE SMILING FACE} <b> %s \\ \u202e\u0301 line\nbreak"


@dataclass
class Expected:
    """One submission. `files`: (name, digest of the bytes); `references`: what we were told.

    `walk`: how the form is filled in first (walks.Walk); None for a draft that is finished.
    """

    token: str
    answers: dict[str, Any]
    secrets: dict[str, Any]
    files: set[tuple[str, str]]
    references: set[str] = field(default_factory=set)
    confirmations: int = 0
    dead_ends: list[str] = field(default_factory=list)
    walk: Any = None


def prepare(number: int, chance: random.Random, largest: int = LARGEST) -> Expected:
    """Make one draft that is ready to send, in turn of each form."""
    pathways = list(newest_pathways().values())
    pathway = pathways[number % len(pathways)]
    token = begin(pathway)
    draft = find(token)
    contents = Contents(_by_step(pathway, number))
    draft.sealed = contents.sealed()
    draft.save(update_fields=["sealed"])
    files = {_file(draft, n, chance, largest) for n in range(1 + number % MOST_FILES)}
    answers, secrets = split(pathway, shown_answers(pathway, contents.steps))
    return Expected(token, answers, secrets, files)


def _by_step(pathway: Pathway, number: int) -> dict[str, dict[str, Any]]:
    flat = finished(
        pathway, {"name": f"Person {number}", "key_safe": f"{number:04}", **_long(pathway)}
    )
    return {
        step.slug: {key: flat.get(key, "") for q in step.questions for key in q.keys}
        for step in pathway.steps
    }


def _long(pathway: Pathway) -> dict[str, str]:
    return {k: ODD for k, q in pathway.questions().items() if q.kind is Kind.LONG_TEXT}


def _file(draft: Any, number: int, chance: random.Random, largest: int) -> tuple[str, str]:
    size = round(math.exp(chance.uniform(math.log(SMALLEST), math.log(largest))))
    content = b"%PDF-1.7\n" + re.sub(rb"/", b".", chance.randbytes(size))
    add(draft, f"Letter {number}.pdf", content)
    return f"Letter {number}.pdf", sha256(content).hexdigest()
