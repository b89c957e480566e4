"""What follows when services change: search, the finder's counts, and those who copy the data."""

from datetime import UTC, datetime

import pytest

from search.models import SearchChange
from services_directory.models import DirectoryChange, Service
from services_directory.services import services_changed
from tests.services_directory import build

pytestmark = pytest.mark.django_db
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
FEED = "/open-data/v3/services?modified_after=2026-01-01"


def long_unchanged(name: str = "Evening group") -> Service:
    service = build.service(name)
    Service.objects.filter(pk=service.pk).update(last_modified=LONG_AGO)
    return service


def names_in_feed(client) -> list[str]:
    return sorted(each["name"] for each in client.get(FEED).json()["contents"])


def test_a_change_is_told_to_search_and_to_the_finder():
    service = build.service()
    before = SearchChange.objects.count()
    services_changed([service.pk])
    assert SearchChange.objects.count() == before + 1
    assert DirectoryChange.objects.get().service_key == service.pk


def test_keys_may_come_as_text():
    services_changed([str(long_unchanged().pk)])
    assert Service.objects.get().last_modified > LONG_AGO


def test_only_the_services_named_are_modified(client):
    services_changed([long_unchanged("One").pk])
    long_unchanged("Two")
    assert names_in_feed(client) == ["One"]


def test_thousands_are_noted_in_few_queries(django_assert_max_num_queries):
    services = [build.service(f"S{number}") for number in range(3)]
    keys = [service.pk for service in services] * 400
    with django_assert_max_num_queries(12):
        services_changed(keys)
    assert DirectoryChange.objects.get().service_key is None


@pytest.mark.parametrize("part", ["organization", "location", "address", "term"])
def test_who_copies_the_data_hears_of_a_changed_part(client, part):
    service = build.service()
    location = build.place(service)
    build.tag(service, "need", "respite")
    changed = {
        "organization": service.organization,
        "location": location,
        "address": location.addresses.get(),
        "term": service.attributes.get().taxonomy_term,
    }[part]
    Service.objects.update(last_modified=LONG_AGO)
    assert names_in_feed(client) == []
    changed.save()
    assert names_in_feed(client) == ["Evening group"]


def test_who_copies_the_data_hears_of_a_changed_phone(client, administrator):
    service = long_unchanged()
    service.phones.create(number="01632 960 001")
    service.save_revision(user=administrator).publish()
    assert names_in_feed(client) == ["Evening group"]
