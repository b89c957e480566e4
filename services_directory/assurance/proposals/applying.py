"""Put proposed values into an entry in memory, and ask the models' own rules about it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.core.exceptions import ValidationError

from services_directory.assurance.proposals.facts import (
    FIELDS,
    NOT_PROPOSED,
    PARTS,
    TERMS,
    label_of,
)
from services_directory.assurance.proposals.states import State
from services_directory.models import Attribute, Service, TaxonomyTerm
from services_directory.models.base import Part


def apply(service: Service, after: Mapping[str, Any]) -> None:
    """Set the facts of `after` on the unsaved service. A row with a known id stays that row.

    Facts that are not proposed are left alone, in rows too. Raises ValidationError for a value
    that its field cannot hold.
    """
    for name, value in after.items():
        if name in FIELDS:
            _set(service, name, value)
        elif name in PARTS:
            getattr(service, name).set(parts_of(service, name, value))
    if wanted := {name: after[name] for name in TERMS if name in after}:
        service.attributes.set(attributes_of(service, wanted))


def parts_of(service: Service, name: str, rows: list[State]) -> list[Part]:
    """Return the rows as unsaved objects in their order, known ones with their key."""
    kind = PARTS[name]
    own = () if service._state.adding else getattr(service, name).all()
    known = {str(part.pk): part for part in own}
    parts = []
    for order, row in enumerate(rows):
        part = known.pop(str(row.get("id")), None) or kind.model()
        for fact in kind.facts:
            if fact in row:
                _set(part, fact, row[fact])
        part.sort_order = order
        parts.append(part)
    return parts


def attributes_of(service: Service, wanted: Mapping[str, Iterable[str]]) -> list[Attribute]:
    """Return the service's terms, those of the facets as wanted and all others as they are.

    A term that is no longer on file is left out.
    """
    terms = TaxonomyTerm.objects.filter(taxonomy__key__in=wanted).select_related("taxonomy")
    chosen = {term.pk: term for term in terms if str(term.pk) in wanted[term.taxonomy.key]}
    decided = {term.pk for term in terms}
    own = () if service._state.adding else service.attributes.all()
    kept = [each for each in own if each.taxonomy_term_id not in decided - chosen.keys()]
    has = {each.taxonomy_term_id for each in kept}
    new = [Attribute(taxonomy_term=term) for pk, term in chosen.items() if pk not in has]
    for order, part in enumerate([*kept, *new]):
        part.sort_order = order
    return [*kept, *new]


def _set(thing: Any, name: str, value: Any) -> None:
    field = thing._meta.get_field(name)
    setattr(thing, field.attname, field.to_python(value))


def check(service: Service) -> None:
    """Raise ValidationError, by name of the fact, when the proposed facts break a rule."""
    errors: dict[str, list[str]] = {}
    try:
        service.full_clean(exclude=NOT_PROPOSED)
    except ValidationError as error:
        errors.update(error.message_dict)
    for name in PARTS:
        if wrong := list(_wrong_rows(service, name)):
            errors[name] = wrong
    if errors:
        raise ValidationError(errors)


def check_part(part: Part) -> None:
    """Raise ValidationError when a row breaks a rule of its own."""
    part.full_clean(exclude=["service"], validate_unique=False, validate_constraints=False)


def words_of(error: ValidationError) -> list[str]:
    """Return the errors as sentences that name the fact."""
    known = {**FIELDS, **{name: label_of(name) for name in PARTS}}
    return [
        f"{known[name]}: {text}" if name in known else text
        for name, texts in error.message_dict.items()
        for text in texts
    ]


def _wrong_rows(service: Service, name: str) -> Iterator[str]:
    for part in getattr(service, name).all():
        try:
            check_part(part)
        except ValidationError as error:
            yield from error.messages
