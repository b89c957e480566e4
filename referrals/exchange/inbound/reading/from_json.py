"""JSON as strictly as a health record needs it: no doubled names, no NaN, no bottomless depth."""

import json
import math
from typing import Any, NoReturn

from referrals.exchange.inbound.reading.limits import Unreadable, refuse_depth


def from_json(raw: bytes) -> dict[str, Any]:
    """Return the object; raise Unreadable. Comments are no part of JSON and are refused."""
    try:
        found = json.loads(
            raw.decode("utf-8-sig"), object_pairs_hook=_each_name_once,
            parse_constant=_no_number, parse_float=_finite,
        )  # fmt: skip
    except UnicodeDecodeError:
        raise Unreadable("The body is not UTF-8.") from None
    except json.JSONDecodeError as error:
        raise Unreadable(f"The body is not JSON: line {error.lineno}.") from None
    except ValueError:
        raise Unreadable("A number in the body is too long.") from None
    except RecursionError:
        raise Unreadable("The body is nested too deeply.") from None
    if not isinstance(found, dict):
        raise Unreadable("The body is not a FHIR resource.")
    refuse_depth(found, _children)
    return found


def _each_name_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A name that comes twice means two things to two readers."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Unreadable("A name comes twice in one object of the body.")
    return found


def _no_number(text: str) -> NoReturn:
    raise Unreadable(f"{text} is not a number of JSON.")


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise Unreadable("A number in the body is too large.")
    return number


def _children(node: Any) -> list[Any]:
    return list(node.values()) if isinstance(node, dict) else node if isinstance(node, list) else []
