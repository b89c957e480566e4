"""Words and colours of the queue and of a referral."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from referrals.flags import FLAGS, Flag, in_order
from referrals.models import AuditEvent, Band, Decision, Outcome, Referral, Source
from referrals.pathways import pathway_at
from referrals.pathways.answers import in_words
from referrals.pathways.declare import Section
from referrals.pathways.words import answer_in_words, needs_in_words

BAND_COLOURS = {"": "grey", Band.DAY: "urgent", Band.TWO_DAYS: "warn", Band.FIVE_DAYS: "info"}
OUTCOME_WORDS = {
    Outcome.ACCEPT: "Accepted",
    Outcome.REDIRECT: "Redirected",
    Outcome.DECLINE: "Declined",
    Outcome.ASK: "Asked for more",
    Outcome.WITHDRAWN: "Closed: no longer wanted",
    Outcome.DIED: "Closed: the person died",
}
ACTION_WORDS = {
    "received": "Received",
    "viewed": "Read",
    "taken": "Taken",
    "handed back": "Handed back",
    "band set": "How soon was set",
    "asked": "Asked for more",
    "decided": "Decided",
    "listed": "Looked at the queue",
    "searched": "Looked for an NHS number",
    "secrets opened": "Opened the key safe and hazards",
    "attachment opened": "Opened a file",
    "held": "Kept for legal reasons",
    "released": "No longer kept for legal reasons",
    "deleted": "Deleted, its time being over",
    "delivered": "Delivered to another system",
    "delivery given up": "Not delivered, given up",
    "delivery replayed": "Sent again",
    "delivery closed": "Receiver told another way",
    "deliveries listed": "Looked at the deliveries",
    "printed": "Downloaded as PDF",
    "copied": "Downloaded as a message",
    "message opened": "Downloaded the message as it came",
    "changed by sender": "Changed by the sender",
    "withdrawn by sender": "Withdrawn by the sender",
    "read by sender": "Read by the sender",
    "answered by receiver": "The receiver answered",
    "files came by message": "Files came with the message",
}

BY_THE_SITE = {"delivered", "delivery given up", "deleted"}


@dataclass(frozen=True)
class Row:
    """One line of the queue."""

    reference: str
    band: str
    band_colour: str
    due: str
    due_at: datetime
    late: bool
    person: str
    pathway: str
    area: str
    flags: list[Flag]
    owner: str
    state: str


@dataclass(frozen=True)
class Answered:
    """One section of a referral's answers: rows as components/summary_list.html takes."""

    heading: str
    rows: list[dict[str, str]]


@dataclass(frozen=True)
class Happened:
    """One line of the history."""

    at: datetime
    who: str
    what: str
    more: str


@dataclass(frozen=True)
class TrailLine:
    """One line of the audit trail."""

    at: datetime
    who: str
    what: str
    reference: str
    detail: str


def row(referral: Referral, areas: Mapping[str, str], now: datetime) -> Row:
    """Return the words of one line of the queue."""
    summary = referral.summary
    return Row(
        reference=referral.reference,
        band=Band(referral.band).label,
        band_colour=BAND_COLOURS[referral.band],
        due=due_in_words(referral, now),
        due_at=referral.due_at,
        late=is_late(referral, now),
        person=person_in_words(summary["initials"], summary["date_of_birth"], now),
        pathway=pathway_title(referral),
        area=areas.get(referral.area_code, "Not known"),
        flags=flags_of(referral),
        owner=str(referral.owner) if referral.owner else "Nobody yet",
        state=state_in_words(referral),
    )


def flags_of(referral: Referral) -> list[Flag]:
    """Return what to know before ringing, the gravest first."""
    return [FLAGS[key] for key in in_order(referral.summary["flags"])]


def needs_of(referral: Referral) -> list[str]:
    """Return the language and access needs by name, to be met from the first call on."""
    pathway = pathway_at(referral.pathway_slug, referral.pathway_version)
    return needs_in_words(pathway, referral.answers)


def pathway_title(referral: Referral) -> str:
    return pathway_at(referral.pathway_slug, referral.pathway_version).title


def is_late(referral: Referral, now: datetime) -> bool:
    return referral.decided_at is None and referral.due_at < now


def due_in_words(referral: Referral, now: datetime) -> str:
    """Return "in 3 h" or "2 h late"; for a decided referral an empty text."""
    if referral.decided_at:
        return ""
    seconds = (referral.due_at - now).total_seconds()
    amount = _amount(abs(seconds))
    return f"{amount} late" if seconds < 0 else f"in {amount}"


def state_in_words(referral: Referral) -> str:
    """Return the state, read off the timestamps."""
    if referral.decided_at:
        return OUTCOME_WORDS[Outcome(referral.outcome)]
    if referral.asked_at:
        return "Waiting for an answer"
    return "Taken" if referral.taken_at else "New"


def person_in_words(initials: str, date_of_birth: str, now: datetime) -> str:
    """Return initials and age, as "MK, 78"."""
    if not date_of_birth:
        return initials or "Not known"
    born, today = date.fromisoformat(date_of_birth), timezone.localdate(now)
    age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    return f"{initials or '–'}, {age}"


def answers_in_clinical_order(referral: Referral) -> list[Answered]:
    """Return all answers by section, in the order of clinical use; empty sections left out."""
    pathway, answers = pathway_at(referral.pathway_slug, referral.pathway_version), referral.answers
    rows: dict[Section, list[dict[str, str]]] = {section: [] for section in Section}
    for step in pathway.steps:
        for question in step.questions:
            if question.key in answers:
                words = answer_in_words(question, answers[question.key])
                label = in_words(question.label, about_me=False)
                rows[step.section].append({"key": label, "value": words})
    return [Answered(str(section), found) for section, found in rows.items() if found]


def secrets_in_words(referral: Referral, secrets: Mapping[str, object]) -> list[dict[str, str]]:
    """Return rows of key-safe code and hazards as components/summary_list.html takes them."""
    questions = pathway_at(referral.pathway_slug, referral.pathway_version).questions()
    return [
        {
            "key": in_words(questions[key].label, about_me=False),
            "value": answer_in_words(questions[key], value),
        }
        for key, value in secrets.items()
    ]


def history(events: Iterable[AuditEvent], decisions: Iterable[Decision]) -> list[Happened]:
    """Return what happened, the newest first, with the reason beside each decision."""
    by_pk = {decision.pk: decision for decision in decisions}
    return [
        Happened(
            event.at,
            _who(event),
            ACTION_WORDS.get(event.action, event.action),
            _more(event, by_pk.get(event.detail.get("decision", 0))),
        )
        for event in events
    ]


def decision_in_words(decision: Decision) -> str:
    """Return the outcome and where to, as "Redirected to Wyvern Vale Carers’ Centre"."""
    words = OUTCOME_WORDS[Outcome(decision.outcome)]
    return f"{words} to {decision.service_name}" if decision.service_name else words


def last_decision(decisions: Iterable[Decision]) -> str:
    """Return who decided what, when and why, for the newest decision; else an empty text."""
    last = max(decisions, key=lambda each: (each.decided_at, each.pk), default=None)
    if last is None:
        return ""
    when = timezone.localtime(last.decided_at)
    words = decision_in_words(last)
    return f"{words} by {last.decided_by} on {when.day} {when:%B at %H:%M}. Reason: {last.reason}"


def trail(events: Iterable[AuditEvent]) -> list[TrailLine]:
    """Return lines of the audit trail: codes only, no health data and no reasons."""
    return [
        TrailLine(
            event.at,
            _who(event),
            ACTION_WORDS.get(event.action, event.action),
            event.referral_id or "",
            ", ".join(
                f"{key}: {value}"
                # PostgreSQL keeps no order of keys; what came after stands after.
                for key, value in sorted(event.detail.items(), key=_before_after)
                if value not in ("", None)
            ),
        )
        for event in events
    ]


def _who(event: AuditEvent) -> str:
    """Return who did it; what no member of staff did came from outside, or the site did it."""
    if event.actor:
        return str(event.actor)
    if event.detail.get("source") == Source.BARS:
        return "Another system"
    return "The site" if event.action in BY_THE_SITE else "The form"


def _more(event: AuditEvent, decision: Decision | None) -> str:
    if decision:
        return f"{decision_in_words(decision)}. {decision.reason}"
    if event.action == "band set":
        return Band(event.detail["after"]).label
    return ""


def _amount(seconds: float) -> str:
    minutes = int(seconds // 60)
    if minutes < 60:
        return f"{minutes} min"
    return f"{minutes // 60} h" if minutes < 48 * 60 else f"{minutes // (24 * 60)} days"


def _before_after(pair: tuple[str, object]) -> tuple[bool, str]:
    return pair[0] == "after", pair[0]
