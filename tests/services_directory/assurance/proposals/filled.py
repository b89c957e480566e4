"""Fill in forms as a browser would: everything the page holds, and what a person types."""

from typing import Any

from bs4 import BeautifulSoup, Tag


def form_of(html: str | bytes, to: str = "") -> Tag:
    """Return the form with a `check` or `send` button, or the one that goes to `to`."""
    page = BeautifulSoup(html, "html.parser")
    for form in page.select("main form"):
        if form.get("action", "").endswith(to):
            return form
    raise AssertionError(f"no form for {to!r}")


def data_of(html: str | bytes, to: str = "", **typed: Any) -> dict[str, Any]:
    """Return what the form would send; `typed` takes the place of what stands there."""
    data: dict[str, list[str]] = {}
    for box in form_of(html, to).select("input[name], textarea[name], select[name]"):
        name, kind = box["name"], box.get("type")
        if kind in {"checkbox", "radio"} and not box.has_attr("checked"):
            continue
        data.setdefault(name, []).append(_value(box))
    return {**data, **typed}


def _value(box: Tag) -> str:
    if box.name == "textarea":
        return box.text.removeprefix("\n")
    if box.name == "select":
        chosen = box.select_one("option[selected]") or box.select_one("option")
        return chosen.get("value", "") if chosen else ""
    return box.get("value", "on" if box.get("type") == "checkbox" else "")
