"""The postcodes of the demo: loaded once, and a wrong row is named with file and line."""

from pathlib import Path

import pytest

from portal.places import demo
from portal.places.models import Area, Postcode
from portal.places.queries import find_place

pytestmark = pytest.mark.django_db
HEAD = "postcode,latitude,longitude,area,locality\n"
GOOD = "WY3 1AB,54.0,1.5,wyvern-vale-east,Carrow\n"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "postcodes.csv"
    monkeypatch.setattr(demo, "FILE", path)
    return path


def load() -> list[str]:
    said: list[str] = []
    demo.load(said.append)
    return said


def test_the_real_file_is_sound_and_lies_in_the_sea():
    assert load() == [f"Places: 5 areas, {Postcode.objects.count()} postcodes."]
    assert Postcode.objects.count() > 10
    assert not Postcode.objects.exclude(latitude__range=(53, 56), longitude__range=(0, 4)).exists()
    assert not Postcode.objects.filter(area=None).exists()


def test_a_postcode_is_tidied_and_stands_in_its_areas(file):
    file.write_text(HEAD + GOOD.replace("WY3 1AB", "wy31ab"))
    load()
    place = find_place("WY3 1AB")
    assert place.area_codes == ("wyvern-vale-east", "wyvern-vale", "england", "uk")
    assert Postcode.objects.get().outcode == "WY3"


def test_loading_again_adds_what_is_new_and_keeps_what_is_there(file):
    file.write_text(HEAD + GOOD)
    load()
    Area.objects.filter(code="england").update(name="Our name")
    file.write_text(HEAD + GOOD.replace("Carrow", "Other") + GOOD.replace("1AB", "1AD"))
    load()
    assert list(Postcode.objects.order_by("pk").values_list("pk", "locality")) == [
        ("WY3 1AB", "Carrow"),
        ("WY3 1AD", "Carrow"),
    ]
    assert Area.objects.get(code="england").name == "Our name"


@pytest.mark.parametrize(
    "row",
    [
        "WY3,54.0,1.5,wyvern-vale-east,Carrow\n",
        "WY3 1AD,54.0,1.5,nowhere,Carrow\n",
        "WY3 1AD,north,1.5,wyvern-vale-east,Carrow\n",
        "WY3 1AD,54.0\n",
    ],
)
def test_a_wrong_row_is_named_with_file_and_line_and_nothing_is_loaded(file, row):
    file.write_text(HEAD + GOOD + row)
    with pytest.raises(ValueError, match=r"postcodes\.csv:3: "):
        load()
    assert not Postcode.objects.exists()
