"""The form and its answers as Questionnaire and QuestionnaireResponse: all of them, losslessly.

Each linkId is the key of a question. What FHIR's types can't say exactly (an empty answer, spaces
at the ends, control characters) travels beside in an extension, so that reading gives back the
very answers.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from referrals.exchange.bundles import enclosures
from referrals.exchange.bundles.letter import Letter
from referrals.exchange.bundles.names import OURS, uk_core
from referrals.exchange.bundles.parts import (
    Resource,
    clean,
    coding,
    extension,
    filled,
    instant,
    ref,
    resource,
)
from referrals.pathways.answers import in_words
from referrals.pathways.declare import Kind, Question

EXACT = f"{OURS}:exact-answer"
_CANONICAL = re.compile(r"/refer/(?P<slug>[-a-z0-9]+)/\|(?P<version>[0-9]{1,4})$")
_DATE = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")
_TYPES = {Kind.DATE: "date", Kind.MONTH: "date", Kind.CONFIRM: "boolean", Kind.NUMBER: "decimal",
          Kind.LONG_TEXT: "text", Kind.ADDRESS: "text"}  # fmt: skip


def questionnaire(letter: Letter) -> Resource:
    """Return the form: the questions that were answered, in order, with their options; files."""
    return resource(
        "Questionnaire", letter.root, "questionnaire", uk_core("UKCore-Questionnaire"),
        url=f"{letter.site}/refer/{letter.pathway.slug}/",
        version=str(letter.pathway.version),
        title=letter.pathway.title,
        status="active",
        subjectType=["Patient"],
        item=[*(_asked(key, question) for key, question in _in_order(letter)),
              *([enclosures.asked()] if letter.enclosures else [])],
    )  # fmt: skip


def response(letter: Letter, patient: Resource, encounter: Resource) -> Resource:
    """Return all answers but the secret ones, which the letter does not hold, and the files."""
    return resource(
        "QuestionnaireResponse", letter.root, "answers", uk_core("UKCore-QuestionnaireResponse"),
        questionnaire=f"{letter.site}/refer/{letter.pathway.slug}/|{letter.pathway.version}",
        status="completed",
        subject=ref(patient),
        encounter=ref(encounter),
        authored=instant(letter.submitted_at),
        item=[*(_answered(key, question, letter.answers[key])
                for key, question in _in_order(letter)),
              *([enclosures.answered(letter.enclosures)] if letter.enclosures else [])],
    )  # fmt: skip


def answers_of(filled_in: Mapping[str, Any]) -> tuple[str, int, dict[str, Any]]:
    """Return (pathway slug, version, answers) of a response of ours; raise ValueError for others'.

    The answers are as they were sealed, key for key and value for value.
    """
    named = _CANONICAL.search(str(filled_in.get("questionnaire", "")))
    if named is None:
        raise ValueError("This is no form of ours.")
    items = [item for item in filled_in.get("item", []) if not enclosures.is_of_files(item)]
    answers = {str(item["linkId"]): _read(item) for item in items}
    return named["slug"], int(named["version"]), answers


def _in_order(letter: Letter) -> Iterator[tuple[str, Question | None]]:
    """Yield the keys answered: first as the form asks, then whatever else there is."""
    declared = {
        key: question for question in letter.pathway.questions().values() for key in question.keys
    }
    yield from ((key, each) for key, each in declared.items() if key in letter.answers)
    yield from ((key, None) for key in sorted(letter.answers) if key not in declared)


def _asked(key: str, question: Question | None) -> dict[str, Any]:
    if question is None or key != question.key:
        return {"linkId": key, "text": key, "type": "string"}
    item: dict[str, Any] = {
        "linkId": key,
        "text": in_words(question.label, about_me=False),
        "type": "choice" if question.options else _TYPES.get(question.kind, "string"),
    }
    if question.kind is Kind.CHOICES:
        item["repeats"] = True
    if question.options:
        item["answerOption"] = [
            {"valueCoding": coding(_system(key), option.value, clean(option.label))}
            for option in question.options
        ]
    return item


def _answered(key: str, question: Question | None, value: Any) -> dict[str, Any]:
    item: dict[str, Any] = {"linkId": key}
    if question and key == question.key:
        item["text"] = in_words(question.label, about_me=False)
    values = value if isinstance(value, list) else [value]
    item["answer"] = [each for each in (_value(key, question, one) for one in values) if each]
    item = filled(item)
    if _read(item) != value or type(_read(item)) is not type(value):
        exact = json.dumps(value, separators=(",", ":"), sort_keys=True)
        item = {"extension": [extension(EXACT, valueString=exact)]} | item
    return item


def _value(key: str, question: Question | None, value: Any) -> dict[str, Any]:
    if isinstance(value, bool):
        return {"valueBoolean": value}
    if isinstance(value, int | float):
        return {"valueDecimal": value}
    if not (text := clean(value)):
        return {}
    if question and key == question.key:
        labels = {option.value: option.label for option in question.options}
        if isinstance(value, str) and value in labels:
            return {"valueCoding": coding(_system(key), value, clean(labels[value]))}
        if question.kind in (Kind.DATE, Kind.MONTH) and _DATE.fullmatch(text):
            return {"valueDate": text}
    return {"valueString": text}


def _read(item: Mapping[str, Any]) -> Any:
    for each in item.get("extension", []):
        if each.get("url") == EXACT:
            return json.loads(each["valueString"])
    values = [_plain(answer) for answer in item.get("answer", [])]
    return values[0] if len(values) == 1 else values or ""


def _plain(answer: Mapping[str, Any]) -> Any:
    if "valueCoding" in answer:
        return answer["valueCoding"]["code"]
    return next(value for key, value in answer.items() if key.startswith("value"))


def _system(key: str) -> str:
    return f"{OURS}:answer:{key.replace('_', '-')}"
