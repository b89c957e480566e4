import pytest

from referrals.exchange.bundles.messages import request
from referrals.exchange.bundles.patient import SPOKEN
from tests.referrals.exchange.samples import letter, message

PUBLIC, PROFESSIONAL = "palliative-care-support/2", "specialist-palliative-care/2"


def patient(named, **answers):
    bundle = request(letter(named, **answers), message())
    return next(
        e["resource"] for e in bundle["entry"] if e["resource"]["resourceType"] == "Patient"
    )


def related(named, **answers):
    entries = request(letter(named, **answers), message())["entry"]
    return [e["resource"] for e in entries if e["resource"]["resourceType"] == "RelatedPerson"]


def test_an_nhs_number_is_never_said_to_be_traced():
    number = patient(PROFESSIONAL, nhs_number="9990000018")["identifier"][0]
    assert number["value"] == "9990000018"
    status = number["extension"][0]["valueCodeableConcept"]["coding"][0]
    assert status["code"] == "02"
    assert status["system"].endswith("UKCore-NHSNumberVerificationStatusEngland")


def test_without_a_number_there_is_no_identifier():
    assert "identifier" not in patient(PUBLIC, nhs_number="")


def test_a_language_is_coded_by_bcp_47():
    spoken = patient(PUBLIC, interpreter="yes", language="pl")["communication"][0]["language"]
    assert spoken["coding"][0]["system"] == "urn:ietf:bcp:47"
    assert spoken["coding"][0]["code"] == "pl"
    assert spoken["text"] == "Polish"


@pytest.mark.parametrize(
    ("named", "answers"),
    [
        (PUBLIC, {"language": "other", "language_other": "Cornish"}),
        ("palliative-care-support/1", {"language": "Cornish"}),
    ],
)
def test_a_language_that_was_typed_keeps_its_name(named, answers):
    extensions = patient(named, interpreter="yes", **answers)["extension"]
    assert extensions[-1] == {"url": SPOKEN, "valueCodeableConcept": {"text": "Cornish"}}


def test_a_language_that_validators_refuse_goes_beside_under_its_code():
    found = patient(PUBLIC, interpreter="yes", language="am")
    assert "communication" not in found
    assert found["extension"][-1]["valueCodeableConcept"]["coding"][0]["code"] == "am"


@pytest.mark.parametrize(("answer", "said"), [("yes", True), ("no", False)])
def test_whether_an_interpreter_is_needed_is_said(answer, said):
    extensions = patient(PUBLIC, interpreter=answer)["extension"]
    assert [e["valueBoolean"] for e in extensions if "valueBoolean" in e] == [said]


@pytest.mark.parametrize(("needs", "code"), [([], "3"), (["letter"], "1"), (["text-message"], "9")])
def test_the_means_of_contact_follow_the_needs(needs, code):
    preference = patient(PUBLIC, access_needs=needs)["extension"][0]["extension"][0]
    assert preference["valueCodeableConcept"]["coding"][0]["code"] == code


def test_the_phone_of_whoever_asks_is_not_the_persons():
    answers = {"who_for": "someone", "referrer_name": "Ewa Nowak", "relationship": "child",
               "phone": "01632 960 001", "their_phone": "01632 960 002"}  # fmt: skip
    assert patient(PUBLIC, **answers)["telecom"] == [{"system": "phone", "value": "01632 960 002"}]
    asker = related(PUBLIC, **answers)[0]
    assert asker["telecom"][0]["value"] == "01632 960 001"
    assert asker["relationship"][0]["coding"][0]["code"] == "CHILD"


def test_carer_and_attorney_are_related_people():
    answers = {"carer_name": "Ana Field", "carer_phone": "01632 960 003", "lpa_name": "Bo Field"}
    people = related(PROFESSIONAL, **answers)
    assert [person["name"][0]["text"] for person in people] == ["Ana Field", "Bo Field"]


def test_a_name_of_one_word_and_a_calling_name_are_kept():
    names = patient(PUBLIC, name="Sting", known_as="Gordon")["name"]
    assert names == [
        {"use": "official", "text": "Sting", "family": "Sting"},
        {"use": "nickname", "text": "Gordon"},
    ]


def ethnic_category(found):
    return [e["valueCodeableConcept"] for e in found["extension"]
            if e["url"].endswith("/Extension-UKCore-EthnicCategory")]  # fmt: skip


@pytest.mark.parametrize("named", [PUBLIC, PROFESSIONAL])
@pytest.mark.parametrize(
    ("answer", "code"),
    [("woman", "female"), ("man", "male"), ("another", "other"), ("not-said", "unknown")],
)
def test_gender_is_one_of_the_four_codes_of_fhir(named, answer, code):
    assert patient(named, gender=answer)["gender"] == code


@pytest.mark.parametrize("named", [PUBLIC, PROFESSIONAL])
def test_ethnic_group_is_coded_as_uk_core_has_it(named):
    system = "https://fhir.hl7.org.uk/CodeSystem/UKCore-EthnicCategoryEngland"
    assert ethnic_category(patient(named, ethnic_group="caribbean")) == [
        {"coding": [{"system": system, "code": "M"}], "text": "Black or Black British: Caribbean"}
    ]


@pytest.mark.parametrize("named", [PUBLIC, PROFESSIONAL])
def test_a_background_that_was_left_empty_is_not_made_up(named):
    found = patient(named)
    assert "gender" not in found
    assert ethnic_category(found) == []


def test_a_named_doctor_stands_beside_the_practice():
    entries = request(letter(PROFESSIONAL, gp_name="Ines Hale"), message())["entry"]
    by_url = {entry["fullUrl"]: entry["resource"] for entry in entries}
    gps = patient(PROFESSIONAL, gp_name="Ines Hale")["generalPractitioner"]
    practice, doctor = (by_url[each["reference"]] for each in gps)
    assert practice["resourceType"] == "Organization"
    assert doctor["resourceType"] == "Practitioner"
    assert doctor["name"][0]["text"] == "Ines Hale"


def test_without_a_named_doctor_there_is_the_practice_alone():
    assert len(patient(PROFESSIONAL, gp_name=" ")["generalPractitioner"]) == 1
