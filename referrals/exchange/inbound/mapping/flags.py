"""Flags of a message, sorted into what staff read and follow. None of them is lost."""

from typing import Any

from referrals.exchange.inbound.mapping.words import concept, period, said
from referrals.exchange.inbound.message import Message, Resource, as_dict, codes, text
from referrals.pathways.steps.needs import ACCESS_OPTIONS

_LABELS = {option.label for option in ACCESS_OPTIONS}
_NEEDS = {option.code.rpartition("|")[2].lower(): option.value for option in ACCESS_OPTIONS}
# What needs somebody who signs or speaks for the person, among codes that we have no option for.
_INTERPRETERS = ("interpreter",)


def flags(message: Message) -> dict[str, Any]:
    """Return the answers that flags give."""
    by: dict[str, list[Resource]] = {}
    for flag in message.all("Flag"):
        if text(flag.get("status")) not in ("inactive", "entered-in-error"):
            by.setdefault(_category(flag), []).append(flag)
    known = {"RA", "SG", "IR", "RT", "SS"}
    rest = [flag for category in by if category not in known for flag in by[category]]
    return {
        **_needs(by.get("RA", [])),
        **_detailed("safeguarding", "safeguarding_detail", "yes", by.get("SG", [])),
        **_detailed("infection", "infection_detail", "yes", by.get("IR", [])),
        **_detailed("visit_risk", "hazard_details", "yes", by.get("SS", [])),
        **_detailed("respect_status", "respect_detail", "in-place", by.get("RT", [])),
        "other_flags": said(*(_words(flag, with_category=True) for flag in rest)),
    }


def _needs(found: list[Resource]) -> dict[str, Any]:
    """Codes that we ask with become options; the others are kept in words."""
    chosen, others, interpreter = list[str](), list[str](), False
    for flag in found:
        flagged = [code.lower() for code in codes(flag.get("code"))]
        known = [_NEEDS[code] for code in flagged if code in _NEEDS]
        chosen += known
        interpreter |= any(word in code for code in flagged for word in _INTERPRETERS)
        said_besides = text(as_dict(flag.get("code")).get("text"))
        if not known or (said_besides and said_besides not in _LABELS):
            others.append(_words(flag))
    answers: dict[str, Any] = {"access_other": said(*others)}
    if interpreter:
        answers["interpreter"] = "yes"
    return answers | ({"access_needs": list(dict.fromkeys(chosen))} if chosen else {})


def _detailed(key: str, detail: str, value: str, found: list[Resource]) -> dict[str, str]:
    return {key: value, detail: said(*map(_words, found))} if found else {}


def _category(flag: Resource) -> str:
    return next(iter(codes(flag.get("category"))), "").upper()


def _words(flag: Resource, with_category: bool = False) -> str:
    words = concept(flag.get("code"))
    since = period(flag.get("period"))
    words = f"{words} ({since})" if words and since else words
    category = concept(flag.get("category"))
    return f"{category}: {words}" if with_category and category else words or category
