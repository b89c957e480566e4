"""Rows from before towns had keys are found by their town as well."""

from importlib import import_module

import pytest
from django.apps import apps

from portal.places.models import Postcode
from portal.places.queries import find_place

pytestmark = pytest.mark.django_db


def test_towns_that_were_there_before_get_their_keys():
    for postcode, town in [("WY3 1AB", "St. Wyvern's"), ("WY4 1AB", "")]:
        Postcode.objects.create(
            postcode=postcode, outcode=postcode[:3], latitude=54, longitude=1.5, locality=town
        )
    Postcode.objects.update(locality_key="")
    assert find_place("st wyverns") is None
    import_module("portal.places.migrations.0003_fill_town_keys").fill_keys(apps, None)
    assert find_place("st wyverns").name == "St. Wyvern's"
    assert Postcode.objects.get(pk="WY4 1AB").locality_key == ""
