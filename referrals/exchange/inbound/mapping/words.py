"""Pieces of FHIR as people read them: concepts, names, addresses, times, values."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from django.utils import timezone

from referrals.exchange.bundles.names import ODS_CODE
from referrals.exchange.bundles.parts import clean
from referrals.exchange.inbound.message import Resource, as_dict, codings, listed, text

LONGEST = 20_000


def said(*lines: str, between: str = "\n") -> str:
    """Return the lines that say something, each once, as text that can be stored and shown."""
    plain = (clean(line) for line in lines)
    return between.join(dict.fromkeys(line for line in plain if line))[:LONGEST]


def concept(value: Any) -> str:
    """Return a CodeableConcept, or several, in words; a code where there are no words."""
    return said(*(_concept(as_dict(each)) for each in listed(value)), between="; ")


def _concept(one: Resource) -> str:
    shown = [text(each.get("display")) or text(each.get("code")) for each in codings(one)]
    return said(text(one.get("text")), *shown, between=", ")


def in_use(things: Any) -> list[Resource]:
    """Return names or addresses: the official one first, former ones last."""
    return sorted(
        map(as_dict, listed(things)),
        key=lambda each: (each.get("use") == "old", each.get("use") != "official"),
    )


def name_of(names: Any) -> str:
    """Return the name in use, the official one first."""
    return next((words for each in in_use(names) if (words := human_name(each))), "")


def human_name(name: Resource) -> str:
    parts = [*listed(name.get("prefix")), *listed(name.get("given")), name.get("family"),
             *listed(name.get("suffix"))]  # fmt: skip
    words = " ".join(text(part) for part in parts if text(part))
    return said(text(name.get("text")) or words)


def plain_name(name: Resource) -> str:
    """Return the name without a title, which is no initial; else the text."""
    parts = [*listed(name.get("given")), name.get("family")]
    return said(" ".join(text(part) for part in parts if text(part))) or human_name(name)


def address(value: Any) -> tuple[str, str]:
    """Return (lines, postcode) of an Address; of several the one in use."""
    one = next(iter(in_use(value)), {})
    lines = [text(each) for each in listed(one.get("line"))]
    more = [text(one.get(key)) for key in ("district", "city", "state")]
    whole = said(*lines, *more) or said(text(one.get("text")))
    return whole, said(text(one.get("postalCode")))


def telecom(points: Any, system: str) -> str:
    """Return the numbers or addresses of one system ("phone", "email"), the first in use first."""
    found = [as_dict(each) for each in listed(points)]
    found = [each for each in found if text(each.get("system")) == system]
    return said(*(text(each.get("value")) for each in found if each.get("use") != "old"),
                between=", ")  # fmt: skip


def number(resource: Resource, system: str = ODS_CODE) -> str:
    """Return the identifier of one system."""
    for each in map(as_dict, listed(resource.get("identifier"))):
        if text(each.get("system")) == system:
            return said(text(each.get("value")))
    return ""


def numbers(resource: Resource, without: Iterable[str] = ()) -> str:
    """Return all identifiers, as `value (system)`."""
    found = map(as_dict, listed(resource.get("identifier")))
    return said(*(
        f"{text(each.get('value'))} ({text(each.get('system'))})"
        for each in found
        if text(each.get("value")) and text(each.get("system")) not in without
    ))  # fmt: skip


def moment(value: Any) -> datetime | None:
    """Return an instant or dateTime with any offset and up to seven digits of a second; None for
    what has no time of day. Without an offset it is UTC."""
    words = text(value)
    if "T" not in words:
        return None
    try:
        found = datetime.fromisoformat(words)
        return found if timezone.is_aware(found) else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def when(value: Any) -> str:
    """Return a time as `22 November 2026 at 09:30`; what is no full time as it came."""
    found = moment(value)
    if found is None:
        return said(text(value))
    try:
        local = timezone.localtime(found)
    except (ValueError, OverflowError):
        return said(text(value))
    return f"{local.day} {local:%B %Y at %H:%M}"


def period(value: Any) -> str:
    one = as_dict(value)
    return said(when(one.get("start")), when(one.get("end")), between=" to ")


def value_of(resource: Resource) -> str:
    """Return whatever stands under `value[x]`, in words."""
    for key, value in resource.items():
        if key.startswith("value") and key != "value":
            return _value(value)
    return ""


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, int | float):
        return said(str(value))
    if isinstance(value, str):
        return said(when(value))
    one = as_dict(value)
    if "value" in one:
        unit = text(one.get("unit")) or text(one.get("code"))
        return said(f"{_value(one['value'])} {unit}")
    if "start" in one or "end" in one:
        return period(one)
    return concept(one) or said(text(one.get("display")) or text(one.get("code")))


def notes(resource: Resource) -> str:
    return said(*(text(as_dict(each).get("text")) for each in listed(resource.get("note"))))
