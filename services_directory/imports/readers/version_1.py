"""Services of Open Referral UK 1.0 in the names of 3.0."""

from typing import Any

from services_directory.imports.cleaning.fields import MOST_ROWS, snake
from services_directory.imports.readers.items import service
from services_directory.imports.records import Json, Record

HOLIDAYS = "Times of holidays were left out; only the weekly times were kept."
_ACCESS = {
    "referral": "You need a referral.",
    "appointment": "You need an appointment.",
    "membership": "You need to be a member.",
    "drop-in": "You can drop in.",
}
_RENAMED = {
    "fundings": "funding",
    "regular_schedules": "schedules",
    "service_taxonomys": "attributes",
    "service_taxonomies": "attributes",
    "accessibility_for_disabilities": "accessibility",
    "physical_addresses": "addresses",
    "postal_addresses": "addresses",
}
_AS_DRAWN = ("reviews", "deliverable_type")


def service_1(raw: Json, notes: tuple[str, ...] = ()) -> list[Record]:
    """Return the records of a service of version 1."""
    renamed, more = in_names_of_3(raw)
    return service(renamed, (*notes, *more))


def in_names_of_3(raw: Json) -> tuple[Json, tuple[str, ...]]:
    """Return a service of version 1 in the names of version 3, and what could not be kept."""
    made = _renamed(raw)
    made |= _eligibility(made)
    made |= _access(made)
    made["attributes"] = [
        _attribute(each) for each in _dicts(made, "attributes", "link_taxonomies")
    ]
    made["service_areas"] = [_area(each) for each in _dicts(made, "service_areas")]
    made["service_at_locations"] = [_link(each) for each in _dicts(made, "service_at_locations")]
    made["languages"] = [_language(each) for each in _dicts(made, "languages")]
    holidays = [made, *made["service_at_locations"]]
    lost = any(each.pop("holiday_schedules", None) for each in holidays)
    for name in ("eligibilitys", "link_taxonomies", *_AS_DRAWN):
        made.pop(name, None)
    return made, (HOLIDAYS,) if lost else ()


def _renamed(raw: Json) -> Json:
    found: Json = {}
    for name, value in raw.items():
        plain = snake(name).removesuffix("_collection")
        ours = _RENAMED.get(plain, plain)
        if value or ours not in found:
            found[ours] = value
    return found


def _dicts(raw: Json, *names: str) -> list[Json]:
    lists = (raw.get(name) for name in names)
    return [
        each for rows in lists if isinstance(rows, list) for each in rows if isinstance(each, dict)
    ][:MOST_ROWS]


def _eligibility(raw: Json) -> Json:
    """Ages and words stand in `eligibilitys`; the widest ages hold for the service."""
    rows = [_renamed(each) for each in _dicts(raw, "eligibilitys", "eligibilities")]
    if not rows:
        return {}
    words = [str(each["eligibility"]) for each in rows if isinstance(each.get("eligibility"), str)]
    return {
        "minimum_age": _first(
            raw.get("minimum_age"), [each.get("minimum_age") for each in rows], min
        ),
        "maximum_age": _first(
            raw.get("maximum_age"), [each.get("maximum_age") for each in rows], max
        ),
        "eligibility_description": raw.get("eligibility_description")
        or "\n".join(dict.fromkeys(words)),
    }


def _first(given: Any, found: list[Any], best: Any) -> Any:
    numbers = [each for each in found if isinstance(each, int | float) and each >= 0]
    if given is not None:
        return given
    return best(numbers) if numbers else next((each for each in found if each is not None), None)


def _access(raw: Json) -> Json:
    """`attending_access` says how one gets it; a drop-in is open to whoever comes."""
    how = str(raw.pop("attending_access", None) or "").strip()
    words = _ACCESS.get(how.casefold(), how)
    if not words or raw.get("application_process"):
        return {}
    found: Json = {"application_process": words}
    return found | ({"fd_referral_routes": ["self"]} if how.casefold() == "drop-in" else {})


def _attribute(raw: Json) -> Json:
    term = raw.get("taxonomy")
    if not isinstance(term, dict):
        return _renamed(raw)
    renamed = _renamed(term)
    vocabulary = renamed.pop("vocabulary", None)
    listed = vocabulary.get("name") if isinstance(vocabulary, dict) else vocabulary
    inner = renamed | {"taxonomy": listed}
    kind = raw.get("link_type") or raw.get("linkType") or "service"
    return {"id": raw.get("id"), "link_type": kind, "taxonomy_term": inner}


def _area(raw: Json) -> Json:
    made = _renamed(raw)
    extent = made.get("extent")
    drawn = isinstance(extent, dict) or str(extent or "").lstrip().startswith(("{", "http"))
    return made | {
        "extent_type": "geojson" if drawn else "text",
        "name": made.get("service_area") or made.get("name"),
    }


def _link(raw: Json) -> Json:
    made = _renamed(raw)
    place = made.get("location")
    if isinstance(place, dict):
        made["location"] = {
            name: value for name, value in _renamed(place).items() if name != "link_taxonomies"
        }
    return made


def _language(raw: Json) -> Json:
    return _renamed(raw) | {"name": raw.get("language") or raw.get("name")}
