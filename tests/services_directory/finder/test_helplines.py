"""Where every page of the finder can end: someone who answers the phone."""

import pytest

from services_directory.finder.helplines import MOST, helplines
from tests.services_directory import build

pytestmark = pytest.mark.django_db


def line(name: str, *needs: str, **fields) -> None:
    made = build.service(name, **({"national": True, "mode_phone": True} | fields))
    build.tag(made, "need", *needs)


def names() -> list[str]:
    return [service.name for service in helplines()]


def test_the_broadest_comes_first_after_those_open_day_and_night():
    line("One need", "bereavement")
    line("Two needs", "bereavement", "mental-health")
    line("Always", "advice-line", open_24_hours=True)
    assert names() == ["Always", "Two needs", "One need"]


@pytest.mark.parametrize("fields", [{"national": False}, {"mode_phone": False}, {"live": False}])
def test_only_public_national_lines_that_are_rung_are_offered(fields):
    line("Not a line", "bereavement", **fields)
    assert names() == []


def test_a_national_phone_service_that_does_not_listen_is_no_helpline():
    line("Equipment", "equipment")
    assert names() == []


def test_there_are_four_at_most():
    for number in range(MOST + 2):
        line(f"Line {number}", "bereavement")
    assert len(names()) == MOST == 4
