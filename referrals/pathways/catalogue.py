"""All questions of the newest pathways as one table, for docs/referral-fields.md."""

from collections.abc import Iterator

from referrals.pathways import newest_pathways
from referrals.pathways.answers import in_words
from referrals.pathways.declare import Pathway, Question, Step, When

_HEAD = """# What the referral forms ask

Made by `manage.py referral_fields`; do not edit. Each question has a purpose, and each page says
why it is asked at that point. ● must be answered; ○ may be left empty; 🔒 sealed under keys of its
own (`referrals.cipher.Ring.SECRETS`). "Waits for" names the answer that opens a question.
"""


def as_markdown() -> str:
    """Return the whole catalogue as Markdown, one table a pathway."""
    forms = [pathway for pathway in newest_pathways().values() if pathway.doors]
    return "\n".join([_HEAD, *map(_table, forms)])


def _table(pathway: Pathway) -> str:
    return "\n".join(
        [
            f"## {pathway.title} (`{pathway.slug}` version {pathway.version})",
            "",
            "| key | question | kind | values | waits for | flags | purpose |",
            "|---|---|---|---|---|---|---|",
            *_rows(pathway),
            "",
        ]
    )


def _rows(pathway: Pathway) -> Iterator[str]:
    for step in pathway.steps:
        yield f"| | **{_cell(in_words(step.heading, False))}** | | | | | {_cell(step.why)} |"
        for question in step.questions:
            yield "| " + " | ".join(map(_cell, _cells(step, question))) + " |"


def _cells(step: Step, question: Question) -> list[str]:
    sign = "🔒 " if question.secret else ""
    values = [option.value for option in question.options]
    return [
        f"`{question.key}`",
        f"{sign}{'●' if question.required else '○'} {in_words(question.label, False)}",
        str(question.kind),
        ", ".join(values) if len(values) <= 25 else f"{len(values)} values",
        "; ".join(map(_waits, (*step.shown_if, *question.shown_if))),
        ", ".join(sorted({question.flag, *(o.raises for o in question.options)} - {""})),
        question.purpose,
    ]


def _waits(when: When) -> str:
    return f"{when.question} = {' or '.join(when.values)}"


def _cell(text: str) -> str:
    return in_words(text, False).replace("|", "\\|").replace("\n", " ")
