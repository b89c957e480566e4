"""The person of a message: how to reach them, in what language, and under which numbers."""

import pytest

from referrals.exchange.inbound.mapping.person import person
from referrals.exchange.inbound.message import understood
from tests.referrals.exchange.inbound.senders import NHS, UK_CORE, patient, ref, referral, resource

EXTENSION = f"{UK_CORE}/StructureDefinition/Extension-UKCore-"
NHS_NUMBER = f"{NHS}/Id/nhs-number"


def about(*more, **changes):
    found = person(understood(referral(*more, patient=patient(**changes))))
    return {key: words for key, words in found.items() if words}


def test_every_way_to_reach_the_person_is_kept_but_the_former():
    found = about(telecom=[
        {"system": "phone", "value": "01632 960 001"},
        {"system": "phone", "value": "01632 960 002"},
        {"system": "phone", "value": "01632 960 009", "use": "old"},
        {"system": "email", "value": "martha@wyvernvale.example"},
    ])  # fmt: skip
    assert found["phone"] == "01632 960 001, 01632 960 002"
    assert found["email"] == "martha@wyvernvale.example"


def test_wishes_about_contact_are_kept_in_words():
    wishes = {"url": f"{EXTENSION}ContactPreference", "extension": [
        {"url": "PreferredContactMethod", "valueCodeableConcept": {"text": "Letter"}},
        {"url": "PreferredContactTimes", "valueString": "After six"},
        {"url": "PreferredWrittenCommunicationFormat"},
    ]}  # fmt: skip
    assert (
        about(extension=[wishes])["contact_wishes"]
        == "ContactMethod: Letter\nContactTimes: After six"
    )


@pytest.mark.parametrize(
    ("address", "lines", "postcode"),
    [
        ({"line": ["Flat 2", "4 Quay Row"], "district": "Quayside", "city": "Wyvernstow",
          "state": "Wyvernshire", "postalCode": "WY1 1AA"},
         "Flat 2\n4 Quay Row\nQuayside\nWyvernstow\nWyvernshire", "WY1 1AA"),
        ([{"text": "The boat, Mill Lane"}, {"line": ["Elsewhere"]}], "The boat, Mill Lane", None),
        ([{"use": "old", "line": ["9 Mill Lane"], "postalCode": "WY2 2BB"},
          {"use": "home", "line": ["4 Quay Row"]}], "4 Quay Row", None),
        ({"line": ["4 Quay Row"], "text": "4 Quay Row, Wyvernstow"}, "4 Quay Row", None),
        (None, None, None),
    ],
    ids=["in lines", "in words", "a former one first", "in both", "none"],
)  # fmt: skip
def test_the_address_is_read_in_lines_or_in_words(address, lines, postcode):
    found = about(address=address)
    assert (found.get("address"), found.get("postcode")) == (lines, postcode)


def test_the_nhs_number_is_told_from_all_others():
    found = about(identifier=[
        {"system": "urn:hospital", "value": "H-77"},
        {"system": NHS_NUMBER, "value": "999 000 0018"},
        {"value": "no system"}, {"system": "urn:empty"},
    ])  # fmt: skip
    assert (found["nhs_number"], found["nhs_number_check"]) == ("9990000018", "right")
    assert found["other_numbers"] == "H-77 (urn:hospital)\nno system ()"


def test_no_number_says_nothing_of_its_check():
    keys = {"nhs_number", "nhs_number_check", "nhs_number_verified", "other_numbers"}
    assert not keys & set(about(identifier=[]))


@pytest.mark.parametrize(
    ("names", "known_as"),
    [
        ([{"use": "official", "text": "Martha Keel"}, {"text": "Mattie"}, {"text": "Nan"}],
         "Mattie, Nan"),
        ([{"text": "Martha Keel"}, {"use": "old", "text": "Martha Keel"}], None),
        ([{"use": "old", "text": "Martha Field"}, {"text": "Martha Keel"}], "Martha Field"),
    ],
)  # fmt: skip
def test_every_other_name_is_kept_once(names, known_as):
    found = about(name=names)
    assert (found["name"], found.get("known_as")) == ("Martha Keel", known_as)


@pytest.mark.parametrize(
    ("value", "needed"), [(True, True), (False, False), ("true", False), (None, False)]
)
@pytest.mark.parametrize("name", ["patient-interpreterRequired", "UKCore-InterpreterRequired"])
def test_an_interpreter_is_needed_only_where_that_is_said(name, value, needed):
    at_language = {"extension": [{"url": f"https://x.example/{name}", "valueBoolean": value}]}
    assert ("interpreter" in about(communication=[at_language])) is needed


def test_what_else_is_said_of_the_language_asks_for_no_interpreter():
    said = [{"url": "proficiency", "valueBoolean": True}]
    spoken = {"extension": [{"url": f"{EXTENSION}NHSCommunication", "extension": said}]}
    assert "interpreter" not in about(communication=[spoken])


def test_the_one_whom_the_request_is_about_counts_and_not_the_first():
    whole = referral(resource("Patient", "other", name=[{"text": "Jon Field"}]))
    whole["entry"][1]["resource"]["subject"] = ref("other")
    assert person(understood(whole))["name"] == "Jon Field"
