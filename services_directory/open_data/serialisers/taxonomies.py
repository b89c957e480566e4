"""Taxonomies, their terms, and what ties a term to a service."""

from services_directory.models import Taxonomy, TaxonomyTerm
from services_directory.open_data.serialisers.values import Json, filled, text, uri
from services_directory.open_data.wholes import Tag


def taxonomy_item(taxonomy: Taxonomy) -> Json:
    return filled(
        id=str(taxonomy.pk),
        name=taxonomy.name,
        description=taxonomy.description or taxonomy.name,
        fd_key=taxonomy.key,
    )


def taxonomy_full(taxonomy: Taxonomy) -> Json:
    """Return the taxonomy with all its terms."""
    terms = [taxonomy_term(term) for term in taxonomy.terms.all()]
    return taxonomy_item(taxonomy) | filled(taxonomy_terms=terms)


def taxonomy_term(term: TaxonomyTerm) -> Json:
    """Return a term; its taxonomy must be fetched with it."""
    return filled(
        id=str(term.pk),
        code=term.key,
        name=term.name,
        description=term.description or term.name,
        parent_id=text(term.parent_id),
        taxonomy=term.taxonomy.name,
        taxonomy_id=str(term.taxonomy_id),
        term_uri=uri(term.term_uri),
        fd_open_eligibility=term.open_eligibility,
        fd_sort_order=term.sort_order or None,
    )


def attribute(tag: Tag) -> Json:
    term = taxonomy_term(tag.term)
    return filled(
        id=str(tag.key),
        link_id=str(tag.service_key),
        link_type=tag.link_type,
        link_entity="service",
        taxonomy_term_id=term["id"],
        taxonomy_term=term,
    )
