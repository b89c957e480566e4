"""How often and on which days: two boxes for what RFC 5545 says in one rule."""

from typing import Any

from services_directory.assurance.proposals.states import State
from services_directory.assurance.proposals.words import days_of_rule
from services_directory.choices import Frequency

AS_NOW = "as-now"
WEEK = [
    ("MO", "Monday"),
    ("TU", "Tuesday"),
    ("WE", "Wednesday"),
    ("TH", "Thursday"),
    ("FR", "Friday"),
    ("SA", "Saturday"),
    ("SU", "Sunday"),
]
OFTEN = [
    ("W1", "Every week"),
    ("W2", "Every second week"),
    ("W3", "Every third week"),
    ("W4", "Every fourth week"),
    ("M1", "The first of the month"),
    ("M2", "The second of the month"),
    ("M3", "The third of the month"),
    ("M4", "The fourth of the month"),
    ("M-1", "The last of the month"),
    ("M1,3", "The first and third of the month"),
    ("M2,4", "The second and fourth of the month"),
]
_CODES = [code for code, _ in WEEK]


def boxes_of(row: State) -> tuple[str, list[str]]:
    """Return (how often, days) of a row; (AS_NOW, []) for a rule that the boxes cannot say."""
    tokens = str(row["byday"]).split(",")
    days = [code for code in _CODES if any(token.endswith(code) for token in tokens)]
    weeks = list(dict.fromkeys(token[:-2] for token in tokens))
    often = f"W{row['interval']}" if row["freq"] == Frequency.WEEKLY else f"M{','.join(weeks)}"
    plain = row["freq"] == Frequency.WEEKLY or row["interval"] == 1
    if plain and often in dict(OFTEN) and _tokens(rule_of(often, days)) == set(tokens):
        return often, days
    return AS_NOW, []


def rule_of(often: str, days: list[str]) -> State:
    """Return `freq`, `interval` and `byday` of what the two boxes say."""
    chosen = [code for code in _CODES if code in days]
    if often.startswith("W"):
        return _rule(Frequency.WEEKLY, int(often[1:]), chosen)
    weeks = often[1:].split(",")
    return _rule(Frequency.MONTHLY, 1, [f"{week}{code}" for week in weeks for code in chosen])


def keeping(row: State, rule: State) -> State:
    """Return the row's own rule when it says the same in another order."""
    own = {name: row[name] for name in rule}
    alike = (own["freq"], own["interval"]) == (rule["freq"], rule["interval"])
    return own if alike and _tokens(own) == _tokens(rule) else rule


def choices_for(row: State | None) -> list[tuple[str, str]]:
    """Return what can be chosen, with the row's own rule first when only words can say it."""
    if row is None or boxes_of(row)[0] != AS_NOW:
        return OFTEN
    return [(AS_NOW, f"As now: {days_of_rule(row)}"), *OFTEN]


def _rule(freq: str, interval: int, tokens: list[str]) -> State:
    return {"freq": str(freq), "interval": interval, "byday": ",".join(tokens)}


def _tokens(rule: dict[str, Any]) -> set[str]:
    return set(str(rule["byday"]).split(","))
