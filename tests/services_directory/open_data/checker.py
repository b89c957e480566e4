"""Checks answers against the published schemas, when these lie beside the repository."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.validators import validator_for
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

STANDARDS = Path(__file__).resolve().parents[4] / "shared" / "standards" / "open-referral-uk"
MISSING = f"the published schemas are not in {STANDARDS.relative_to(STANDARDS.parents[2])}"
UK, COMPILED = "uk-profile-3.0/schema", "uk-profile-3.0/schema/compiled"
INTERNATIONAL, VALIDATOR, SPEC = "hsds/schema-3.0", "validator", "published-spec"
FORMATS = Draft202012Validator.FORMAT_CHECKER
# What is checked as what. Pages of lists are checked whole and item by item.
ITEMS = {
    "service": [f"{COMPILED}/service.json", f"{UK}/service.json", f"{INTERNATIONAL}/service.json"],
    "service_item": [f"{COMPILED}/service_list.json", f"{INTERNATIONAL}/service.json"],
    "service_at_location": [
        f"{COMPILED}/service_at_location.json",
        f"{INTERNATIONAL}/service_at_location.json",
        f"{COMPILED}/service.json",  # so says the text of January 2026
    ],
    "service_at_location_item": [
        f"{COMPILED}/service_at_location_list.json",
        f"{INTERNATIONAL}/service_at_location.json",
    ],
    "organization": [f"{COMPILED}/organization.json", f"{INTERNATIONAL}/organization.json"],
    "organization_item": [f"{COMPILED}/organization_list.json"],
    "taxonomy": [f"{VALIDATOR}/schema.taxonomy.json", f"{INTERNATIONAL}/taxonomy.json"],
    "taxonomy_term": [
        f"{VALIDATOR}/schema.taxonomy_term.json",
        f"{INTERNATIONAL}/taxonomy_term.json",
    ],
    "details": [f"{VALIDATOR}/schema.api_details.json"],
}
PAGES = {
    "service_item": f"{VALIDATOR}/schema.service_list.json",
    "service_at_location_item": f"{VALIDATOR}/schema.service_at_location_list.json",
    "taxonomy": f"{VALIDATOR}/schema.taxonomy_list.json",
    "taxonomy_term": f"{VALIDATOR}/schema.taxonomy_term_list.json",
}


@cache
def validator(name: str) -> Draft202012Validator:
    """Return the validator of one schema; relative references lead to its neighbours."""
    path = STANDARDS / name
    registry = Registry(retrieve=_neighbour)
    schema = json.loads(path.read_text()) | {"$id": path.as_uri()}
    return validator_for(schema, Draft202012Validator)(
        schema, registry=registry, format_checker=FORMATS
    )


def _neighbour(uri: str) -> Resource:
    contents = json.loads(Path(uri.removeprefix("file://")).read_text())
    return Resource.from_contents(contents, default_specification=DRAFT202012)


def errors(body: Any, kind: str) -> list[str]:
    """Return what is wrong with one object by all schemas that apply to it."""
    return [error for name in ITEMS[kind] for error in against(body, name)]


def page_errors(body: Any, kind: str) -> list[str]:
    """Return what is wrong with a list, its envelope and each of its items."""
    found = against(body, f"{SPEC}/page.2026-03.json")
    found += against(body, PAGES[kind]) if kind in PAGES else []
    return found + [error for item in body["contents"] for error in errors(item, kind)]


def against(body: Any, name: str) -> list[str]:
    return [
        f"{name}: {'/'.join(map(str, error.path))}: {error.message}"
        for error in validator(name).iter_errors(body)
    ]
