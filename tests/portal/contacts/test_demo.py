import pytest

from portal.contacts import demo
from portal.contacts.models import ContactPoint

pytestmark = pytest.mark.django_db


def load() -> list[str]:
    said: list[str] = []
    demo.load(said.append)
    return said


def test_the_demo_makes_each_contact_once_and_keeps_edits():
    assert load() == [f"{len(demo.CONTACTS)} contact points"]
    ContactPoint.objects.filter(key="spoc").update(phone="01632 960 555")
    load()
    assert ContactPoint.objects.count() == len(demo.CONTACTS)
    assert ContactPoint.objects.get(key="spoc").phone == "01632 960 555"


def test_all_that_is_loaded_would_pass_the_editors_form():
    load()
    for contact in ContactPoint.objects.all():
        contact.full_clean()
        assert contact.checked == demo.CHECKED


def test_only_the_line_of_the_vale_stands_in_the_header():
    load()
    assert [c.key for c in ContactPoint.objects.filter(header_order__isnull=False)] == ["spoc"]


def test_numbers_of_the_vale_are_of_the_range_kept_for_fiction():
    load()
    for contact in ContactPoint.objects.filter(national=False):
        assert contact.phone.startswith("01632 960 ")
