"""FHIR XML to FHIR JSON, by the rules of hl7.org/fhir/R4/json.html.

Comments are passed over; document types, and with them entities, are refused.
"""

import re
from typing import Any
from xml.etree.ElementTree import Element as Node

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring, tostring

from referrals.exchange.inbound.reading.elements import RESOURCE, Element, elements_of
from referrals.exchange.inbound.reading.limits import Unreadable, refuse_depth

FHIR, XHTML = "{http://hl7.org/fhir}", "{http://www.w3.org/1999/xhtml}"
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,17})?([eE][+-]?[0-9]{1,2})?")


def from_xml(raw: bytes) -> dict[str, Any]:
    """Return the resource; raise Unreadable."""
    try:
        root = fromstring(raw, forbid_dtd=True)
    except DefusedXmlException:
        raise Unreadable("The body declares a document type or entities.") from None
    except (ParseError, ValueError, LookupError) as error:
        line = getattr(error, "position", (0, 0))[0]
        raise Unreadable(f"The body is not XML: line {line}.") from None
    refuse_depth(root, list)
    if not root.tag.startswith(FHIR):
        raise Unreadable("The body is not in the namespace of FHIR.")
    return _resource(root)


def _resource(node: Node) -> dict[str, Any]:
    kind = _name(node)
    return {"resourceType": kind} | _fields(node, kind)


def _fields(node: Node, kind: str) -> dict[str, Any]:
    declared, found = elements_of(kind), dict[str, Any]()
    for name in ("id", "url"):  # attributes of data types and extensions
        if name in node.attrib:
            found[name] = node.attrib[name]
    for child in node:
        name = _name(child)
        element = declared.get(name) or _guess(child, name)
        if element.is_complex:
            _put(found, element, _complex(child, element.kind))
        elif child.tag.startswith(XHTML):
            found[name] = _xhtml(child)
        else:
            _put_primitive(found, element, child)
    return found


def _complex(node: Node, kind: str) -> dict[str, Any]:
    if kind != RESOURCE:
        return _fields(node, kind)
    return _resource(node[0]) if len(node) else {}


def _put(found: dict[str, Any], element: Element, value: Any) -> None:
    """What comes again where it must not is kept as a list, for whoever checks to see."""
    old = found.get(element.name)
    if isinstance(old, list):
        old.append(value)
    elif element.name in found:
        found[element.name] = [old, value]
    else:
        found[element.name] = [value] if element.many else value


def _put_primitive(found: dict[str, Any], element: Element, node: Node) -> None:
    """Put the value, and beside it under `_name` its id and extensions, as JSON has it."""
    name = f"_{element.name}"
    beside = {key: value for key, value in _fields(node, "Element").items() if key != "value"}
    count = len(found.get(element.name, [])) if element.many else 0
    _put(found, element, _value(element, node.attrib.get("value")))
    if not beside:
        return
    if element.many:
        old = found.setdefault(name, [])
        old += [*[None] * (count - len(old)), beside]
    else:
        found[name] = beside
        if found[element.name] is None:
            del found[element.name]


def _value(element: Element, text: str | None) -> Any:
    if element.kind == "boolean" and text in ("true", "false"):
        return text == "true"
    if element.kind in ("integer", "decimal") and text and _NUMBER.fullmatch(text):
        return int(text) if text.lstrip("-").isdigit() else float(text)
    return text


def _guess(node: Node, name: str) -> Element:
    """What the standard does not know: an extension everywhere, else by what it holds."""
    if name in ("extension", "modifierExtension"):
        return Element(name, True, "Extension")
    return Element(name, False, "" if "value" in node.attrib or not len(node) else "Unknown")


def _xhtml(node: Node) -> str:
    for each in node.iter():
        each.tag = _name(each)
    node.set("xmlns", XHTML[1:-1])
    return str(tostring(node, encoding="unicode")).strip()


def _name(node: Node) -> str:
    return str(node.tag).rpartition("}")[2]
