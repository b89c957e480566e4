"""The conditions in the database say what the pure functions say of one entry."""

from datetime import date, timedelta

import pytest

from services_directory.assurance import conditions
from services_directory.assurance.freshness import freshness
from services_directory.choices import Freshness
from services_directory.models import Service
from tests.services_directory.assurance.build import TODAY, entry

pytestmark = pytest.mark.django_db
DAYS = [0, 1, 91, 92, 93, 183, 184, 185, 364, 365, 366, 800]


@pytest.fixture
def of_every_age() -> list[Service]:
    return [entry(f"{days}", TODAY - timedelta(days=days)) for days in DAYS] + [entry("", None)]


@pytest.mark.parametrize("month", range(1, 13))
def test_each_entry_has_one_light_in_page_and_database(of_every_age, month):
    today = date(2027, month, 28)
    lights = {entry.pk: freshness(entry.assured_date, today) for entry in of_every_age}
    for light, condition in [
        (Freshness.AMBER, conditions.amber(today)),
        (Freshness.RED, conditions.red(today)),
    ]:
        found = set(Service.objects.filter(condition).values_list("pk", flat=True))
        assert found == {pk for pk, its in lights.items() if its is light}
    due = Service.objects.filter(conditions.to_check(today)).count()
    assert due == sum(light is not Freshness.GREEN for light in lights.values())


@pytest.mark.parametrize(
    ("facts", "kept"),
    [
        ({}, False),
        ({"open_24_hours": True}, True),
        ({"pathway": "bereavement-support"}, True),
        ({"national": True}, False),
    ],
)
def test_page_and_database_agree_on_what_is_always_kept(facts, kept):
    service = entry(assured=None, **facts)
    assert conditions.is_kept(service) is kept
    assert Service.objects.filter(conditions.KEPT).exists() is kept
    assert Service.objects.filter(conditions.demoted(TODAY)).exists() is not kept


def test_what_is_hidden_is_still_an_entry_and_what_was_taken_down_is_not():
    entry("Hidden", hidden_since=TODAY)
    entry("Down", status="inactive")
    assert [each.name for each in conditions.entries()] == ["Hidden"]
