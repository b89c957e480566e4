"""Which facts of an entry a partner may propose, in the order in which people read them.

What is not here cannot be proposed: the portal's own form, the check, and everything that is for
staff alone.
"""

from dataclasses import dataclass

from services_directory.choices import Facet
from services_directory.models import (
    Contact,
    CostOption,
    Language,
    Phone,
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
)
from services_directory.models.base import Part


@dataclass(frozen=True)
class PartKind:
    """Rows that belong to an entry. `facts`: the fields of a row that can be proposed."""

    model: type[Part]
    label: str
    facts: tuple[str, ...]


FIELDS = {
    "name": "Name",
    "summary": "What it is, in one line",
    "description": "What it does",
    "mode_in_person": "Given in person",
    "mode_phone": "Given by phone",
    "mode_online": "Given online",
    "mode_home_visit": "Given at home",
    "application_process": "How to get it",
    "referral_self": "People ask for themselves",
    "referral_family": "Family or friends ask",
    "referral_professional": "A professional asks",
    "referral_gp": "The GP asks",
    "eligibility_description": "Who it is for",
    "minimum_age": "Youngest age",
    "maximum_age": "Oldest age",
    "open_24_hours": "Open day and night",
    "email": "E-mail",
    "url": "Web page",
    "cost": "Cost",
    "fees_description": "Cost, in words",
    "wait_time": "Waiting time, in words",
    "wait_weeks": "Waiting time in weeks",
    "wait_stated_on": "Waiting time stated on",
    "national": "For the whole UK",
    "status": "Whether it is running",
    "closed_from": "Closed from",
    "closed_to": "Closed until the end of",
    "alert": "Notice at the top of the entry",
}
PARTS = {
    "languages": PartKind(Language, "Languages", ("code", "note")),
    "schedules": PartKind(
        Schedule,
        "Opening times",
        (
            "freq", "interval", "byday", "opens_at", "closes_at", "dtstart", "valid_from",
            "valid_to", "attending_type", "location", "description", "open_on_bank_holidays",
        ),
    ),
    "phones": PartKind(Phone, "Phone numbers", ("number", "description")),
    "contacts": PartKind(Contact, "People to ask for", ("name", "title", "number", "email")),
    "cost_options": PartKind(CostOption, "Prices", ("option", "amount", "amount_description")),
    "service_at_locations": PartKind(ServiceAtLocation, "Places", ("location", "description")),
    "service_areas": PartKind(ServiceArea, "Areas it covers", ("area", "extent")),
}  # fmt: skip
# The terms by which people search: who died, how, for carers. One fact for each facet.
TERMS = {facet.value: str(facet.label) for facet in Facet}
_AFTER = {
    "mode_home_visit": ["languages"],
    "maximum_age": [*TERMS],
    "open_24_hours": ["schedules", "phones"],
    "url": ["contacts"],
    "fees_description": ["cost_options"],
    "wait_stated_on": ["service_at_locations"],
    "national": ["service_areas"],
}
ORDER = [name for field in FIELDS for name in (field, *_AFTER.get(field, ()))]
NOT_PROPOSED = [field.name for field in Service._meta.concrete_fields if field.name not in FIELDS]


def label_of(name: str) -> str:
    """Return what a fact is called."""
    return PARTS[name].label if name in PARTS else {**FIELDS, **TERMS}[name]
