"""Hold a draft to the rules of the models. What is not needed and wrong is left out, and said."""

from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models

from services_directory.imports.differences import label
from services_directory.imports.draft import Draft
from services_directory.imports.records import Json
from services_directory.imports.shapes import SHAPES, PartShape


class Unusable(Exception):
    """Why the record cannot be taken over, in words for staff."""


def validate(draft: Draft) -> None:
    """Clean the draft in place; raise Unusable for a needed field that is wrong."""
    model = SHAPES[draft.kind].model
    for _ in range(3):  # to leave out one field may show that another is wrong
        errors = errors_of(model, draft.values)
        if not errors:
            break
        for name, error in errors.items():
            _leave_out(draft, model, name, error)
    else:
        raise Unusable("Its fields contradict each other.")
    for part in SHAPES[draft.kind].parts:
        rows = draft.parts.get(part.relation, [])
        draft.parts[part.relation] = [row for row in rows if _fits(draft, part, row)]


def errors_of(model: type[models.Model], values: Json) -> dict[str, str]:
    """Return the first error of each field. Links to other records are looked at elsewhere."""
    links = [field.name for field in model._meta.fields if field.is_relation]
    # What stands above a term may not be stored yet; `vocabulary` has looked at it.
    plain = {name: value for name, value in values.items() if name != "parent_id"}
    made = model(**plain)
    try:
        made.full_clean(exclude=links, validate_unique=False, validate_constraints=False)
    except ValidationError as error:
        return {name: texts[0] for name, texts in error.message_dict.items()}
    for name in plain:  # full_clean puts some values in their usual form
        values[name] = getattr(made, name)
    return {}


def _leave_out(draft: Draft, model: type[models.Model], name: str, error: str) -> None:
    if name == NON_FIELD_ERRORS:
        raise Unusable(error)
    field: Any = model._meta.get_field(name)
    shown = label(model, name)
    if draft.values.get(name) in (None, "") or not (field.blank or field.null):
        raise Unusable(f"{shown}: {error}")
    draft.left_out.append(f"{shown} “{draft.values[name]}”: {error}")
    draft.values[name] = None if field.null else ""


def _fits(draft: Draft, part: PartShape, row: Json) -> bool:
    values = {name: value for name, value in row.items() if name != "id"}
    errors = errors_of(part.model, values)
    row |= values
    if errors:
        error = next(iter(errors.values()))
        told = next(
            (str(value) for value in values.values() if isinstance(value, str) and value), ""
        )
        draft.left_out.append(
            f"{part.label} “{told}”: {error}" if told else f"{part.label}: {error}"
        )
    return not errors
