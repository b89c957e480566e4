import json

import pytest
from fhir.resources.R4B.bundle import Bundle

from referrals.exchange.bundles import messages
from referrals.exchange.bundles.cardinality import faults_of
from referrals.exchange.bundles.messages import as_bytes, cancellation, request, response
from tests.referrals.exchange.samples import NAMED, every_kind, letter, message

KINDS = dict(every_kind())


def one(bundle, kind):
    return next(found for found in of(bundle, kind))


def of(bundle, kind):
    found = [entry["resource"] for entry in bundle["entry"]]
    return [resource for resource in found if resource["resourceType"] == kind]


def references(thing):
    if isinstance(thing, dict):
        yield from [thing["reference"]] if "reference" in thing else []
        for value in thing.values():
            yield from references(value)
    if isinstance(thing, list):
        for value in thing:
            yield from references(value)


@pytest.mark.parametrize("name", KINDS)
def test_every_message_parses_as_fhir_and_fits_its_definition(name):
    Bundle.model_validate_json(as_bytes(KINDS[name]))
    assert faults_of(KINDS[name]) == []


@pytest.mark.parametrize("name", KINDS)
def test_every_reference_leads_to_a_resource_of_the_same_message(name):
    known = {entry["fullUrl"] for entry in KINDS[name]["entry"]}
    assert len(known) == len(KINDS[name]["entry"])
    assert set(references(KINDS[name])) <= known


def links(bundle):
    """Return (resource, field, resource that it leads to) of every reference, by kind."""
    kinds = {entry["fullUrl"]: entry["resource"]["resourceType"] for entry in bundle["entry"]}
    return {
        (entry["resource"]["resourceType"], field, kinds[reference])
        for entry in bundle["entry"]
        for field, value in entry["resource"].items()
        for reference in references(value)
    }


ABOUT_ALL = {
    ("MessageHeader", "destination", "Organization"), ("MessageHeader", "sender", "Organization"),
    ("MessageHeader", "focus", "ServiceRequest"), ("ServiceRequest", "subject", "Patient"),
    ("ServiceRequest", "encounter", "Encounter"),
    ("ServiceRequest", "requester", "PractitionerRole"),
    ("ServiceRequest", "performer", "HealthcareService"), ("Encounter", "subject", "Patient"),
    ("Encounter", "serviceProvider", "Organization"),
    ("HealthcareService", "providedBy", "Organization"),
    ("PractitionerRole", "practitioner", "Practitioner"),
    ("PractitionerRole", "organization", "Organization"),
}  # fmt: skip
IN_A_REQUEST = {
    ("ServiceRequest", "basedOn", "CarePlan"), ("ServiceRequest", "reasonReference", "Condition"),
    ("ServiceRequest", "locationReference", "Location"),
    ("ServiceRequest", "supportingInfo", "Flag"),
    ("ServiceRequest", "supportingInfo", "QuestionnaireResponse"),
    ("CarePlan", "subject", "Patient"), ("CarePlan", "encounter", "Encounter"),
    ("CarePlan", "author", "PractitionerRole"), ("Condition", "subject", "Patient"),
    ("Consent", "patient", "Patient"), ("Consent", "organization", "Organization"),
    ("Flag", "subject", "Patient"), ("Flag", "subject", "Location"),
    ("Observation", "subject", "Patient"), ("Observation", "encounter", "Encounter"),
    ("Patient", "generalPractitioner", "Organization"),
    ("Patient", "generalPractitioner", "Practitioner"),
    ("QuestionnaireResponse", "subject", "Patient"),
    ("QuestionnaireResponse", "encounter", "Encounter"), ("RelatedPerson", "patient", "Patient"),
}  # fmt: skip


def test_each_part_of_a_message_leads_to_the_right_other():
    sent = letter("specialist-palliative-care/2", 1)
    assert links(request(sent, message())) == ABOUT_ALL | IN_A_REQUEST
    assert links(response(sent, message(), "accept", "their-id")) == ABOUT_ALL
    short = {"MessageHeader", "ServiceRequest"}
    assert links(cancellation(sent, message())) == {
        link for link in ABOUT_ALL if link[0] in short and link[2] not in (
            "Encounter", "PractitionerRole", "HealthcareService")
    }  # fmt: skip


def test_both_ends_of_a_message_are_named():
    header = one(request(letter(NAMED[0]), message()), "MessageHeader")
    end = "https://fhir.nhs.uk/Id/dos-service-id|"
    assert header["source"] == {
        "name": "Wyvern Vale Palliative Care Partnership", "software": "Front Door",
        "endpoint": f"{end}2000011147",
    }  # fmt: skip
    (destination,) = header["destination"]
    assert destination["name"] == "Wyvern Vale Hospice record"
    assert destination["endpoint"] == f"{end}2000099999"
    assert header["eventCoding"]["system"].endswith("message-events-bars")


@pytest.mark.parametrize("name", KINDS)
def test_every_entry_has_the_address_of_its_id_and_the_header_comes_first(name):
    entries = KINDS[name]["entry"]
    assert entries[0]["resource"]["resourceType"] == "MessageHeader"
    assert all(each["fullUrl"] == f"urn:uuid:{each['resource']['id']}" for each in entries)


@pytest.mark.parametrize("name", KINDS)
def test_nothing_is_empty(name):
    def empty(thing):
        if isinstance(thing, dict | list):
            inner = thing.values() if isinstance(thing, dict) else thing
            return not thing or any(empty(value) for value in inner)
        return thing is None or thing == ""

    assert not empty(KINDS[name])


@pytest.mark.parametrize("name", KINDS)
def test_everything_is_dated_as_the_message_is(name):
    """BaRS has receivers take from an update only what is newer than what they have."""
    bundle = KINDS[name]
    dated = [bundle, *(entry["resource"] for entry in bundle["entry"])]
    assert {each["meta"]["lastUpdated"] for each in dated} == {bundle["timestamp"]}


@pytest.mark.parametrize("named", NAMED)
def test_the_same_message_is_built_again_byte_for_byte(named):
    first, second = (as_bytes(request(letter(named, 1), message())) for _ in range(2))
    assert first == second


def test_an_update_has_other_header_and_time_but_the_same_parts():
    first = request(letter(NAMED[0], 1), message("one"))
    second = request(letter(NAMED[0], 1), message("two"), "update")
    assert first["entry"][0]["fullUrl"] != second["entry"][0]["fullUrl"]
    assert first["entry"][1:] == second["entry"][1:]
    assert one(second, "MessageHeader")["reason"]["coding"][0]["code"] == "update"


def test_the_request_says_what_is_asked_of_whom_and_by_when():
    bundle = request(letter("specialist-palliative-care/2", 1), message())
    asked = one(bundle, "ServiceRequest")
    assert (asked["status"], asked["intent"]) == ("active", "plan")
    assert [c["code"] for c in asked["category"][0]["coding"]] == ["referral", "a7t1"]
    assert asked["occurrencePeriod"] == {
        "start": "2026-11-22T09:30:00.000Z",
        "end": "2026-11-24T09:30:00.000Z",
    }
    assert asked["basedOn"][0]["reference"] == f"urn:uuid:{one(bundle, 'CarePlan')['id']}"
    header = one(bundle, "MessageHeader")
    assert header["eventCoding"]["code"] == "servicerequest-request"
    assert header["destination"][0]["endpoint"].endswith("dos-service-id|2000099999")


def test_the_journey_is_kept_in_the_encounter():
    sent = letter(NAMED[0])
    episode = one(request(sent, message()), "Encounter")["episodeOfCare"][0]
    assert episode["identifier"]["value"] == str(sent.journey)


def test_the_consent_is_to_direct_care_and_to_nothing_else():
    consent = one(request(letter(NAMED[0]), message()), "Consent")
    assert consent["category"][0]["coding"][0]["code"] == "DRC"


def test_who_refers_is_named_and_the_public_is_answered_by_triage():
    professional = request(letter("specialist-palliative-care/2", 0), message())
    assert one(professional, "Practitioner")["name"][0]["text"] == "Answer to referrer_name"
    public = request(letter("palliative-care-support/2"), message())
    assert one(public, "Practitioner")["name"] == [{"text": "Triage team"}]


def test_organisations_looked_up_have_their_codes():
    bundle = request(letter("specialist-palliative-care/2", 0), message())
    codes = {o.get("identifier", [{}])[0].get("value") for o in of(bundle, "Organization")}
    assert {"W0V01", "W0V02", "Y02345"} == codes


def test_rated_measures_are_observations_with_rater_and_day():
    sent = letter("specialist-palliative-care/2", 2, akps="60", akps_by="Dr Hale")
    phase, akps = of(request(sent, message()), "Observation")
    assert akps["valueQuantity"]["value"] == 60
    assert akps["performer"] == [{"display": "Dr Hale"}]
    assert (phase["code"]["coding"][0]["code"], phase["effectiveDateTime"]) == (
        "phase",
        "2026-11-19",
    )


def test_what_nobody_rated_is_no_observation():
    sent = letter("specialist-palliative-care/2", 0, phase="not-assessed", akps="not-assessed")
    assert of(request(sent, message()), "Observation") == []


def test_a_carers_own_referral_has_no_illness_of_theirs():
    assert of(request(letter("carers-support/1", 0), message()), "Condition") == []


def test_files_are_told_of():
    plan = one(request(letter(NAMED[0], 0), message()), "CarePlan")
    story = plan["activity"][0]["outcomeCodeableConcept"][0]["text"]
    assert "File in this message: letter of Dr Łęcka.pdf" in story
    assert "File not in this message, as it is too large: photo.jpg." in story
    assert "Ask the sender for it, with the reference K7RT-3WXH." in story


@pytest.mark.parametrize("in_error", [False, True])
def test_a_cancellation_is_short_and_an_update(in_error):
    bundle = cancellation(letter(NAMED[0], 1), message(), in_error)
    assert len(bundle["entry"]) == 5
    assert one(bundle, "MessageHeader")["reason"]["coding"][0]["code"] == "update"
    wanted = "entered-in-error" if in_error else "revoked"
    assert one(bundle, "ServiceRequest")["status"] == wanted
    assert one(bundle, "ServiceRequest")["id"] == one(KINDS[f"{NAMED[0].replace('/', '-')}-update"],
                                                      "ServiceRequest")["id"]  # fmt: skip


@pytest.mark.parametrize("outcome", messages.ANSWERS)
def test_a_response_names_the_message_it_answers_and_what_became_of_it(outcome):
    bundle = response(letter(NAMED[0], 1), message(), outcome, "their-id", "Because.")
    header = one(bundle, "MessageHeader")
    assert header["response"] == {"identifier": "their-id", "code": "ok"}
    status, ours = messages.ANSWERS[outcome]
    assert one(bundle, "ServiceRequest")["status"] == status
    assert one(bundle, "ServiceRequest")["note"] == [{"text": "Because."}]
    theirs, planned = of(bundle, "Encounter")
    assert (theirs["status"], planned["status"]) == ("finished", ours)
    assert planned["identifier"][0]["value"] == "K7RT-3WXH"


def test_any_text_of_a_person_makes_a_message_that_parses():
    nasty = "\x00\x08<script>&amp; ]]>\ud800 \u202e 🕊 " + "x" * 5000
    for key in ("name", "illness", "in_own_words", "referrer_name", "gp_practice", "address"):
        bundle = request(letter(NAMED[0], 1, **{key: nasty}), message())
        Bundle.model_validate_json(as_bytes(bundle))
        assert "<script>" not in one(bundle, "CarePlan")["text"]["div"]


def test_bytes_are_json_in_utf_8():
    body = as_bytes(request(letter(NAMED[0], 1, name="Łucja Żółć"), message()))
    assert "Łucja Żółć" in body.decode()
    assert json.loads(body)["type"] == "message"
