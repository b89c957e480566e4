"""Lists of practices and of addresses, where the site holds them; without them people type."""

from collections.abc import Sequence
from dataclasses import dataclass

from referrals.pathways.declare import Kind

MOST = 10


@dataclass(frozen=True)
class Found:
    """One entry of a list: `code` is the ODS code of a practice, or what tells an address."""

    code: str
    label: str


def by_kind(kind: Kind, text: str) -> Sequence[Found]:
    """Return what fits a typed practice or organisation: its name, street or ODS code."""
    return practices(text) if kind is Kind.GP_PRACTICE else organisations(text)


def practices(text: str) -> Sequence[Found]:
    """Return at most MOST practices that fit what was typed; nothing where there is no list."""
    return ()


def organisations(text: str) -> Sequence[Found]:
    """Return at most MOST organisations that fit what was typed; nothing where there is no list."""
    return ()


def addresses(postcode: str) -> Sequence[Found]:
    """Return the addresses of a full postcode; nothing where there is no list."""
    return ()
