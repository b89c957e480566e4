"""Messages that began as one of our forms: the answers come back key for key."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from referrals.exchange.bundles.parts import clean
from referrals.exchange.bundles.questions import answers_of
from referrals.exchange.inbound.message import Message
from referrals.pathways import pathway_at
from referrals.pathways.declare import Kind, Pathway, Question

LONGEST = 50_000
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2]))?")
_NOT_OURS = (
    ValueError, LookupError, TypeError, AttributeError, StopIteration, RecursionError
)  # fmt: skip


def own_answers(message: Message) -> tuple[Pathway, dict[str, Any]] | None:
    """Return pathway and answers; None where no response is of a form of ours, or one that no
    form of ours would have sent."""
    for filled_in in message.all("QuestionnaireResponse"):
        try:
            slug, version, answers = answers_of(filled_in)
            pathway = pathway_at(slug, version)
        except _NOT_OURS:
            continue
        if answers and all_fit(pathway, answers):
            return pathway, answers
    return None


def all_fit(pathway: Pathway, answers: Mapping[str, Any]) -> bool:
    """Say whether each answer is one that its question can have."""
    asked = {key: each for each in pathway.questions().values() for key in each.keys}
    return all(key in asked and _fits(asked[key], key, answers[key]) for key in answers)


def _fits(question: Question, key: str, value: Any) -> bool:
    if value == "":
        return True
    values = {option.value for option in question.options}
    if question.kind is Kind.CHOICES:
        return isinstance(value, list) and all(_is_text(v) and v in values for v in value)
    if question.kind is Kind.CONFIRM:
        return isinstance(value, bool)
    if question.kind is Kind.NUMBER:
        return isinstance(value, int | float) and not isinstance(value, bool)
    return _is_text(value) and (key != question.key or _is_right(question, value, values))


def _is_right(question: Question, text: str, values: set[str]) -> bool:
    if values:
        return text in values
    if question.kind is Kind.DATE:
        return bool(_DATE.fullmatch(text)) and _is_day(text)
    return question.kind is not Kind.MONTH or bool(_MONTH.fullmatch(text))


def _is_text(value: Any) -> bool:
    """Say whether it is text that can be stored, shown and sent on."""
    return isinstance(value, str) and len(value) <= LONGEST and _storable(value)


def _storable(text: str) -> bool:
    return text.strip() == clean(text)


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False
