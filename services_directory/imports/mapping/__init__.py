"""Records of a feed in the names of our models, one module an object."""

from collections.abc import Callable

from services_directory.imports.draft import Context, Draft
from services_directory.imports.mapping.bodies import location, organization
from services_directory.imports.mapping.services import service
from services_directory.imports.mapping.terms import taxonomy, term
from services_directory.models import ImportRow

_BY_KIND: dict[str, Callable[[ImportRow, Context], Draft]] = {
    "taxonomy": taxonomy,
    "taxonomy_term": term,
    "organization": organization,
    "location": location,
    "service": service,
}


def draft_of(row: ImportRow, context: Context) -> Draft:
    """Return what the staged record would be here."""
    return _BY_KIND[row.kind](row, context)
