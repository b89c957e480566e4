"""The feed's own lists of terms."""

from services_directory.imports.draft import Context, Draft
from services_directory.imports.mapping.values import text, texts, whole
from services_directory.imports.vocabulary import taxonomy_key
from services_directory.models import ImportRow, Taxonomy, TaxonomyTerm


def taxonomy(row: ImportRow, context: Context) -> Draft:
    values = texts(Taxonomy, row.data, name="name", description="description")
    values["description"] = values["description"] or values["name"]
    values["key"] = context.vocabulary.slugs.get(row.key, "")
    return Draft("taxonomy", row.key, values)


def term(row: ImportRow, context: Context) -> Draft:
    data, known = row.data, context.vocabulary
    values = texts(TaxonomyTerm, data, name="name", description="description")
    values["description"] = values["description"] or values["name"]
    values["taxonomy_id"] = taxonomy_key(context.feed, data)
    values["key"] = known.slugs.get(row.key, "")
    values["parent_id"] = known.parents.get(row.key)
    values["term_uri"] = text(data, "term_uri")
    values["open_eligibility"] = text(data, "fd_open_eligibility")[:40]
    values["sort_order"] = whole(data.get("fd_sort_order")) or 0
    return Draft("taxonomy_term", row.key, values)
