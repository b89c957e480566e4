"""Whether a message holds as many resources of each kind as its MessageDefinition allows.

BaRS asks receivers to refuse messages that don't; validators of FHIR do not look.
"""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_DATA = Path(__file__).with_name("message_definitions.json")


@dataclass(frozen=True)
class Range:
    """How many of a kind: `most` is None where there is no limit."""

    least: int
    most: int | None


def declared(name: str) -> dict[str, Any]:
    """Return date, event and focus of a definition, by its last words; raise LookupError."""
    definitions = _definitions()
    if name not in definitions:
        raise LookupError(f"No MessageDefinition {name}.")
    return dict(definitions[name])


@cache
def ranges(name: str) -> dict[str, Range]:
    """Return kind -> range for a definition, by its last words; raise LookupError.

    Several lines for one kind (a flag with and without scene safety) add up.
    """
    found: dict[str, Range] = {}
    for line in declared(name)["focus"]:
        most = None if line["max"] == "*" else int(line["max"])
        old = found.get(line["code"], Range(0, 0))
        total = None if most is None or old.most is None else old.most + most
        found[line["code"]] = Range(old.least + line["min"], total)
    return found


def faults_of(bundle: Mapping[str, Any]) -> list[str]:
    """Return what is wrong, as sentences; nothing for a message as its definition has it."""
    kinds = Counter(_kinds(bundle))
    kinds["Bundle"] += 1
    named = _definition_of(bundle)
    try:
        allowed = ranges(named)
    except LookupError:
        return [f"The definition {named or '(none)'} is not known."]
    faults = [f"{kind} has no place in it." for kind in sorted(set(kinds) - set(allowed))]
    for kind, limits in allowed.items():
        count = kinds[kind]
        if count < limits.least:
            faults.append(f"{kind}: {count}, and {limits.least} or more are needed.")
        if limits.most is not None and count > limits.most:
            faults.append(f"{kind}: {count}, and at most {limits.most} may be there.")
    return faults


@cache
def _definitions() -> dict[str, Any]:
    return dict(json.loads(_DATA.read_text(encoding="utf-8"))["definitions"])


def _kinds(bundle: Mapping[str, Any]) -> list[str]:
    return [
        str(entry.get("resource", {}).get("resourceType", "")) for entry in bundle.get("entry", [])
    ]


def _definition_of(bundle: Mapping[str, Any]) -> str:
    for entry in bundle.get("entry", []):
        resource = entry.get("resource", {})
        if resource.get("resourceType") == "MessageHeader":
            return str(resource.get("definition", "")).rpartition("/bars-message-")[2]
    return ""
