import pytest

from services_directory.assurance.proposals.facts import PARTS
from services_directory.assurance.proposals.states import blank_row
from services_directory.assurance.proposals.words import GONE, names_in, text_of
from tests.services_directory import build


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("open_24_hours", True, "Yes"),
        ("open_24_hours", False, "No"),
        ("closed_from", "2026-11-24", "24 November 2026"),
        ("closed_from", None, ""),
        ("cost", "means_tested", "Depends on your money"),
        ("cost", "", ""),
        ("status", "defunct", "Ended for good"),
        ("minimum_age", 0, "0"),
        ("name", "Tea", "Tea"),
        ("phones", None, ""),
        ("languages", [{"code": "bfi", "note": "on request"}],
         "British Sign Language [bfi] (on request)"),
        ("contacts", [{"name": "Jo", "title": "Lead", "number": "111", "email": "a@b.example"}],
         "Jo, role: Lead, 111, e-mail a@b.example"),
        ("cost_options", [{"option": "A visit", "amount": "0.00", "amount_description": ""}],
         "A visit, £0.00"),
        ("service_areas", [{"area": None, "extent": "the coast"}], "in words: the coast"),
    ],
)  # fmt: skip
def test_a_value_is_said_in_words(name, value, said):
    assert text_of(name, value, {}) == said


def test_a_time_says_all_that_it_holds():
    row = {
        **blank_row(PARTS["schedules"]), "byday": "MO,TU", "opens_at": "09:30:00",
        "closes_at": "12:00:00", "interval": 2, "dtstart": "2026-11-02",
        "valid_from": "2026-11-01", "valid_to": "2027-11-01", "attending_type": "phone",
        "description": "by turns", "open_on_bank_holidays": True,
    }  # fmt: skip
    assert text_of("schedules", [row], {}) == (
        "Every second Monday and Tuesday, 9:30 am to noon, by phone, first on 2 November 2026, "
        "from 1 November 2026, until 1 November 2027, on bank holidays too, note: by turns"
    )


def test_a_place_that_is_gone_is_said_to_be_gone():
    key = "3b0c0a46-5f6f-4c1c-a1f6-0b0e7f6c0001"
    rows = [{"location": key, "description": ""}]
    assert text_of("service_at_locations", rows, {}) == GONE
    assert text_of("service_at_locations", rows, {key: "The hall"}) == "The hall"


def test_terms_are_named_one_a_line_and_a_term_that_is_gone_is_said_to_be_gone():
    assert text_of("died", ["1", "2"], {"1": "Parent", "2": "Child"}) == "Parent\nChild"
    assert text_of("died", ["3"], {}) == GONE
    assert text_of("died", None, {}) == ""


@pytest.mark.django_db
def test_the_names_of_terms_are_looked_up():
    key = str(build.term("died", "child").pk)
    assert names_in({"died": [key]}, {"died": []}) == {key: "Child"}
