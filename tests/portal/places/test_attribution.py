from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from portal.places.attribution import LINES, attribution_lines
from portal.places.loading.layouts import CodePointOpen, OnsLayout
from portal.places.models import PostcodeLoad

pytestmark = pytest.mark.django_db


def load(sources: str, year: int = 2026) -> None:
    made = PostcodeLoad.objects.create(sources=sources, postcodes=1)
    at = datetime(year, 1, 1, tzinfo=ZoneInfo("Europe/London"))
    PostcodeLoad.objects.filter(pk=made.pk).update(loaded_at=at)


def test_without_a_load_there_is_nothing_to_say(client):
    assert attribution_lines() == []
    assert "Royal Mail" not in client.get("/open-data/").content.decode()


@pytest.mark.parametrize(
    ("sources", "holders"),
    [
        ("ons", {"Office for National Statistics", "OS data", "Royal Mail"}),
        ("code-point-open", {"National Statistics data", "OS data", "Royal Mail"}),
    ],
)
def test_all_whose_data_it_is_are_named_with_the_year(sources, holders):
    load(sources)
    lines = attribution_lines()
    assert all(any(holder in line for line in lines) for holder in holders)
    assert sum("2026" in line for line in lines) >= 2


def test_a_holder_of_two_of_the_files_is_named_once_and_the_newest_load_counts():
    load("code-point-open", 2024)
    load("ons open-names", 2025)
    lines = attribution_lines()
    assert len(lines) == 3
    assert "Contains OS data © Crown copyright and database right 2025" in lines


@pytest.mark.parametrize("layout", [OnsLayout, CodePointOpen])
def test_every_layout_has_its_lines(layout):
    assert LINES[layout.source]


def test_the_page_about_the_data_shows_them(client):
    load("ons")
    page = client.get("/open-data/").content.decode()
    assert all(line in page for line in attribution_lines())
