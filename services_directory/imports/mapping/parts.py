"""What belongs to one service, in the order of the feed."""

from collections.abc import Iterable
from uuid import UUID

from portal.vocabulary import Mode
from services_directory.choices import Frequency
from services_directory.imports.cleaning.fields import first_of_each
from services_directory.imports.draft import Context
from services_directory.imports.keys import attribute_key, part_key
from services_directory.imports.mapping.values import (
    chosen,
    clock,
    day,
    decimal,
    fitted,
    rows,
    text,
    texts,
    whole,
)
from services_directory.imports.records import Json
from services_directory.models import (
    Contact,
    CostOption,
    Language,
    Phone,
    Schedule,
    ServiceArea,
    ServiceAtLocation,
)


def parts_of(key: UUID, data: Json, context: Context, left_out: list[str]) -> dict[str, list[Json]]:
    """Return the rows of every relation of the service with this key."""
    found = {
        "phones": _phones(data),
        "contacts": [_contact(each) for each in rows(data, "contacts")],
        "schedules": [_schedule(each, context) for each in rows(data, "schedules")],
        "cost_options": [_price(each) for each in rows(data, "cost_options")],
        "languages": [_language(each) for each in rows(data, "languages")],
        "service_areas": [_area(each, context) for each in rows(data, "service_areas")],
        "service_at_locations": [
            _place(each, context) for each in rows(data, "service_at_locations")
        ],
    }
    keyed = {relation: _keyed(key, relation, each) for relation, each in found.items()}
    keyed["attributes"] = _attributes(key, data, context, left_out)
    keyed["service_at_locations"] = first_of_each(keyed["service_at_locations"], "location_id")
    return keyed


def _keyed(owner: UUID, relation: str, found: Iterable[Json]) -> list[Json]:
    """Give each row its key: the feed's, or one of what it says; never the same one twice."""
    made: dict[UUID, Json] = {}
    for position, part in enumerate(found):
        their_key = part.pop("id", "") or position
        key = part_key(owner, relation, their_key)
        if key in made:
            key = part_key(owner, relation, f"{their_key}/{position}")
        made[key] = part | {"id": key}
    return list(made.values())


def _phones(data: Json) -> list[Json]:
    return [
        texts(Phone, each, description="description")
        | {"number": text(each, "number"), "id": each.get("id")}
        for each in rows(data, "phones")
    ]


def _contact(data: Json) -> Json:
    made = texts(Contact, data, name="name", title="title")
    made["name"] = made["name"] or made["title"]
    number = text(next(iter(rows(data, "phones")), {}), "number")
    return made | {"email": text(data, "email"), "number": number, "id": data.get("id")}


def _schedule(data: Json, context: Context) -> Json:
    place = data.get("location_id")
    return texts(Schedule, data, description="description", byday="byday") | {
        "id": data.get("id"),
        "opens_at": clock(data.get("opens_at")),
        "closes_at": clock(data.get("closes_at")),
        "freq": chosen(data.get("freq"), Frequency) or Frequency.WEEKLY.value,
        "interval": whole(data.get("interval")) or 1,
        "dtstart": day(data.get("dtstart")),
        "valid_from": day(data.get("valid_from")),
        "valid_to": day(data.get("valid_to")),
        "attending_type": chosen(data.get("attending_type"), Mode),
        "open_on_bank_holidays": bool(data.get("fd_open_on_bank_holidays")),
        "location_id": context.key("location", place) if place else None,
    }


def _price(data: Json) -> Json:
    made = texts(CostOption, data, option="option", amount_description="amount_description")
    made["option"] = made["option"] or fitted(CostOption, "option", made["amount_description"])
    return made | {
        "id": data.get("id"),
        "amount": decimal(data.get("amount")),
        "valid_from": day(data.get("valid_from")),
        "valid_to": day(data.get("valid_to")),
    }


def _language(data: Json) -> Json:
    code = text(data, "code").lower()[:8]
    return texts(Language, data, note="note") | {"code": code, "id": data.get("id")}


def _area(data: Json, context: Context) -> Json:
    """Return a known area when a code names one, else the area in words."""
    codes = text(data, "fd_area_code"), text(data, "extent")
    area = context.areas.get(codes[0]) or context.areas.get(codes[1])
    name, words = text(data, "name"), text(data, "extent", "name")
    if area and (words == name or words in context.areas):
        words = ""
    extent = fitted(ServiceArea, "extent", words or ("" if area else name))
    return {"id": data.get("id"), "area_id": area, "extent": extent}


def _place(data: Json, context: Context) -> Json:
    made = texts(ServiceAtLocation, data, description="description")
    place = context.key("location", data["location_id"])
    return made | {"id": data.get("id"), "location_id": place}


def _attributes(key: UUID, data: Json, context: Context, left_out: list[str]) -> list[Json]:
    """Return the ties to terms, ours where the feed's term is one of ours."""
    made: dict[UUID, Json] = {}
    for each in rows(data, "attributes"):
        theirs = context.key("taxonomy_term", each["taxonomy_term_id"])
        term = context.vocabulary.terms.get(theirs)
        if term is None:
            left_out.append(f"Term: the feed does not explain “{theirs}”.")
            continue
        own = term == theirs
        tie = (
            part_key(key, "attribute", each.get("id") or term) if own else attribute_key(key, term)
        )
        link = text(each, "link_type")[:40] or "service"
        made.setdefault(term, {"id": tie, "taxonomy_term_id": term, "link_type": link})
    return list(made.values())
