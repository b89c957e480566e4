"""Taxonomies and their terms."""

from django.utils.text import slugify

from services_directory.imports.cleaning import links, numbers
from services_directory.imports.cleaning.fields import Fields, Notes, as_key, filled, limit
from services_directory.imports.records import Json, Record
from services_directory.models import Taxonomy, TaxonomyTerm

NO_NAME = "It has no name."
NO_TAXONOMY = "A term of no taxonomy was put in one named Terms."
UNNAMED = "Terms"


def taxonomy(raw: Json) -> Record:
    """Return the record of a taxonomy; refused when it has no name."""
    notes = Notes()
    fields = Fields(raw, notes)
    name = fields.line(limit(Taxonomy, "name"), "name")
    key = as_key(raw.get("id")) or f"taxonomy/{slugify(name)}"
    data = filled(
        id=key,
        name=name,
        description=fields.text("description"),
        fd_key=slugify(fields.line(50, "fd_key")),
    )
    fields.ignore("taxonomy_terms", "uri", "version")
    return Record("taxonomy", key, data, tuple(notes), "" if name else NO_NAME)


def taxonomy_term(raw: Json) -> tuple[Record, Record]:
    """Return the record of a term and that of its taxonomy, as far as the term tells of it."""
    notes = Notes()
    fields = Fields(raw, notes)
    list_of = _taxonomy_of(fields)
    name = fields.line(limit(TaxonomyTerm, "name"), "name", "term")
    key = as_key(raw.get("id")) or f"{list_of.their_key}/{slugify(name)}"
    data = filled(
        id=key,
        taxonomy_id=list_of.their_key,
        taxonomy=list_of.data.get("name"),
        name=name,
        description=fields.text("description"),
        code=fields.line(limit(TaxonomyTerm, "key"), "code"),
        parent_id=fields.key("parent_id"),
        term_uri=fields.clean(links.web_address, "term_uri"),
        fd_open_eligibility=fields.line(
            limit(TaxonomyTerm, "open_eligibility"), "fd_open_eligibility"
        ),
        fd_sort_order=fields.clean(_order, "fd_sort_order"),
    )
    if data.get("parent_id") == key:
        del data["parent_id"]
    fields.ignore("term", "language", "version", "uri", "taxonomy_detail")
    fields.note_the_rest()
    return Record("taxonomy_term", key, data, tuple(notes), "" if name else NO_NAME), list_of


def _order(value: object) -> tuple[int | None, str]:
    return numbers.whole(value, 1_000_000)


def _taxonomy_of(fields: Fields) -> Record:
    whole = fields.rows("taxonomy_detail", "taxonomy")
    if whole:
        return taxonomy(whole[0])
    name = fields.line(limit(Taxonomy, "name"), "taxonomy", "vocabulary")
    key = fields.key("taxonomy_id")
    if not name and not key:
        fields.notes.add(NO_TAXONOMY)
    return taxonomy(filled(id=key, name=name or UNNAMED))
