"""Another Front Door, and the examples of the standard's own validator."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from services_directory.imports.fetch import NotThere, Server
from services_directory.imports.readers import web
from services_directory.imports.records import Batch
from tests.services_directory import build
from tests.services_directory.imports.readers.small import names, notes, read, records, run_of
from tests.services_directory.open_data.checker import MISSING, STANDARDS

MOCKS = STANDARDS / "validator"


class OwnServer(Server):
    """Asks this site instead of one outside."""

    def json(self, url: str) -> Any:
        answer = Client().get(url.removeprefix("http://own.example"))
        if answer.status_code != 200:
            raise NotThere(str(answer.status_code))
        return answer.json()


def own_feed() -> list[Batch]:
    url = "http://own.example/open-data/v3"
    return list(web.batches_from_web(url, {}, web.VERSION_3, OwnServer()))


def some_services() -> None:
    for number in range(3):
        made = build.service(
            f"Group {number}",
            cost="free",
            national=number == 0,
            referral_self=True,
            minimum_age=18,
            wait_weeks=3,
            wait_stated_on=date(2026, 10, 1),
            assured_date=date(2026, 10, 1),
            assurer_role="Bereavement team",
            checked="All of it",
        )
        build.tag(made, "need", "bereavement", "respite")
        build.covers(made, "east")
        build.opens(made, "TU,WE")
    build.place(made, confidential=True)


@pytest.mark.django_db
def test_our_own_feed_is_read_without_a_word_of_loss():
    some_services()
    found = own_feed()
    assert sorted(names(found)) == ["Group 0", "Group 1", "Group 2"]
    assert notes(found) == set()
    data = next(each.data for each in records(found) if each.data["name"] == "Group 0")
    assert data["fd_wait_weeks"] == 3
    assert data["fd_national"] is True
    assert data["service_areas"][0]["fd_area_code"] == "east"
    assert data["schedules"][0]["byday"] == "TU,WE"
    assert {each.data.get("fd_key") for each in records(found, "taxonomy")} >= {"need"}


@pytest.mark.django_db
def test_a_withheld_place_stays_withheld_on_its_way():
    some_services()
    (place,) = records(own_feed(), "location")
    assert place.data["fd_confidential"] is True
    assert place.data["addresses"][0]["postal_code"] == "WY3"
    assert "Priory Walk" not in json.dumps(place.data)


def mock(folder: str, name: str) -> bytes:
    return Path(MOCKS / folder / name).read_bytes()


@pytest.mark.skipif(not STANDARDS.is_dir(), reason=MISSING)
@pytest.mark.parametrize("folder", ["mocks-Default", "mocks-Warn"])
@pytest.mark.parametrize("name", ["service_full.json", "service_list.json"])
def test_the_examples_that_pass_are_read(folder, name):
    found = read(run_of("oruk3", mock(folder, name)))
    assert set(names(found)) == {"Community Counselling"}
    assert {each.refusal for each in records(found)} == {""}
    assert "An invented web or e-mail address was left out." in notes(found)


@pytest.mark.skipif(not STANDARDS.is_dir(), reason=MISSING)
def test_the_example_that_fails_is_cleaned_where_it_can_be():
    (made,) = records(read(run_of("oruk3", mock("mocks-Fail", "service_full.json"))))
    assert made.refusal == ""
    assert not {"url", "email"} & set(made.data)
    assert "A web address that can't be used was left out." in made.notes
    assert "An e-mail address that can't be used was left out." in made.notes


@pytest.mark.skipif(not STANDARDS.is_dir(), reason=MISSING)
def test_the_list_that_fails_is_refused_for_its_missing_names():
    found = read(run_of("oruk3", mock("mocks-Fail", "service_list.json")))
    assert {each.refusal for each in records(found)} == {"It has no name."}
