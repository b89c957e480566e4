"""Faults in the declarations or the keys stop the start, with the words to put them right."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from cryptography.fernet import Fernet
from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from referrals.cipher import Ring
from referrals.flags import FLAGS
from referrals.journey.doors import DOORS
from referrals.pathways import PATHWAYS, digest, stored_digests
from referrals.pathways.declare import Kind, Pathway, Question, Section

# What intake and the queue read from every referral.
NEEDED = {"name", "date_of_birth", "postcode", "phone"}
SHORTEST_INDEX_KEY = 32
PLAN_PARTS = ("_date", "_recorder", "_location")
RATED = ("phase", "akps", "prognosis", "main_concerns")
RATING_PARTS = ("_by", "_on")
# What lets somebody into a home is sealed apart (referrals.cipher.Ring.SECRETS).
ALWAYS_SECRET = {"key_safe", "hazards", "hazard_details"}
BEFORE_SECRETS = {"specialist-palliative-care/1"}
CHOSEN = {Kind.CHOICE, Kind.CHOICES, Kind.SELECT}


@register()
def check_pathways(**kwargs: Any) -> list[CheckMessage]:
    """Check every declared pathway against its digest and the rules of the vocabulary."""
    faults = [
        f"{_name(pathway)}: {fault}"
        for pathway in PATHWAYS
        for fault in [*faults_of(pathway), *_seal_fault(pathway)]
    ]
    doubled = _doubled(_name(pathway) for pathway in PATHWAYS)
    faults += [f"{name} is declared twice." for name in doubled]
    return [Error(fault, id="referrals.E001") for fault in faults]


@register()
def check_keys(**kwargs: Any) -> list[CheckMessage]:
    """Check that every ring has a key to encrypt with, that each is one, and none is shared."""
    hint = "cryptography.fernet.Fernet.generate_key() makes one."
    faults = [
        f"{ring} must hold one or more Fernet keys, the newest first."
        for ring in Ring
        if not _keys_of(ring)
    ]
    if _keys_of(Ring.ANSWERS) & _keys_of(Ring.SECRETS):
        faults.append(f"{Ring.ANSWERS} and {Ring.SECRETS} must not share a key.")
    index_keys = getattr(settings, "REFERRALS_INDEX_KEYS", [])
    if not index_keys or min(map(len, index_keys)) < SHORTEST_INDEX_KEY:
        faults.append("REFERRALS_INDEX_KEYS must hold texts of 32 random characters or more.")
    return [Error(fault, hint=hint, id="referrals.E002") for fault in faults]


def _keys_of(ring: Ring) -> set[str]:
    """Return the ring's keys; none if one of them is no Fernet key."""
    try:
        return {key for key in getattr(settings, ring, []) if Fernet(key)}
    except ValueError:
        return set()


def faults_of(pathway: Pathway) -> list[str]:
    """Return what is wrong with a declaration, as sentences; nothing if it is sound."""
    questions = [question for step in pathway.steps for question in step.questions]
    faults = [f"two steps are called {slug}." for slug in _doubled(s.slug for s in pathway.steps)]
    faults += [f"two questions are called {key}." for key in _doubled(q.key for q in questions)]
    faults += [
        f"the question {key} is missing." for key in sorted(NEEDED - {q.key for q in questions})
    ]
    faults += [fault for question in questions for fault in _question_faults(question)]
    faults += _secret_faults(pathway, questions)
    return faults + _condition_faults(pathway) + _part_faults(pathway) + _door_faults(pathway)


def _question_faults(question: Question) -> list[str]:
    faults = []
    if not question.purpose.strip():
        faults.append(f"the question {question.key} has no purpose.")
    if bool(question.options) != (question.kind in CHOSEN):
        faults.append(f"the question {question.key} has options where none belong, or none.")
    flags = {option.flag for option in question.options} | {question.flag}
    for flag in sorted(flags - {""} - set(FLAGS)):
        faults.append(f"the question {question.key} raises {flag}, which is no flag.")
    if question.secret and flags != {""}:
        faults.append(f"the question {question.key} is secret, and must raise no flag.")
    if question.least is not None and question.most is not None and question.least > question.most:
        faults.append(f"the question {question.key} takes no number at all.")
    return faults


def _secret_faults(pathway: Pathway, questions: Iterable[Question]) -> list[str]:
    """Versions from before there were secrets asked about hazards openly, and stay as they were."""
    if _name(pathway) in BEFORE_SECRETS:
        return []
    open_ones = [q.key for q in questions if q.key in ALWAYS_SECRET and not q.secret]
    return [f"the question {key} must be secret." for key in open_ones]


def _condition_faults(pathway: Pathway) -> list[str]:
    faults, before = [], dict[str, Question]()
    for step in pathway.steps:
        waiting = [(f"step {step.slug}", when) for when in step.shown_if]
        waiting += [(f"question {q.key}", when) for q in step.questions for when in q.shown_if]
        faults += [
            f"the {what} waits for an answer never given before it."
            for what, when in waiting
            if not when.values or not set(when.values) <= _values(before.get(when.question))
        ]
        before |= {question.key: question for question in step.questions}
    return faults


def _values(question: Question | None) -> set[str]:
    return {option.value for option in question.options} if question else set()


def _part_faults(pathway: Pathway) -> list[str]:
    """A plan is nothing without its date, recorder and place; a rating without rater and day."""
    keys = set(pathway.questions())
    planned = {
        question.key
        for step in pathway.steps
        for question in step.questions
        if step.section is Section.PLANS and question.key.endswith("_status")
    }
    parts = {
        key: [key.removesuffix("_status") + part for part in PLAN_PARTS] for key in sorted(planned)
    } | {key: [key + part for part in RATING_PARTS] for key in RATED if f"{key}_by" in keys}
    return [
        f"{key} has no {part}."
        for key, wanted in parts.items()
        for part in wanted
        if part not in keys
    ]


def _door_faults(pathway: Pathway) -> list[str]:
    return [f"no way in is called {door}." for door in pathway.doors if door not in DOORS]


def _seal_fault(pathway: Pathway) -> list[str]:
    stored = stored_digests().get(_name(pathway))
    if stored is None:
        return ["has no digest. Run `manage.py publish_pathways`."]
    if stored != digest(pathway):
        return ["was edited after it was published. Undo that and declare a new version."]
    return []


def _name(pathway: Pathway) -> str:
    return f"{pathway.slug}/{pathway.version}"


def _doubled(names: Iterable[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]
