"""The words in which a pathway is declared. Data only: no callables, so that it can be sealed."""

from dataclasses import dataclass, field, fields, is_dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What sort of answer a question takes; referrals.journey.fields maps each to a form field."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    EMAIL = "email"
    PHONE = "phone"
    POSTCODE = "postcode"
    DATE = "date"
    MONTH = "month"
    NUMBER = "number"
    CHOICE = "choice"
    SELECT = "select"
    CHOICES = "choices"
    CONFIRM = "confirm"
    NHS_NUMBER = "nhs_number"
    GP_PRACTICE = "gp_practice"
    ORGANISATION = "organisation"
    ADDRESS = "address"


# Typed, and offered from a list by ODS code where the site holds one.
LOOKED_UP = frozenset({Kind.GP_PRACTICE, Kind.ORGANISATION})


class Section(StrEnum):
    """Where triage staff read an answer. The order is the order of clinical use."""

    WHY = "Why now"
    CLINICAL = "Illness and how they are"
    AWARENESS = "What each person knows"
    PLANS = "Plans and wishes"
    AGREEMENT = "Agreement"
    NEEDS = "Language and access"
    SAFETY = "Safety and visits"
    PERSON = "The person"
    PEOPLE = "People around them"
    REFERRER = "Who sent this"


# A field added after the first versions were published: at its default it leaves no mark on a
# digest, so that what was sealed before stays as it was.
_LATER = {"later": True}


@dataclass(frozen=True)
class Option:
    """A possible answer. `flag` lifts it for staff; `help_now` shows where help is at once.

    `code` is the standard code under which the answer travels, as `system|code`.
    """

    value: str
    label: str
    hint: str = ""
    flag: str = ""
    help_now: bool = False
    code: str = ""

    @property
    def raises(self) -> str:
        """Return its flag. Who is told to ring as well may not do so: the form must not wait."""
        return self.flag or ("asks-soon" if self.help_now else "")


@dataclass(frozen=True)
class When:
    """Holds when the question's answer is, or has among its choices, one of the values."""

    question: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """One question. `purpose` says who uses the answer and for what; no purpose, no question.

    Texts may hold `[your|their]`: the first word for somebody who fills in the form about
    themselves, the second for anybody else and for staff.

    All of `shown_if` must hold, or the question is not asked and no answer of it is kept; it may
    wait for answers of earlier steps only. `secret`: sealed apart from the other answers, and
    never flagged. `least` and `most` bound a NUMBER.
    """

    key: str
    kind: Kind
    label: str
    purpose: str
    hint: str = ""
    required: bool = True
    missing: str = ""
    options: tuple[Option, ...] = ()
    autocomplete: str = ""
    width: str = ""
    in_the_past: bool = False
    flag: str = ""
    shown_if: tuple[When, ...] = field(default=(), metadata=_LATER)
    secret: bool = field(default=False, metadata=_LATER)
    least: float | None = field(default=None, metadata=_LATER)
    most: float | None = field(default=None, metadata=_LATER)

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of its answers: what was looked up has its ODS code too."""
        return (self.key, f"{self.key}_ods") if self.kind in LOOKED_UP else (self.key,)


@dataclass(frozen=True)
class Step:
    """One page. `why` says why it is asked at this point; all of `shown_if` must hold.

    A step of which no question is shown is not shown either.
    """

    slug: str
    heading: str
    why: str
    section: Section
    questions: tuple[Question, ...]
    shown_if: tuple[When, ...] = ()


@dataclass(frozen=True)
class Milestone:
    """What happens by `working_days` after sending (0: at once)."""

    working_days: int
    text: str


@dataclass(frozen=True)
class Pathway:
    """A whole form. `promise` is the working days within which somebody is first in touch.

    audience: "oneself", "public" (the question `who_for` tells for whom), "professional" or
    "anyone" (`who_for` tells who asks as well). doors: the ways in that lead to it, by key of
    referrals.journey.doors.DOORS. needs: the directory's needs whose services can be
    offered instead. attachments: whether letters and photographs can be added.

    A published version is never edited (pathways/digests.json): copy it to a new file instead.
    """

    slug: str
    version: int
    title: str
    audience: str
    for_whom: str
    summary: str
    eligibility: tuple[str, ...]
    other_routes: tuple[str, ...]
    asks: tuple[str, ...]
    minutes: int
    promise: int
    urgent: str
    what_next: tuple[Milestone, ...]
    if_things_change: str
    steps: tuple[Step, ...]
    needs: tuple[str, ...] = ()
    doors: tuple[str, ...] = field(default=(), metadata=_LATER)
    attachments: bool = field(default=True, metadata=_LATER)

    def step(self, slug: str) -> Step | None:
        return next((step for step in self.steps if step.slug == slug), None)

    def questions(self) -> dict[str, Question]:
        """Return all questions by key."""
        return {question.key: question for step in self.steps for question in step.questions}


def declared(thing: Any) -> Any:
    """Return a declaration as JSON; what was added later is left out where it says nothing."""
    if is_dataclass(thing):
        return {
            each.name: declared(value)
            for each in fields(thing)
            if (value := getattr(thing, each.name)) != each.default or not each.metadata
        }
    return [declared(each) for each in thing] if isinstance(thing, tuple) else thing
