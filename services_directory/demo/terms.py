"""Taxonomies and their terms."""

from services_directory.demo.rows import Row, read, uuid_of
from services_directory.models import Taxonomy, TaxonomyTerm

Terms = dict[tuple[str, str], TaxonomyTerm]


def load_terms() -> Terms:
    """Make what is missing and return all terms by (taxonomy key, term key)."""
    taxonomies = {row.text("key"): _taxonomy(row) for row in read("taxonomies.csv")}
    terms: Terms = {}
    for order, row in enumerate(read("taxonomy_terms.csv")):
        taxonomy = row.one("taxonomy", taxonomies)
        terms[taxonomy.key, row.text("key")] = _term(row, taxonomy, terms, order)
    return terms


def _taxonomy(row: Row) -> Taxonomy:
    taxonomy, _ = Taxonomy.objects.get_or_create(
        pk=uuid_of("taxonomy", row.text("key")),
        defaults={column: row.text(column) for column in ("key", "name", "description")},
    )
    return taxonomy


def _term(row: Row, taxonomy: Taxonomy, known: Terms, order: int) -> TaxonomyTerm:
    parent = row.known((taxonomy.key, row.text("parent")), known) if row.text("parent") else None
    term, _ = TaxonomyTerm.objects.get_or_create(
        pk=uuid_of("term", f"{taxonomy.key}/{row.text('key')}"),
        defaults={
            "taxonomy": taxonomy,
            "key": row.text("key"),
            "name": row.text("name"),
            "description": row.text("description"),
            "parent": parent,
            "open_eligibility": row.text("open_eligibility"),
            "sort_order": order,
        },
    )
    return term
