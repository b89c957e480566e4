"""Answers as people read them."""

from datetime import date
from typing import Any

from referrals import nhs_number
from referrals.pathways.declare import Kind, Question


def answer_in_words(question: Question, answer: Any) -> str:
    """Return the answer as text; an empty text for none."""
    if answer in (None, "", [], False):
        return ""
    if question.options:
        chosen = answer if isinstance(answer, list) else [answer]
        return "\n".join(_label(question, str(value)) for value in chosen)
    if question.kind is Kind.CONFIRM:
        return "Yes"
    if question.kind is Kind.DATE:
        day = date.fromisoformat(str(answer))
        return f"{day.day} {day:%B %Y}"
    return nhs_number.spaced(str(answer)) if question.kind is Kind.NHS_NUMBER else str(answer)


def _label(question: Question, value: str) -> str:
    return next((o.label for o in question.options if o.value == value), value)
