"""Family, general practice, referrer and place: whoever a message names, and by whichever way."""

import pytest

from referrals.exchange.inbound.mapping.people import people
from referrals.exchange.inbound.message import understood
from tests.referrals.exchange.inbound.senders import (
    header,
    organisation,
    ref,
    referral,
    resource,
    service_request,
)

SURGERY = organisation("practice", "Quayside Surgery", "W0V22")
HOSPICE = organisation("sender", "Wyvern 111", "W0V11")
DOCTOR = resource("Practitioner", "doctor", name=[{"text": "Dr Łęcka"}])
NURSE = resource("Practitioner", "nurse", name=[{"text": "Ines Hale"}],
                 telecom=[{"system": "phone", "value": "01632 960 120"}])  # fmt: skip


def phone(number):
    return [{"system": "phone", "value": number}]


def read(*resources, patient=None, asked=None, **head):
    """Return what the message says of people; patient, asked, head: fields that differ."""
    person = resource("Patient", "patient", **(patient or {}))
    request = {"resourceType": "ServiceRequest", "id": service_request()["id"], **(asked or {})}
    entries = [header() | head, request, person, *resources]
    whole = referral() | {
        "entry": [{"fullUrl": f"urn:uuid:{e['id']}", "resource": e} for e in entries]
    }  # fmt: skip
    return {key: said for key, said in people(understood(whole)).items() if said}


def test_the_first_of_the_family_is_the_carer_and_the_others_are_kept():
    nameless = resource("RelatedPerson", "none", relationship=[{"text": "Neighbour"}])
    daughter = resource("RelatedPerson", "ana", name=[{"text": "Ana Field"}],
                        relationship=[{"text": "Daughter"}],
                        telecom=[*phone("01632 960 002"), *phone("01632 960 003"),
                                 {"system": "phone", "value": "01632 960 009", "use": "old"},
                                 {"system": "email", "value": "a@x.example"}])  # fmt: skip
    son = resource("RelatedPerson", "jon", name=[{"text": "Jon Field"}], telecom=phone("1"))
    friend = {"name": {"text": "Bea Sole"}, "relationship": [{"text": "Friend"}]}
    found = read(nameless, daughter, son, patient={"contact": [friend]})
    assert found["carer_name"] == "Ana Field"
    assert found["carer_relationship"] == "Daughter"
    assert found["carer_phone"] == "01632 960 002, 01632 960 003"
    assert found["other_people"] == "Neighbour\nJon Field, 1\nBea Sole, Friend"


ROLE = resource("PractitionerRole", "gp role", practitioner=ref("doctor"),
                organization=ref("practice"))  # fmt: skip
BY_NAME = resource("PractitionerRole", "gp role", practitioner={"display": "Dr Sole"})
NAMED = {"gp_practice": "Quayside Surgery", "gp_practice_ods": "W0V22"}


@pytest.mark.parametrize(
    ("practice", "found"),
    [
        ([ref("practice")], NAMED),
        ([ref("doctor"), ref("practice")], NAMED | {"gp_name": "Dr Łęcka"}),
        ([ref("gp role")], NAMED | {"gp_name": "Dr Łęcka"}),
        ([{"display": "Mill Surgery"}], {"gp_practice": "Mill Surgery"}),
        ([ref("practice"), {"display": "Mill Surgery"}], NAMED),
        ([], {}),
    ],
    ids=["practice", "doctor too", "role", "by name", "first of two", "none"],
)
def test_general_practice_is_read_however_it_is_named(practice, found):
    told = read(SURGERY, DOCTOR, ROLE, patient={"generalPractitioner": practice})
    assert {key: words for key, words in told.items() if key.startswith("gp_")} == found


def test_a_doctor_named_in_words_alone_is_kept():
    told = read(BY_NAME, patient={"generalPractitioner": [ref("gp role")]})
    assert told["gp_name"] == "Dr Sole"


RANK = resource("PractitionerRole", "role", practitioner=ref("nurse"), organization=ref("sender"),
                code=[{"text": "Nurse"}],
                telecom=[{"system": "email", "value": "ines@wyvernvale.example"}])  # fmt: skip
WHO = {
    "referrer_name": "Ines Hale", "referrer_organisation": "Wyvern 111",
    "referrer_organisation_ods": "W0V11", "referrer_phone": "01632 960 120",
}  # fmt: skip
IN_RANK = WHO | {"referrer_role": "Nurse", "referrer_email": "ines@wyvernvale.example"}


@pytest.mark.parametrize(
    ("requester", "resources", "found"),
    [
        (ref("role"), [RANK, NURSE, HOSPICE], IN_RANK),
        (None, [RANK, NURSE, HOSPICE], IN_RANK),
        (ref("nurse"), [NURSE, HOSPICE], WHO),
        (None, [NURSE, HOSPICE], WHO),
        (ref("practice"), [SURGERY, NURSE, HOSPICE],
         {"referrer_organisation": "Quayside Surgery", "referrer_organisation_ods": "W0V22"}),
        (None, [], {"referrer_organisation": "Wyvern 111 by header"}),
    ],
    ids=["role", "the only role", "person", "the only person", "organisation", "header alone"],
)  # fmt: skip
def test_the_referrer_is_read_however_they_are_named(requester, resources, found):
    source = {"name": "Wyvern 111 by header"}
    told = read(*resources, asked={"requester": requester}, source=source)
    assert {key: words for key, words in told.items() if key.startswith("referrer_")} == found


def test_others_who_are_involved_are_kept_apart_from_the_referrer():
    other = resource("PractitionerRole", "other", practitioner=ref("doctor"),
                     organization=ref("practice"), code=[{"text": "Doctor"}],
                     telecom=phone("7"))  # fmt: skip
    told = read(RANK, other, NURSE, DOCTOR, SURGERY, HOSPICE, asked={"requester": ref("role")})
    assert told["others_involved"] == "Dr Łęcka, Doctor, Quayside Surgery, 7"


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"encounter": ref("theirs")}, "2026-11-21 to 2026-11-22"),
        ({}, "2026-11-20"),
        ({"encounter": ref("untimed"), "authoredOn": "2026-11-19"}, "2026-11-19"),
    ],
    ids=["named", "the first", "when it was written"],
)
def test_when_somebody_saw_the_person_is_read(asked, words):
    contacts = [
        resource("Encounter", "first", period={"start": "2026-11-20"}),
        resource("Encounter", "theirs", period={"start": "2026-11-21", "end": "2026-11-22"}),
        resource("Encounter", "untimed"),
    ]
    assert read(*contacts, asked=asked)["assessed_at"] == words


def test_where_the_person_is_and_every_number_of_the_sender_are_kept():
    place = resource("Location", "ward", name="Ward 4", description="Bay 2",
                     type=[{"text": "Hospital"}],
                     address={"line": ["Hill Road"], "city": "Wyvernstow",
                              "postalCode": "WY1 1AA"})  # fmt: skip
    numbers = [{"system": "urn:a", "value": "7"}, {"system": "urn:b", "value": "8"},
               {"system": "urn:c"}]  # fmt: skip
    told = read(place, resource("Location", "home", name="Home"), asked={"identifier": numbers})
    assert told["now_at_detail"] == "Ward 4, Bay 2, Hospital, Hill Road, Wyvernstow, WY1 1AA\nHome"
    assert told["sender_reference"] == "7 (urn:a)\n8 (urn:b)"
