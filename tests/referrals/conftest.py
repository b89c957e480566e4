"""What the tests of this room share: answers that are enough, drafts, referrals."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.http import QueryDict
from django.test import Client

from referrals.demo.answers import finished
from referrals.intake import Submission, accept
from referrals.journey.contents import Contents
from referrals.journey.drafts import find
from referrals.models import Referral
from referrals.pathways import newest_pathways
from referrals.pathways.declare import Kind, Pathway, Question, Step, When

SLUGS = [
    "palliative-care-support",
    "bereavement-support",
    "specialist-palliative-care",
    "carers-support",
    "wellbeing-day-services",
]
PERSON = {
    "name": "Martha Keel",
    "date_of_birth": "1948-03-27",
    "address": "4 Quay Row",
    "postcode": "WY1 1AA",
    "illness": "A weak heart",
    "problem": "Breathless at rest",
}


@pytest.fixture(autouse=True)
def _nobody_posted_before() -> None:
    cache.clear()


def pathway(slug: str = SLUGS[0]) -> Pathway:
    return newest_pathways()[slug]


def typed(question: Question) -> dict[str, Any]:
    """Return what somebody types into one question: right, and told apart from any other."""
    if question.kind is Kind.DATE:
        return {f"{question.key}_{part}": text for part, text in enumerate(("27", "3", "1948"))}
    samples: dict[Kind, Any] = {
        Kind.EMAIL: "someone@wyvernvale.example",
        Kind.PHONE: "01632 960 001",
        Kind.POSTCODE: "wy1 1aa",
        Kind.NHS_NUMBER: "999 000 0018",
        Kind.CONFIRM: "on",
        Kind.MONTH: "June 2020",
        Kind.NUMBER: "2.5",
    }
    if question.options:
        return {question.key: question.options[0].value}
    return {question.key: samples.get(question.kind, f"Answer to {question.key}")}


def typed_step(step: Step, **changes: Any) -> dict[str, Any]:
    """Return a right post of a whole step."""
    data: dict[str, Any] = {}
    for question in step.questions:
        data |= typed(question)
    return data | changes


def as_data(data: dict[str, Any]) -> QueryDict:
    post = QueryDict(mutable=True)
    for name, value in data.items():
        post.setlist(name, value if isinstance(value, list) else [value])
    return post


@pytest.fixture
def begin(client: Client, db: None) -> Callable[..., str]:
    """Begin a draft as a visitor does and return its token."""

    def run(slug: str = SLUGS[0], who: Client | None = None) -> str:
        answer = (who or client).post(f"/refer/{slug}/begin/", {"now": "carry-on"})
        assert answer.status_code == 302
        return answer.url.split("/")[3]

    return run


def fill_in(client: Client, token: str, slug: str, **changes: Any) -> str:
    """Go through the whole form as it is shown, page by page; return where it ends."""
    url = f"/refer/form/{token}/"
    for _ in range(80):
        url = (
            client.get(url, follow=True).redirect_chain[-1][0] if url.endswith(token + "/") else url
        )
        if "/step/" not in url:
            return url
        if url.endswith("/help/"):
            url = client.get(url).context["go_on"]
            continue
        step = pathway(slug).step(url.split("/step/")[1].strip("/"))
        data = typed_step(step)
        data |= {key: value for key, value in changes.items() if key in data}
        answer = client.post(url, data)
        assert answer.url != url, client.get(url).context["form"].errors
        url = answer.url
    raise AssertionError("The form has no end.")


@pytest.fixture
def make_referral(db: None) -> Callable[..., Referral]:
    """Make a referral by the real intake."""

    def run(slug: str = SLUGS[0], at: datetime | None = None, **answers: Any) -> Referral:
        whole = finished(pathway(slug), PERSON | answers)
        return accept(Submission(uuid4(), pathway(slug), whole, at))

    return run


def opening(whole: Pathway, step: Step) -> dict[str, dict[str, Any]]:
    """Return what a draft holds so that a step is shown with as many questions as can be."""
    wanted: dict[str, str] = {}
    for when in [*step.shown_if, *(when for q in step.questions for when in q.shown_if)]:
        _want(whole, when, wanted)
    return {
        each.slug: {q.key: wanted[q.key] for q in each.questions if q.key in wanted}
        for each in whole.steps
        if {q.key for q in each.questions} & set(wanted)
    }


def _want(whole: Pathway, when: When, wanted: dict[str, str]) -> None:
    """Settle the answer of a condition, and of those that open its own question."""
    wanted.setdefault(when.question, when.values[0])
    step = next(s for s in whole.steps if when.question in {q.key for q in s.questions})
    for earlier in (*step.shown_if, *whole.questions()[when.question].shown_if):
        _want(whole, earlier, wanted)


def prefill(token: str, steps: dict[str, dict[str, Any]]) -> None:
    """Put answers into a draft as if its pages had been saved."""
    draft = find(token)
    draft.sealed = Contents(steps).sealed()
    draft.save()
