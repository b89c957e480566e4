"""Words and addresses of the journey's pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone

from portal.design.templatetags.design import long_date
from portal.hours.clock import add_working_days
from referrals.journey.contents import Contents
from referrals.journey.doors import DOORS
from referrals.journey.drafts import KEPT_FOR
from referrals.journey.forms import has_own_heading
from referrals.pathways import newest_pathways
from referrals.pathways.answers import (
    about_oneself,
    flags_of,
    in_words,
    is_free_text,
    open_steps,
    shown_answers,
    shown_steps,
)
from referrals.pathways.declare import Pathway, Question, Step
from referrals.pathways.words import answer_in_words

KEPT_DAYS = KEPT_FOR.days

# The gravest first: what stands in the answer of a choice before what stands in free text.
HELP_BY_FLAG = {
    "self-harm": "crisis",
    "child-risk": "child",
    "words-of-harm": "words",
    "safeguarding": "safety",
    "safeguarding-words": "safety",
}


@dataclass(frozen=True)
class Doorway:
    """One way to the forms: who is asking, and what fits them."""

    heading: str
    pathways: list[Pathway]


@dataclass(frozen=True)
class Where:
    """Where somebody is in the form: step `number` of about `total`."""

    number: int
    total: int
    back_url: str


@dataclass(frozen=True)
class Part:
    """One step on the page of answers to check: rows as components/summary_list.html takes."""

    heading: str
    rows: list[dict[str, str]]


def doorways() -> list[Doorway]:
    """Return the ways to the forms by who is asking, each with every form that fits."""
    every = newest_pathways().values()
    return [
        Doorway(heading, [pathway for pathway in every if key in pathway.doors])
        for key, heading in DOORS.items()
    ]


def about_me(pathway: Pathway, contents: Contents) -> bool:
    return about_oneself(pathway, shown_answers(pathway, contents.steps))


def where(
    pathway: Pathway, contents: Contents, step: Step, token: str, from_check: bool = False
) -> Where:
    """Return the place of a shown step and the address of the page before it."""
    steps = shown_steps(pathway, contents.steps)
    index = steps.index(step)
    back = step_url(token, steps[index - 1]) if index else _gate_url(pathway, token)
    return Where(index + 1, len(steps), _check_url(token) if from_check else back)


def last_url(pathway: Pathway, contents: Contents, token: str) -> str:
    """Return the address of the last page before the answers are checked."""
    return step_url(token, shown_steps(pathway, contents.steps)[-1])


def next_url(
    pathway: Pathway, contents: Contents, token: str, step: Step | None, from_check: bool = False
) -> str:
    """Return what comes after a step: the next one, what is still open, or the answers."""
    still_open = open_steps(pathway, contents.steps, contents.unfinished)
    if step is not None and not from_check:
        steps = shown_steps(pathway, contents.steps)
        slugs = [each.slug for each in steps]
        following = steps[slugs.index(step.slug) + 1 :] if step.slug in slugs else still_open
        if following:
            return step_url(token, following[0])
    return step_url(token, still_open[0]) if still_open else _check_url(token)


def step_url(token: str, step: Step) -> str:
    return reverse("referral_step", kwargs={"token": token, "step": step.slug})


def parts(pathway: Pathway, contents: Contents, token: str) -> list[Part]:
    """Return every shown step with its answers in words and links to change them."""
    me = about_me(pathway, contents)
    return [
        Part(_heading(step, me), _rows(step, contents.steps.get(step.slug), token, me))
        for step in shown_steps(pathway, contents.steps)
    ]


def sent_parts(pathway: Pathway, answers: Mapping[str, Any]) -> list[Part]:
    """Return what was sent, step by step, for a copy; what is sealed apart is not in it."""
    me = about_oneself(pathway, answers)
    parts = [
        Part(in_words(step.heading, me), _answer_rows(step, answers, me)) for step in pathway.steps
    ]
    return [part for part in parts if part.rows]


def elsewhere(step: Step, contents: Contents, me: bool) -> list[dict[str, str]]:
    """Return what another window wrote on this page, as components/summary_list.html takes."""
    words = contents.unsent.get(step.slug) or contents.typed.get(step.slug)
    if words is None:
        return _answer_rows(step, contents.steps.get(step.slug, {}), me)
    return [
        {"key": in_words(question.label, me), "value": " ".join(found)}
        for question in step.questions
        if (found := _typed_for(question, words))
    ]


def help_kind(step: Step, answers: dict[str, Any]) -> str:
    """Return which help an answer calls for at once (a value of HELP_BY_FLAG, or "today").

    An empty text for none. It never keeps anybody from going on.
    """
    urgent = [
        option
        for question in step.questions
        for option in question.options
        if option.help_now and option.value == answers.get(question.key)
    ]
    texts = [question for question in step.questions if is_free_text(question)]
    raised = {option.flag for option in urgent}
    raised |= {flag for text in texts for flag in flags_of(text, answers.get(text.key))}
    said = next((kind for flag, kind in HELP_BY_FLAG.items() if flag in raised), "")
    return said or ("today" if urgent else "")


def what_happens_next(pathway: Pathway, sent: datetime) -> list[dict[str, str]]:
    """Return the dated steps after sending, as components/steps.html takes."""
    local = timezone.localtime(sent)
    return [
        {"heading": _by(local, milestone.working_days), "body": milestone.text}
        for milestone in pathway.what_next
    ]


def _by(sent: datetime, days: int) -> str:
    return f"By {long_date(add_working_days(sent, days))}" if days else "Now"


def _heading(step: Step, me: bool) -> str:
    text = step.questions[0].label if has_own_heading(step) else step.heading
    return in_words(text, me)


def _rows(step: Step, answers: dict[str, Any] | None, token: str, me: bool) -> list[dict[str, str]]:
    return [
        {
            "key": in_words(question.label, me),
            "value": answer_in_words(question, (answers or {}).get(question.key))
            or ("Not given" if answers is not None else "Not answered yet"),
            "change_url": f"{step_url(token, step)}?from=check#id_{question.key}",
        }
        for question in step.questions
    ]


def _answer_rows(step: Step, answers: Mapping[str, Any], me: bool) -> list[dict[str, str]]:
    rows = [
        {
            "key": in_words(question.label, me),
            "value": answer_in_words(question, answers.get(question.key)),
        }
        for question in step.questions
        if not question.secret
    ]
    return [row for row in rows if row["value"]]


def _typed_for(question: Question, words: Mapping[str, list[str]]) -> list[str]:
    names = (question.key, *(f"{question.key}_{part}" for part in range(3)))
    labels = {option.value: option.label for option in question.options}
    return [labels.get(text, text) for name in names for text in words.get(name, []) if text]


def _gate_url(pathway: Pathway, token: str) -> str:
    """Return the gate of a form that was begun: who goes on from there goes on with that form."""
    return f"{reverse('referral_gate', kwargs={'pathway': pathway.slug})}?form={token}"


def _check_url(token: str) -> str:
    return reverse("referral_check", kwargs={"token": token})
