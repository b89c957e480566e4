"""What belongs to one service: phones, times, places, areas, languages, terms, prices."""

from collections.abc import Mapping, Sequence

from modelcluster.models import get_all_child_relations

from portal.places.models import Area
from services_directory.choices import Cost
from services_directory.demo.bodies import Locations
from services_directory.demo.rows import Row, uuid_of
from services_directory.demo.terms import Terms
from services_directory.models import (
    Attribute,
    CostOption,
    Language,
    Phone,
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
)

# Column of services.csv -> key of the taxonomy.
TERM_COLUMNS = {
    "needs": "need",
    "audiences": "audience",
    "died": "died",
    "cause": "cause",
    "since": "since",
    "faiths": "faith",
    "features": "feature",
}


def set_parts(
    service: Service,
    row: Row,
    schedules: Sequence[Row],
    locations: Locations,
    terms: Terms,
    areas: Mapping[str, Area],
) -> None:
    """Give the unsaved service all its parts. Raises DemoDataError for an unknown key."""
    key = row.text("key")
    service.phones.set([_phone(key, text) for text in row.many("phones")])
    service.attributes.set(_attributes(key, row, terms))
    service.languages.set(
        Language(pk=uuid_of("language", f"{key}/{code}"), code=code)
        for code in row.many("languages")
    )
    service.service_at_locations.set(
        ServiceAtLocation(pk=uuid_of("sal", f"{key}/{name}"), location=row.known(name, locations))
        for name in row.many("locations")
    )
    service.service_areas.set(
        ServiceArea(pk=uuid_of("area", f"{key}/{code}"), area=row.known(code, areas))
        for code in row.many("areas")
    )
    service.cost_options.set(_cost_options(key, service))
    service.schedules.set(
        _schedule(f"{key}/{number}", line, locations) for number, line in enumerate(schedules)
    )
    for relation in get_all_child_relations(Service):
        for order, part in enumerate(getattr(service, relation.get_accessor_name()).all()):
            part.sort_order = order
            row.check(part, without=("service", "location", "area", "taxonomy_term"))


def _phone(key: str, text: str) -> Phone:
    label, _, number = text.rpartition(":")
    return Phone(
        pk=uuid_of("phone", f"{key}/{text}"),
        number=number.strip(),
        description="" if label.strip() == "Phone" else label.strip(),
    )


def _attributes(key: str, row: Row, terms: Terms) -> list[Attribute]:
    return [
        Attribute(
            pk=uuid_of("attribute", f"{key}/{taxonomy}/{name}"),
            taxonomy_term=row.known((taxonomy, name), terms),
            link_type=taxonomy,
        )
        for column, taxonomy in TERM_COLUMNS.items()
        for name in row.many(column)
    ]


def _cost_options(key: str, service: Service) -> list[CostOption]:
    if not service.cost:
        return []
    return [
        CostOption(
            pk=uuid_of("cost", key),
            option=Cost(service.cost).label,
            amount=0 if service.cost == Cost.FREE else None,
            amount_description=service.fees_description[:200],
        )
    ]


def _schedule(key: str, row: Row, locations: Locations) -> Schedule:
    schedule = Schedule(
        pk=uuid_of("schedule", key),
        location=row.one("location", locations) if row.text("location") else None,
        freq=row.text("freq"),
        interval=row.number("interval") or 1,
        byday=",".join(row.many("byday")),
        opens_at=row.needed(row.clock, "opens_at"),
        closes_at=row.needed(row.clock, "closes_at"),
        dtstart=row.day("dtstart"),
        valid_from=row.day("valid_from"),
        valid_to=row.day("valid_to"),
        attending_type=row.text("attending_type"),
        description=row.text("description"),
        open_on_bank_holidays=row.text("bank_holidays") == "open",
    )
    row.check(schedule, without=("service", "location"))
    return schedule
