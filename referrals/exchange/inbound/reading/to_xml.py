"""FHIR JSON to FHIR XML, for senders that ask for it."""

from typing import Any
from xml.etree.ElementTree import Element as Node
from xml.etree.ElementTree import SubElement, tostring

from defusedxml.ElementTree import ParseError, fromstring

from referrals.exchange.bundles.parts import clean
from referrals.exchange.inbound.reading.elements import elements_of
from referrals.exchange.inbound.reading.limits import Unreadable, refuse_depth

_FHIR, _XHTML = "http://hl7.org/fhir", "http://www.w3.org/1999/xhtml"


def to_xml(resource: dict[str, Any]) -> bytes:
    """Return the resource as XML; elements in the order of the standard, strange ones last."""
    root = Node(str(resource["resourceType"]), xmlns=_FHIR)
    _fill(root, resource, root.tag)
    return b'<?xml version="1.0" encoding="UTF-8"?>' + tostring(root, encoding="utf-8")


def _fill(node: Node, fields: dict[str, Any], kind: str) -> None:
    declared = elements_of(kind)
    is_resource = "resourceType" in fields
    for name, element in declared.items():
        if (name == "id" and not is_resource) or (kind == "Extension" and name == "url"):
            if fields.get(name):
                node.set(name, clean(fields[name]))
        elif name in fields or f"_{name}" in fields:
            _put(node, name, fields, element.kind)
    for name in fields:
        known = name in declared or name == "resourceType" or name.startswith("_")
        if not known and name.isidentifier():
            _put(node, name, fields, "")


def _put(node: Node, name: str, fields: dict[str, Any], kind: str) -> None:
    values, beside = _as_list(fields.get(name)), _as_list(fields.get(f"_{name}"))
    for number in range(max(len(values), len(beside))):
        value = values[number] if number < len(values) else None
        more = beside[number] if number < len(beside) else None
        _put_one(node, name, value, more, kind)


def _put_one(node: Node, name: str, value: Any, more: Any, kind: str) -> None:
    if name == "div" and isinstance(value, str):
        node.append(_xhtml(value))
        return
    child = SubElement(node, name)
    if isinstance(value, dict) and str(value.get("resourceType", "")).isidentifier():
        inner = SubElement(child, str(value["resourceType"]))
        _fill(inner, value, inner.tag)
    elif isinstance(value, dict):
        _fill(child, value, kind)
    elif value is not None:
        child.set("value", _text(value))
    if isinstance(more, dict):
        _fill(child, more, "Extension")


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else clean(value)


def _xhtml(text: str) -> Node:
    try:
        found: Node = fromstring(text, forbid_dtd=True)
        refuse_depth(found, list)
    except (ParseError, ValueError, Unreadable):
        found = Node(f"{{{_XHTML}}}div")
        found.text = clean(text)
    return found


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
