import pytest
from django.core import checks
from django.core.management import call_command
from django.db import connection

from portal.places.checks import postcodes_are_loaded
from portal.places.models import Area, Postcode, PostcodeLoad

pytestmark = pytest.mark.django_db


def ids() -> list[str]:
    return [message.id for message in postcodes_are_loaded(None, databases=["default"])]


def add(area: Area | None) -> None:
    Postcode.objects.create(postcode="WY3 1AB", outcode="WY3", latitude=54, longitude=1, area=area)


def test_a_site_without_postcodes_is_told_how_to_load_them():
    (message,) = postcodes_are_loaded(None, databases=["default"])
    assert message.id == "portal.W001"
    assert "load_postcodes" in message.hint


def test_postcodes_in_no_area_are_told_of_too():
    add(None)
    assert ids() == ["portal.W002"]


def test_postcodes_in_an_area_are_fine():
    add(Area.objects.create(code="east", name="East", kind="council"))
    assert ids() == []


def test_before_the_first_migration_it_says_nothing():
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE {PostcodeLoad._meta.db_table}")
    assert ids() == []


def test_it_is_asked_with_the_database_and_not_without(capsys):
    assert postcodes_are_loaded(None) == []
    assert postcodes_are_loaded in checks.registry.registry.get_checks()
    call_command("check", databases=["default"])
    assert "portal.W001" in capsys.readouterr().err
    call_command("check")
    assert "portal.W001" not in capsys.readouterr().err
