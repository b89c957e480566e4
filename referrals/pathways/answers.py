"""Which questions a set of answers shows, and what those answers come to. Pure functions."""

import re
from collections.abc import Container, Mapping
from dataclasses import replace
from typing import Any

from referrals.flags import in_order
from referrals.lifting import flags_in_text
from referrals.pathways.declare import Kind, Pathway, Question, Step, When

Answers = Mapping[str, Any]
# Step slug -> question key -> answer, as drafts keep them.
StepAnswers = Mapping[str, Mapping[str, Any]]

# Short answers in which people tell more than they were asked: "When he is out. He hits me".
_SAID_BESIDE = {"best_times"}
_ALTERNATIVES = re.compile(r"\[([^\[\]|]*)\|([^\[\]|]*)\]")


def shown_steps(pathway: Pathway, given: StepAnswers) -> list[Step]:
    """Return the steps to ask, in order, each with the questions to ask.

    An answer that is not shown opens nothing else.
    """
    shown: list[Step] = []
    live: dict[str, Any] = {}
    for step in pathway.steps:
        asked = as_shown(step, live)
        if asked is not None:
            shown.append(asked)
            live.update(_answers_of(asked, given))
    return shown


def as_shown(step: Step, answers: Answers) -> Step | None:
    """Return the step with the questions that these answers open; None if it has none."""
    if not _all_hold(step.shown_if, answers):
        return None
    asked = tuple(each for each in step.questions if _all_hold(each.shown_if, answers))
    if len(asked) == len(step.questions):
        return step
    return replace(step, questions=asked) if asked else None


def shown_step(pathway: Pathway, given: StepAnswers, slug: str) -> Step | None:
    """Return the step as it is shown; None if there is none or it is not shown."""
    return next((step for step in shown_steps(pathway, given) if step.slug == slug), None)


def holds(when: When, answers: Answers) -> bool:
    """Say whether the condition holds for the answers."""
    return any(value in when.values for value in _as_list(answers.get(when.question)))


def shown_answers(pathway: Pathway, given: StepAnswers) -> dict[str, Any]:
    """Return question key -> answer for the questions shown; what is hidden is left out."""
    answers: dict[str, Any] = {}
    for step in shown_steps(pathway, given):
        answers.update(_answers_of(step, given))
    return answers


def open_steps(pathway: Pathway, given: StepAnswers, wrong: Container[str] = ()) -> list[Step]:
    """Return the shown steps with a question that nobody has been through yet, or a `wrong` one."""
    return [
        step
        for step in shown_steps(pathway, given)
        if step.slug in wrong or not _been_through(step, given)
    ]


def flags_raised(pathway: Pathway, answers: Answers) -> list[str]:
    """Return the flag keys that the answers raise, the gravest first."""
    raised: list[str] = []
    for question in pathway.questions().values():
        raised += flags_of(question, answers.get(question.key))
    return in_order(raised)


def flags_of(question: Question, answer: Any) -> list[str]:
    """Return the flags that one answer raises, by what was chosen or by words in a free text."""
    chosen = _as_list(answer)
    raised = [o.raises for o in question.options if o.value in chosen and o.raises]
    raised += [question.flag] if question.flag and any(chosen) else []
    return raised + (flags_in_text(str(answer or "")) if is_free_text(question) else [])


def is_free_text(question: Question) -> bool:
    """Say whether words of harm or fear may stand in its answer; a name is not looked through."""
    return question.kind is Kind.LONG_TEXT or question.key in _SAID_BESIDE


def about_oneself(pathway: Pathway, answers: Answers) -> bool:
    """Say whether the person who fills in the form is the one it is about."""
    return pathway.audience == "oneself" or answers.get("who_for") == "me"


def in_words(text: str, about_me: bool) -> str:
    """Return the text with each `[your|their]` settled."""
    return _ALTERNATIVES.sub(lambda match: match[1 if about_me else 2], text)


def _all_hold(conditions: tuple[When, ...], answers: Answers) -> bool:
    return all(holds(when, answers) for when in conditions)


def _answers_of(step: Step, given: StepAnswers) -> dict[str, Any]:
    answers = given.get(step.slug, {})
    return {key: answers[key] for each in step.questions for key in each.keys if key in answers}


def _been_through(step: Step, given: StepAnswers) -> bool:
    """A question that opened since the page was saved has no answer yet, not even an empty one."""
    if step.slug not in given:
        return False
    return all(q.key in given[step.slug] for q in step.questions if q.shown_if)


def _as_list(answer: Any) -> list[Any]:
    return list(answer) if isinstance(answer, list | tuple) else [answer]
