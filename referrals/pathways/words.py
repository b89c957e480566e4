"""Answers as people read them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from referrals import nhs_number
from referrals.pathways.declare import Kind, Pathway, Question


def answer_in_words(question: Question, answer: Any) -> str:
    """Return the answer as text; an empty text for none."""
    if answer is None or answer is False or answer in ("", []):
        return ""
    if question.options:
        chosen = answer if isinstance(answer, list) else [answer]
        return "\n".join(_label(question, str(value)) for value in chosen)
    if question.kind is Kind.CONFIRM:
        return "Yes"
    if question.kind is Kind.DATE:
        return _day(str(answer))
    if question.kind is Kind.MONTH:
        return month_in_words(str(answer))
    return nhs_number.spaced(str(answer)) if question.kind is Kind.NHS_NUMBER else str(answer)


def month_in_words(answer: str) -> str:
    """Return "2026-06" as "June 2026"; a year alone, and what is no month, as it is."""
    year, _, month = answer.partition("-")
    try:
        return f"{date(int(year), int(month), 1):%B} {year}" if month else year
    except ValueError:  # typed so, or what another system called a month
        return answer


def needs_in_words(pathway: Pathway, answers: Mapping[str, Any]) -> list[str]:
    """Return what must be met whenever somebody rings, writes or visits: the coded needs.

    Accessible Information Standard (DAPB1605): needs are flagged wherever a record is shown.
    """
    questions = pathway.questions()
    needs = []
    if answers.get("interpreter") == "yes":
        spoken = str(answers.get("language_other") or "") or _said("language", questions, answers)
        needs.append(f"Interpreter: {spoken or 'language not given'}")
    needs += _said("access_needs", questions, answers).split("\n")
    needs.append(_said("access_other", questions, answers))
    return [need for need in needs if need]


def _said(key: str, questions: Mapping[str, Question], answers: Mapping[str, Any]) -> str:
    return answer_in_words(questions[key], answers.get(key)) if key in questions else ""


def _day(text: str) -> str:
    try:
        day = date.fromisoformat(text)
    except ValueError:  # what another system called a date
        return text
    return f"{day.day} {day:%B %Y}"


def _label(question: Question, value: str) -> str:
    return next((o.label for o in question.options if o.value == value), value)
