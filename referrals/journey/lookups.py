"""Lists of practices and of addresses, where the site holds them; without them people type."""

from collections.abc import Sequence
from dataclasses import dataclass

from portal.places.addresses import find_addresses
from portal.places.models import HealthOrganization
from portal.places.ods import find_organizations
from referrals.pathways.declare import Kind


@dataclass(frozen=True)
class Found:
    """One entry of a list: `code` is the ODS code of a practice, or what tells an address."""

    code: str
    label: str


def by_kind(kind: Kind, text: str) -> Sequence[Found]:
    """Return what fits a typed practice or organisation: its name, street or ODS code."""
    return practices(text) if kind is Kind.GP_PRACTICE else organisations(text)


def practices(text: str) -> Sequence[Found]:
    """Return some practices that fit what was typed; nothing where there is no list."""
    return _found(text, HealthOrganization.Kind.PRACTICE)


def organisations(text: str) -> Sequence[Found]:
    """Return some organisations that fit what was typed; nothing where there is no list."""
    return _found(text, HealthOrganization.Kind.OTHER)


def addresses(postcode: str) -> Sequence[Found]:
    """Return the addresses of a full postcode; nothing where there is no list."""
    return [Found(each.key, each.line) for each in find_addresses(postcode)]


def _found(text: str, kind: HealthOrganization.Kind) -> Sequence[Found]:
    return [Found(each.code, str(each)) for each in find_organizations(text, kind)]
