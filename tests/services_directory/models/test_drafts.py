"""A draft holds everything that belongs to a service, and a published one gives it back."""

import pytest

from services_directory.models import Phone, Service
from tests.services_directory import build

pytestmark = pytest.mark.django_db


def test_a_draft_keeps_new_phones_from_the_public_until_it_is_published():
    service = build.service()
    Phone.objects.create(service=service, number="01632 960 001")
    draft = Service.objects.get(pk=service.pk)
    draft.phones.set([Phone(number="01632 960 002")])
    revision = draft.save_revision()
    assert [phone.number for phone in Service.objects.get().phones.all()] == ["01632 960 001"]
    revision.publish()
    assert [phone.number for phone in Service.objects.get().phones.all()] == ["01632 960 002"]


def test_publishing_keeps_the_keys_of_parts_that_did_not_change():
    service = build.service()
    phone = Phone.objects.create(service=service, number="01632 960 001")
    build.tag(service, "need", "bereavement")
    build.place(service)
    attribute = service.attributes.get()
    for _ in range(2):
        Service.objects.get(pk=service.pk).save_revision().publish()
    again = Service.objects.get(pk=service.pk)
    assert again.phones.get() == phone
    assert again.attributes.get() == attribute
    assert again.service_at_locations.count() == 1


def test_a_deleted_service_takes_its_parts_along():
    service = build.service()
    Phone.objects.create(service=service, number="01632 960 001")
    service.delete()
    assert not Phone.objects.exists()


def test_a_part_from_a_revision_is_the_part_in_the_database():
    service = build.service()
    phone = Phone.objects.create(service=service, number="01632 960 001")
    draft = service.save_revision().as_object()
    assert list(draft.phones.all()) == [phone]
