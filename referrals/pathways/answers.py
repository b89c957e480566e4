"""Which steps a set of answers shows, and what those answers come to. Pure functions."""

import re
from collections.abc import Container, Mapping
from typing import Any

from referrals.flags import in_order
from referrals.pathways.declare import Pathway, Question, Step, When

Answers = Mapping[str, Any]
# Step slug -> question key -> answer, as drafts keep them.
StepAnswers = Mapping[str, Mapping[str, Any]]

_ALTERNATIVES = re.compile(r"\[([^\[\]|]*)\|([^\[\]|]*)\]")


def shown_steps(pathway: Pathway, given: StepAnswers) -> list[Step]:
    """Return the steps to ask, in order. An answer of a step not shown opens no other step."""
    shown: list[Step] = []
    live: dict[str, Any] = {}
    for step in pathway.steps:
        if all(holds(when, live) for when in step.shown_if):
            shown.append(step)
            live.update(given.get(step.slug, {}))
    return shown


def holds(when: When, answers: Answers) -> bool:
    """Say whether the condition holds for the answers."""
    return any(value in when.values for value in _as_list(answers.get(when.question)))


def shown_answers(pathway: Pathway, given: StepAnswers) -> dict[str, Any]:
    """Return question key -> answer for the steps shown; what is hidden is left out."""
    answers: dict[str, Any] = {}
    for step in shown_steps(pathway, given):
        answers.update(given.get(step.slug, {}))
    return answers


def open_steps(pathway: Pathway, given: StepAnswers, wrong: Container[str] = ()) -> list[Step]:
    """Return the shown steps that nobody has been through yet, or left with something `wrong`."""
    return [
        step for step in shown_steps(pathway, given) if step.slug not in given or step.slug in wrong
    ]


def flags_raised(pathway: Pathway, answers: Answers) -> list[str]:
    """Return the flag keys that the answers raise, the gravest first."""
    raised: list[str] = []
    for question in pathway.questions().values():
        raised += flags_of(question, answers.get(question.key))
    return in_order(raised)


def flags_of(question: Question, answer: Any) -> list[str]:
    """Return the flags that one answer raises."""
    chosen = _as_list(answer)
    raised = [option.flag for option in question.options if option.value in chosen and option.flag]
    return raised + ([question.flag] if question.flag and any(chosen) else [])


def about_oneself(pathway: Pathway, answers: Answers) -> bool:
    """Say whether the person who fills in the form is the one it is about."""
    return pathway.audience == "oneself" or answers.get("who_for") == "me"


def in_words(text: str, about_me: bool) -> str:
    """Return the text with each `[your|their]` settled."""
    return _ALTERNATIVES.sub(lambda match: match[1 if about_me else 2], text)


def _as_list(answer: Any) -> list[Any]:
    return list(answer) if isinstance(answer, list | tuple) else [answer]
