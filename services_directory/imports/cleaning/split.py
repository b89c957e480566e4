"""One whole service of a feed, as the records it is made of."""

from services_directory.choices import LocationType
from services_directory.imports.cleaning import parts, words
from services_directory.imports.cleaning.fields import (
    Fields,
    Notes,
    as_key,
    digest,
    filled,
    first_of_each,
    limit,
    once,
    part_key,
)
from services_directory.imports.cleaning.organizations import organization
from services_directory.imports.cleaning.places import location
from services_directory.imports.cleaning.schedules import schedules
from services_directory.imports.cleaning.services import plain_fields
from services_directory.imports.cleaning.taxonomies import taxonomy_term
from services_directory.imports.records import Json, Record
from services_directory.models import ServiceAtLocation

NO_NAME = "It has no name."
NO_ORGANIZATION = "It does not say which organisation gives it."
MADE_KEY = "The feed gives no key: one was made from the names."
MODES_GUESSED = "How the service is given was guessed from its places and times."
TERM_WITHOUT_NAME = "A term without a name was left out."
PHONE_OF_PLACE = "Numbers of a place were put with the numbers of the service."


def split(raw: Json, extra: tuple[str, ...] = ()) -> list[Record]:
    """Return the records of a service: what it refers to first, then the service itself.

    `extra` are notes of what the reader did before. A service that can't be used is refused, in
    words; what it refers to is handed on all the same.
    """
    notes = Notes(extra)
    fields = Fields(raw, notes)
    owner = _organization(fields)
    key = _key(fields, owner)
    data = plain_fields(fields, key)
    data |= filled(organization_id=owner.their_key if owner else fields.key("organization_id"))
    links, places = _places(fields, key)
    terms, attributes = _terms(fields, key)
    data |= filled(service_at_locations=links, attributes=attributes)
    data |= _lists(fields, key, links)
    data |= _modes(fields, data, places)
    fields.ignore("organization")
    fields.note_the_rest()
    refusal = _refusal(data, owner)
    made = Record("service", key, data, tuple(notes), refusal)
    return [*([owner] if owner else []), *places, *terms, made]


def _organization(fields: Fields) -> Record | None:
    rows = fields.rows("organization")
    if not rows:
        return None
    known = filled(
        id=fields.key("organization_id"), assurer_email=fields.raw_value("assurer_email")
    )
    return organization(known | filled(**{str(name): rows[0][name] for name in rows[0]}))


def _key(fields: Fields, owner: Record | None) -> str:
    key = as_key(fields.raw.get("id"))
    if key:
        return key
    fields.notes.add(MADE_KEY)
    name = fields.line(200, "name").casefold()
    return as_key(f"service/{owner.their_key if owner else ''}/{name or digest(fields.raw)}")


def _refusal(data: Json, owner: Record | None) -> str:
    if "name" not in data:
        return NO_NAME
    if "organization_id" not in data or (owner is not None and owner.refusal):
        return NO_ORGANIZATION
    return ""


def _places(fields: Fields, key: str) -> tuple[list[Json], list[Record]]:
    """Return the links to places, and the places as far as the service tells of them."""
    links, places = [], []
    for raw in fields.rows("service_at_locations", "service_at_location"):
        each = Fields(raw, fields.notes)
        whole = each.rows("location")
        place = location(whole[0]) if whole else None
        if place is not None:
            places.append(place)
        at = place.their_key if place else each.key("location_id")
        if not at or (place is not None and place.refusal):
            continue
        link = filled(
            service_id=key,
            location_id=at,
            description=each.line(limit(ServiceAtLocation, "description"), "description"),
        )
        links.append({"id": part_key(raw, key, "service_at_locations", link)} | link)
        _bring_up(fields, each, whole, links[-1])
    return first_of_each(links, "location_id"), places


def _bring_up(fields: Fields, link: Fields, whole: list[Json], row: Json) -> None:
    """Times, contacts and phones of a service at a place are kept with the service."""
    inner = Fields(whole[0], fields.notes) if whole else None
    at = {"service_at_location_id": row["id"], "location_id": row["location_id"]}
    for source in filter(None, (link, inner)):
        times = source.rows("schedules", "regular_schedules")
        fields.raw["schedules"] = fields.rows("schedules") + [at | _known(each) for each in times]
        for name in ("phones", "contacts"):
            found = source.rows(name)
            if found:
                fields.notes.add(PHONE_OF_PLACE)
                fields.raw[name] = fields.rows(name) + found
    link.ignore("name", "status", "service", "holiday_schedules", "service_areas", "attributes")
    link.note_the_rest()


def _known(row: Json) -> Json:
    return {name: value for name, value in row.items() if value not in (None, "")}


def _terms(fields: Fields, key: str) -> tuple[list[Record], list[Json]]:
    records, attributes = [], []
    for raw in fields.rows("attributes", "service_taxonomys", "service_taxonomies"):
        each = Fields(raw, fields.notes)
        whole = each.rows("taxonomy_term", "taxonomy")
        term_key = each.key("taxonomy_term_id", "taxonomy_id")
        if whole:
            term, list_of = taxonomy_term(whole[0] | filled(id=whole[0].get("id") or term_key))
            if term.refusal:
                fields.notes.add(TERM_WITHOUT_NAME)
                continue
            records += [list_of, term]
            term_key = term.their_key
        if term_key:
            data = {
                "taxonomy_term_id": term_key,
                "link_type": each.line(40, "link_type") or "service",
            }
            attributes.append({"id": part_key(raw, key, "attributes", data)} | data)
        each.ignore("label", "value", "link_type")
        each.note_the_rest()
    return records, once(first_of_each(attributes, "taxonomy_term_id"), fields.notes)


def _lists(fields: Fields, key: str, links: list[Json]) -> Json:
    notes = fields.notes
    at = {link["id"]: link["location_id"] for link in links}
    people, more = parts.contacts(fields.rows("contacts"), key, notes)
    return filled(
        phones=once(parts.phone_rows(fields, key, "service_id") + more, notes),
        contacts=people,
        schedules=schedules(fields.rows("schedules"), key, at, notes),
        cost_options=parts.cost_options(fields.rows("cost_options"), key, notes),
        languages=parts.languages(fields.rows("languages"), key, notes),
        service_areas=parts.service_areas(fields.rows("service_areas"), key, notes),
    )


def _modes(fields: Fields, data: Json, places: list[Record]) -> Json:
    """How the service is given, when the feed does not say it in our words."""
    said = words.modes(fields.raw_value("attending_type"))
    if data.get("fd_modes") or "fd_modes" in fields.raw:
        return {}
    if not said:
        said = [
            each["attending_type"] for each in data.get("schedules", []) if "attending_type" in each
        ]
        kinds = {each.data.get("location_type") for each in places if not each.refusal}
        said += ["in_person"] if LocationType.PHYSICAL in kinds else []
        said += ["online"] if LocationType.VIRTUAL in kinds else []
        if said:
            fields.notes.add(MODES_GUESSED)
    return filled(fd_modes=list(dict.fromkeys(said)))
