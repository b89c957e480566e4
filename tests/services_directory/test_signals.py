"""Search is told of whatever the public may see differently, once for each service."""

import pytest

from search.models import SearchChange
from services_directory.models import Location, ServiceAtLocation
from tests.services_directory import build

pytestmark = pytest.mark.django_db


def told() -> list[str]:
    noted = sorted(change.pk_text for change in SearchChange.objects.filter(kind="service"))
    SearchChange.objects.all().delete()
    return noted


@pytest.fixture
def two_at_one_place():
    one, two = build.service("One"), build.service("Two")
    build.service("Elsewhere", organization=build.organization("Another"))
    location = build.place(one)
    ServiceAtLocation.objects.create(service=two, location=location)
    told()
    return sorted([str(one.pk), str(two.pk)]), location


def test_a_place_that_is_removed_is_told_for_the_services_given_there(two_at_one_place):
    keys, location = two_at_one_place
    Location.objects.get(pk=location.pk).delete()
    assert told() == keys


def test_an_address_that_becomes_confidential_is_told(two_at_one_place):
    keys, location = two_at_one_place
    address = location.addresses.get()
    address.confidential = True
    address.save()
    assert set(told()) == set(keys)


def test_a_provider_is_told_for_each_of_its_services_and_for_no_other(two_at_one_place):
    keys, _ = two_at_one_place
    build.organization().save()
    assert told() == keys


@pytest.mark.parametrize(
    "make",
    [
        lambda: build.organization("New"),
        lambda: build.term("need", "new"),
        lambda: Location.objects.create(name="New"),
    ],
)
def test_what_no_service_uses_yet_is_not_told(make):
    make()
    assert told() == []
