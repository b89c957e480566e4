"""Our open data, imported into a portal that has nothing but areas, gives the same open data."""

from typing import Any

import pytest
from django.test import Client
from wagtail.signal_handlers import disable_reference_index_auto_update

from portal.places import demo as places
from services_directory import demo
from services_directory.models import (
    Attribute,
    Location,
    Organization,
    Service,
    Taxonomy,
    TaxonomyTerm,
)
from tests.services_directory.imports.feeding import ROOT, imported, lines, own_records

LISTS = {
    "services": {"full": "true"},
    "service_at_locations": {"full": "true"},
    "organizations": {"full": "true"},
    "taxonomies": {},
    "taxonomy_terms": {},
}


def without_times(value: Any) -> Any:
    if isinstance(value, list):
        return [without_times(each) for each in value]
    if isinstance(value, dict):
        return {k: without_times(v) for k, v in value.items() if k != "last_modified"}
    return value


def everything() -> dict[str, Any]:
    found = {path: without_times(lines(path, **query)) for path, query in LISTS.items()}
    for taxonomy in found["taxonomies"]:
        key = taxonomy["id"]
        found[key] = without_times(Client().get(f"{ROOT}/taxonomies/{key}").json())
    return found


def differences(before: Any, after: Any, where: str) -> list[str]:
    """Return what differs, each with the way to it."""
    if isinstance(before, dict) and isinstance(after, dict):
        names = sorted(before.keys() | after.keys())
        return [
            each
            for name in names
            for each in differences(before.get(name), after.get(name), f"{where}.{name}")
        ]
    if isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        pairs = enumerate(zip(before, after, strict=True))
        return [each for n, (one, two) in pairs for each in differences(one, two, f"{where}.{n}")]
    return [] if before == after else [f"{where}: {before!r} -> {after!r}"]


def forget_everything() -> None:
    Service.objects.all().delete()
    Location.objects.all().delete()
    Organization.objects.all().delete()
    Attribute.objects.all().delete()
    TaxonomyTerm.objects.update(parent=None)
    TaxonomyTerm.objects.all().delete()
    Taxonomy.objects.all().delete()


@pytest.mark.django_db
def test_the_demo_comes_back_as_it_was():
    with disable_reference_index_auto_update():
        places.load(lambda line: None)
        demo.load(lambda line: None)
        before, records = everything(), own_records()
        forget_everything()
    run = imported(*records)
    assert run.counts["service"] == {"new": len(before["services"])}
    after = everything()
    unlike = [each for path in before for each in differences(before[path], after[path], path)]
    assert unlike == []
    again = imported(*own_records())
    assert {verdict for kind in again.counts.values() for verdict in kind} == {"same"}
