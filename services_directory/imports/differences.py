"""What is different between what is here and what a feed says, as people read it."""

from collections import Counter
from datetime import date
from typing import Any
from uuid import UUID

from django.db import models
from django.utils.formats import date_format
from django.utils.text import capfirst

from services_directory.imports.current import Current
from services_directory.imports.draft import Draft
from services_directory.imports.names import Names
from services_directory.imports.records import Json
from services_directory.imports.shapes import SHAPES, PartShape

_DAYS = {
    "MO": "Monday", "TU": "Tuesday", "WE": "Wednesday", "TH": "Thursday", "FR": "Friday",
    "SA": "Saturday", "SU": "Sunday",
}  # fmt: skip
_CHECK = ("assured_date", "assurer_role", "checked")


def settle(draft: Draft, stored: Current) -> None:
    """Let what people here know better stand: a later check, an address kept from the public."""
    if draft.kind == "service":
        ours, theirs = stored.values["assured_date"], draft.values["assured_date"]
        if ours and (theirs is None or ours > theirs):
            draft.values |= {name: stored.values[name] for name in _CHECK}
        tied = {part["taxonomy_term_id"] for part in stored.kept}
        ties = draft.parts["attributes"]
        draft.parts["attributes"] = [tie for tie in ties if tie["taxonomy_term_id"] not in tied]
    if draft.kind == "location" and any(part["confidential"] for part in stored.parts["addresses"]):
        for part in draft.parts["addresses"]:
            part["confidential"] = True


def are_same(draft: Draft, stored: Current) -> bool:
    """Say whether nothing would change. The order of rows and their keys do not count."""
    return draft.values == stored.values and all(
        _contents(part, draft.parts.get(part.relation, []))
        == _contents(part, stored.parts[part.relation])
        for part in SHAPES[draft.kind].parts
    )


def differences(draft: Draft, stored: Current, names: Names) -> list[Json]:
    """Return {"field", "label", "before", "after"} for each field and list that differs."""
    shape = SHAPES[draft.kind]
    found = [
        _difference(name, label(shape.model, name), *(
            words(shape.model, name, one.values[name], names) for one in (stored, draft)
        ))
        for name in shape.fields
        if draft.values[name] != stored.values[name]
    ]  # fmt: skip
    for part in shape.parts:
        before, after = stored.parts[part.relation], draft.parts.get(part.relation, [])
        if _contents(part, before) != _contents(part, after):
            told = (_lines(part, rows, names) for rows in (before, after))
            found.append(_difference(part.relation, part.label, *told))
    return found


def label(model: type[models.Model], name: str) -> str:
    return capfirst(str(_field(model, name).verbose_name))


def words(model: type[models.Model], name: str, value: Any, names: Names) -> str:
    """Return the value of a field as people read it; nothing for none."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, UUID) or name == "area_id":
        return names.of(value)
    if isinstance(value, date):
        return date_format(value, "j F Y")
    choices = dict(_field(model, name).flatchoices)
    return str(choices.get(value, value))


def part_words(part: PartShape, row: Json, names: Names) -> str:
    """Return one row in one line; what is as usual is not said."""
    told = _times(row) if part.relation == "schedules" else []
    for name in part.fields[3 if told else 0 :]:
        value = row[name]
        if value == _usual(part.model, name):
            continue
        flag = isinstance(value, bool)
        told.append(label(part.model, name) if flag else words(part.model, name, value, names))
    return ", ".join(filter(None, told))


def _times(row: Json) -> list[str]:
    """Return "Tuesday, Wednesday 09:00 to 12:00"; the first and last days of a month stay codes."""
    days = [_DAYS.get(day, day) for day in row["byday"].split(",")]
    return [f"{', '.join(days)} {row['opens_at']:%H:%M} to {row['closes_at']:%H:%M}"]


def _usual(model: type[models.Model], name: str) -> Any:
    field = _field(model, name)
    return field.get_default() if field.has_default() else None


def _field(model: type[models.Model], name: str) -> Any:
    return model._meta.get_field(name)


def _difference(name: str, label: str, before: str, after: str) -> Json:
    return {"field": name, "label": label, "before": before, "after": after}


def _lines(part: PartShape, rows: list[Json], names: Names) -> str:
    return "\n".join(part_words(part, row, names) for row in rows)


def _contents(part: PartShape, rows: list[Json]) -> Counter[tuple[Any, ...]]:
    return Counter(tuple(row[name] for name in part.fields) for row in rows)
