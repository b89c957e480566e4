import csv
from pathlib import Path

import pytest
from django.db.models import Count
from modelcluster.fields import ParentalKey
from wagtail.signal_handlers import disable_reference_index_auto_update

from portal.places import demo as places
from services_directory import demo
from services_directory.demo import rows
from services_directory.models import Organization, Schedule, Service, TaxonomyTerm
from services_directory.models.base import Part

pytestmark = pytest.mark.django_db
LEAST_SERVICES = 80


def quiet(line: str) -> None:
    pass


def counts() -> list[int]:
    return [model.objects.count() for model in (Service, Organization, Schedule, TaxonomyTerm)]


def in_one_place(kind: type[Part]) -> bool:
    """Say whether two parts of one owner stand in the same place, so that any may come first."""
    owner = next(each.name for each in kind._meta.fields if isinstance(each, ParentalKey))
    places = kind._default_manager.order_by().values(owner, "sort_order")
    return places.annotate(number=Count("pk")).filter(number__gt=1).exists()


def test_the_demo_loads_whole_and_sound_and_a_second_load_keeps_edits():
    places.load(quiet)
    with disable_reference_index_auto_update():
        demo.load(quiet)
    assert Service.objects.public().count() >= LEAST_SERVICES
    ours = Service.objects.filter(feed=None)  # those of a feed have no revisions
    for service in ours.select_related("live_revision", "latest_revision"):
        assert service.live_revision == service.latest_revision
        assert not service.has_unpublished_changes
        assert service.live_revision.as_object().phones.count() == service.phones.count()
        assert service.attributes.exists()
        service.full_clean()
    assert [kind for kind in Part.__subclasses__() if in_one_place(kind)] == []
    before = counts()
    Service.objects.filter(pk=service.pk).update(name="Edited")
    demo.load(quiet)
    assert counts() == before
    assert Service.objects.get(pk=service.pk).name == "Edited"


def copy_with(tmp_path: Path, table: str, column: str, value: str) -> None:
    """Copy all tables, with one wrong cell in the first row of one of them."""
    for source in rows.FOLDER.glob("*.csv"):
        with source.open(encoding="utf-8", newline="") as file:
            lines = list(csv.DictReader(file))
        if source.name == table:
            lines[0][column] = value
        with (tmp_path / source.name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, lines[0].keys())
            writer.writeheader()
            writer.writerows(lines)


@pytest.mark.parametrize(
    ("table", "column", "value", "words"),
    [
        ("services.csv", "organization", "nobody", "nothing is called 'nobody'"),
        ("services.csv", "needs", "nonsense", "nothing is called ('need', 'nonsense')"),
        ("services.csv", "minimum_age", "old", "minimum_age cannot be 'old'"),
        ("services.csv", "assured_date", "4/11/2026", "assured_date cannot be '4/11/2026'"),
        ("services.csv", "cost", "cheap", "cheap"),
        ("services.csv", "phones", "Office: ring us", "in figures"),
        ("schedules.csv", "opens_at", "", "opens_at must not be empty"),
        ("locations.csv", "organization", "nobody", "nothing is called 'nobody'"),
        ("locations.csv", "latitude", "95", "latitude"),
        ("locations.csv", "postal_code", "WY3", "like WY3 1AB"),
        ("locations.csv", "confidential", "Yes", "confidential cannot be 'Yes'"),
        ("services.csv", "modes", "carrier pigeon", "nothing is called 'carrier pigeon'"),
        ("services.csv", "referral_routes", "vicar", "nothing is called 'vicar'"),
        ("services.csv", "national", "maybe", "national cannot be 'maybe'"),
        ("taxonomy_terms.csv", "taxonomy", "wants", "nothing is called 'wants'"),
    ],
)
def test_a_wrong_cell_is_named_with_file_and_line(
    monkeypatch, tmp_path, table, column, value, words
):
    places.load(quiet)
    copy_with(tmp_path, table, column, value)
    monkeypatch.setattr(rows.read, "__defaults__", (tmp_path,))
    with pytest.raises(rows.DemoDataError) as raised:
        demo.load(quiet)
    assert str(raised.value).startswith(f"{table}:")
    assert words in str(raised.value)
    assert not Service.objects.exists()


def test_a_key_always_gives_the_same_uuid():
    assert rows.uuid_of("service", "care-line") == rows.uuid_of("service", "care-line")
    assert rows.uuid_of("service", "care-line") != rows.uuid_of("term", "care-line")
