"""What an import can set of each kind of record, and the rows that belong to it.

What is not named here no import reads or writes: what is for staff alone, the portal's own form,
whether an entry is published or hidden.
"""

from dataclasses import dataclass

from django.db import models

from services_directory.models import (
    Accessibility,
    Address,
    Attribute,
    Contact,
    CostOption,
    Language,
    Location,
    Organization,
    OrganizationIdentifier,
    Phone,
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
    Taxonomy,
    TaxonomyTerm,
)


@dataclass(frozen=True)
class PartShape:
    """Rows of one relation. `natural` tells two rows apart whatever their keys are.

    `unread` are fields that are written with a new row and compared with nothing.
    """

    relation: str
    model: type[models.Model]
    owner: str
    label: str
    fields: tuple[str, ...]
    natural: str = ""
    unread: tuple[str, ...] = ()


@dataclass(frozen=True)
class Shape:
    """One kind of record. `uses` is the way from a service to a record of this kind."""

    kind: str
    model: type[models.Model]
    fields: tuple[str, ...]
    parts: tuple[PartShape, ...] = ()
    uses: str = ""


_SERVICE_PARTS = (
    PartShape("phones", Phone, "service", "Phones", ("number", "description")),
    PartShape("contacts", Contact, "service", "Contacts", ("name", "title", "email", "number")),
    PartShape(
        "schedules", Schedule, "service", "Opening times",
        (
            "byday", "opens_at", "closes_at", "freq", "interval", "dtstart", "valid_from",
            "valid_to", "attending_type", "description", "open_on_bank_holidays", "location_id",
        ),
    ),
    PartShape(
        "cost_options", CostOption, "service", "Prices",
        ("option", "amount", "amount_description", "valid_from", "valid_to"),
    ),
    PartShape("languages", Language, "service", "Languages", ("code", "note")),
    PartShape("service_areas", ServiceArea, "service", "Areas it covers", ("area_id", "extent")),
    PartShape(
        "attributes", Attribute, "service", "What for and who for", ("taxonomy_term_id",),
        natural="taxonomy_term_id", unread=("link_type",),
    ),
    PartShape(
        "service_at_locations", ServiceAtLocation, "service", "Places",
        ("location_id", "description"), natural="location_id",
    ),
)  # fmt: skip

SHAPES: dict[str, Shape] = {
    shape.kind: shape
    for shape in (
        Shape("taxonomy", Taxonomy, ("key", "name", "description")),
        Shape(
            "taxonomy_term", TaxonomyTerm,
            (
                "taxonomy_id", "key", "name", "description", "parent_id", "term_uri",
                "open_eligibility", "sort_order",
            ),
            uses="attributes__taxonomy_term",
        ),
        Shape(
            "organization", Organization,
            (
                "name", "description", "kind", "website", "email", "phone", "assurer_email",
            ),
            (
                PartShape(
                    "organization_identifiers", OrganizationIdentifier, "organization",
                    "Numbers it is known by", ("identifier_scheme", "identifier"),
                ),
            ),
            uses="organization",
        ),
        Shape(
            "location", Location,
            (
                "name", "location_type", "description", "transportation", "latitude", "longitude",
            ),
            (
                PartShape(
                    "addresses", Address, "location", "Addresses",
                    (
                        "attention", "address_1", "address_2", "city", "state_province",
                        "postal_code", "address_type", "confidential",
                    ),
                ),
                PartShape(
                    "accessibility", Accessibility, "location", "Access",
                    ("description", "details", "url"),
                ),
            ),
            uses="service_at_locations__location",
        ),
        Shape(
            "service", Service,
            (
                "organization_id", "name", "summary", "description", "status", "url", "email",
                "alert", "closed_from", "closed_to", "mode_in_person", "mode_phone", "mode_online",
                "mode_home_visit", "national", "open_24_hours", "cost", "fees_description",
                "referral_self", "referral_family", "referral_professional", "referral_gp",
                "application_process", "eligibility_description", "minimum_age", "maximum_age",
                "wait_time", "wait_weeks", "wait_stated_on", "assured_date", "assurer_role",
                "checked",
            ),
            _SERVICE_PARTS,
        ),
    )
}  # fmt: skip
# In the order in which they are compared and written: what is named comes before who names it.
KINDS = tuple(SHAPES)
