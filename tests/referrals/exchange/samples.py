"""Every kind of message that we send, over each pathway, fullest and sparsest."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from referrals.exchange.bundles import messages
from referrals.exchange.bundles.enclosures import Enclosure
from referrals.exchange.bundles.letter import Letter, Party
from referrals.exchange.bundles.messages import Message
from referrals.pathways import PATHWAYS
from referrals.pathways.answers import shown_answers
from referrals.pathways.declare import Kind, Pathway, Question

AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
US = Party("Wyvern Vale Palliative Care Partnership", "W0V01", "2000011147")
THEM = Party("Wyvern Vale Hospice record", "W0V02", "2000099999")
NAMED = [f"{pathway.slug}/{pathway.version}" for pathway in PATHWAYS]
TYPED: dict[Kind, Any] = {
    Kind.EMAIL: "someone@wyvernvale.example",
    Kind.PHONE: "01632 960 001",
    Kind.POSTCODE: "WY1 1AA",
    Kind.DATE: "2026-11-19",
    Kind.MONTH: "2026-06",
    Kind.NUMBER: 2.5,
    Kind.NHS_NUMBER: "9990000018",
    Kind.CONFIRM: True,
    Kind.LONG_TEXT: "First line – with a dash & <signs>.\r\nSecond line: ’quotes’, Łódź.",
    Kind.ADDRESS: "4 Quay Row\nWyvernstow",
}


ENCLOSURES = (
    Enclosure("letter of Dr Łęcka.pdf", "application/pdf", 23, b"%PDF-1.7 a letter %%EOF"),
    Enclosure("photo.jpg", "image/jpeg", 6_900_000, None, "as it is too large"),
)


def pathway_of(named: str) -> Pathway:
    return next(each for each in PATHWAYS if f"{each.slug}/{each.version}" == named)


def _option(question: Question, number: int) -> Any:
    values = [option.value for option in question.options]
    if question.kind is Kind.CHOICES:
        return values if number < 0 else values[:1]
    return values[number % len(values)]


def full_answer(question: Question, number: int) -> Any:
    """Return an answer: option `number` where there are options, all of a CHOICES."""
    if question.options:
        return _option(question, -1 if question.kind is Kind.CHOICES else number)
    return TYPED.get(question.kind, f"Answer to {question.key}")


def answers_to(pathway: Pathway, number: int | None) -> dict[str, Any]:
    """Return whole answers; number None: only what is required, with the first option."""

    def one(question: Question) -> Any:
        if number is not None:
            return full_answer(question, number)
        if question.required:
            return _option(question, 0) if question.options else full_answer(question, 0)
        return [] if question.kind is Kind.CHOICES else ""

    by_step = {
        step.slug: {key: one(q) for q in step.questions for key in q.keys}
        for step in pathway.steps
    }  # fmt: skip
    secret = {key for key, question in pathway.questions().items() if question.secret}
    shown = shown_answers(pathway, by_step)
    shown = {key: value for key, value in shown.items() if key not in secret}
    return {
        key: "Y02345" if key.endswith("_ods") and value else value for key, value in shown.items()
    }


def letter(named: str, number: int | None = None, **answers: Any) -> Letter:
    pathway = pathway_of(named)
    root = UUID("6f1c1a2e-0000-5000-8000-000000000001")
    return Letter(
        root=root, reference="K7RT-3WXH", pathway=pathway,
        answers=answers_to(pathway, number) | answers, submitted_at=AT,
        due_at=AT + timedelta(days=2), conversation=uuid5(root, "conversation"),
        journey=uuid5(root, "journey"), sender=US, receiver=THEM,
        site="https://front-door.example", use_case="a7t1",
        enclosures=() if number is None else ENCLOSURES,
    )  # fmt: skip


def message(name: str = "message") -> Message:
    return Message(uuid5(NAMESPACE_URL, name), AT)


def every_kind() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (name, bundle): requests with each option chosen in turn, then the short ones."""
    for named in NAMED:
        name = named.replace("/", "-")
        most = max(len(q.options) for q in pathway_of(named).questions().values())
        yield f"{name}-sparsest", messages.request(letter(named), message())
        for number in range(min(most, 8)):
            yield f"{name}-full-{number}", messages.request(letter(named, number), message())
        yield f"{name}-update", messages.request(letter(named, 1), message(), "update")
        yield f"{name}-cancel", messages.cancellation(letter(named, 1), message())
        yield f"{name}-error", messages.cancellation(letter(named), message(), in_error=True)
        for outcome in messages.ANSWERS:
            answer = messages.response(letter(named, 1), message(), outcome, "their-id", "Because.")
            yield f"{name}-response-{outcome}", answer
