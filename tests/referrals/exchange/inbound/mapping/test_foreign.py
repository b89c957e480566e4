"""What another system says, as staff read it: nothing lost, old and new codes understood."""

from time import process_time

import pytest

from referrals.exchange.bundles.questions import EXACT
from referrals.exchange.inbound.mapping import answers_in
from referrals.exchange.inbound.message import understood
from referrals.pathways.answers import flags_raised
from referrals.pathways.bars_referral_1 import PATHWAY
from referrals.pathways.words import needs_in_words
from tests.referrals.exchange.inbound.senders import (
    NHS,
    UK_CORE,
    clinical,
    concept,
    flag,
    patient,
    referral,
    resource,
    service_request,
)

ADJUSTMENT = f"{NHS}/CodeSystem/reasonable-adjustment-codes-bars"
ETHNIC = f"{UK_CORE}/CodeSystem/UKCore-EthnicCategoryEngland"
VERIFICATION = f"{UK_CORE}/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus"


def answers(*more, **changes):
    pathway, found = answers_in(understood(referral(*more, **changes)))
    assert pathway is PATHWAY
    return found


def about(**changes):
    return answers(patient=patient(**changes))


def number(value="9990000018", **status):
    return {"system": f"{NHS}/Id/nhs-number", "value": value,
            "extension": [{"url": VERIFICATION, "valueCodeableConcept": status}]}  # fmt: skip


def test_the_person_is_found():
    found = answers()
    assert found["name"] == "Martha Ann Keel"
    assert found["date_of_birth"] == "1948-03-27"
    assert found["address"] == "4 Quay Row\nWyvernstow"
    assert found["postcode"] == "WY1 1AA"
    assert found["phone"] == "01632 960 001"
    assert found["gp_practice"] == "Quayside Surgery"
    assert found["gp_practice_ods"] == "W0V22"


@pytest.mark.parametrize(
    ("names", "name", "known_as"),
    [
        ([{"text": "Martha Keel"}], "Martha Keel", ""),
        ([{"use": "nickname", "given": ["Mattie"]},
          {"use": "official", "prefix": ["Mrs"], "given": ["Martha"], "family": "Keel"}],
         "Martha Keel", "Mattie"),
        ([{"family": "Keel"}, {}], "Keel", ""), ([], "", ""), (None, "", ""),
    ],
)  # fmt: skip
def test_the_official_name_counts_and_a_title_is_no_initial(names, name, known_as):
    found = about(name=names)
    assert (found["name"], found.get("known_as", "")) == (name, known_as)


def test_the_referrer_is_found():
    found = answers()
    assert found["referrer_name"] == "Ines Hale"
    assert found["referrer_role"] == "Nurse"
    assert found["referrer_organisation"] == "Wyvern 111"
    assert found["referrer_organisation_ods"] == "W0V11"
    assert found["referrer_phone"] == "01632 960 120"
    assert found["sender_reference"] == "CASE-7 (urn:example:case)"


def test_the_reason_and_what_is_asked_are_found():
    found = answers(resource("Task", "task", description="Ring the daughter first"))
    assert found["problem"] == "Breathless at rest, wants help at home."
    assert found["asked_for"] == "Hospice at home\nRing the daughter first"
    assert found["respond_by"] == "22 November 2026 at 08:30 to 22 November 2026 at 10:30"
    assert found["advice_given"] == "Ring 999 if the breathing gets worse."
    assert found["consent"] == "Direct Care, active"


def test_clinical_facts_are_found_in_words():
    found = answers(*clinical())
    assert found["illness"] == "Heart failure"
    assert found["observations"] == "Breathing rate: 28 /min (22 November 2026 at 09:00)"
    assert found["medicines"] == "Morphine 10 mg, twice a day"
    assert found["allergies"] == "Penicillin"
    assert (found["carer_name"], found["carer_relationship"]) == ("Ana Field", "Daughter")


def test_flags_are_raised():
    found = answers(*clinical())
    raised = flags_raised(PATHWAY, found)
    assert {"safeguarding", "infection", "respect", "hazard", "accessible"} <= set(raised)
    assert found["access_needs"] == ["easy-read"]
    assert found["safeguarding_detail"] == "Neglect was seen"
    assert found["hazard_details"] == "Large dog"
    assert found["other_flags"] == "CW: Rings often"


def test_a_hazard_is_secret():
    assert PATHWAY.questions()["hazard_details"].secret


def test_a_need_that_we_have_no_option_for_is_kept_in_words():
    found = answers(flag("RA", concept(ADJUSTMENT, "uses-a-slate", "Uses a slate")))
    assert found["access_other"] == "Uses a slate"
    assert "accessible" in flags_raised(PATHWAY, found)


def test_an_interpreter_among_the_needs_is_flagged():
    code = concept(ADJUSTMENT, "polishinterpreterneeded", "Polish interpreter needed")
    assert "interpreter" in flags_raised(PATHWAY, answers(flag("RA", code)))


@pytest.mark.parametrize(
    ("extension", "value", "line"),
    [
        ("EthnicCategory", concept(ETHNIC, "A", "White - British"),
         "Ethnic category: White: British"),
        ("EthnicCategory", concept(ETHNIC, "M"),
         "Ethnic category: Black or Black British: Caribbean"),
        ("EthnicCategory", concept(f"{UK_CORE}/CodeSystem/UKCore-EthnicCategoryWales", "T", "Arab"),
         "Ethnic category: Arab"),
        ("EthnicCategory", {"text": "Cornish"}, "Ethnic category: Cornish"),
        ("ReligiousAffiliation", {"text": "Quaker"}, "Religion or belief: Quaker"),
    ],
    ids=["words", "code alone", "Wales", "text", "belief"],
)  # fmt: skip
def test_ethnic_category_and_belief_are_kept_in_words(extension, value, line):
    url = f"{UK_CORE}/StructureDefinition/Extension-UKCore-{extension}"
    told = patient(extension=[{"url": url, "valueCodeableConcept": value}])
    assert answers(patient=told)["also"] == line
    rung = resource("Communication", "call", payload=[{"contentString": "She rang twice"}])
    assert answers(rung, patient=told)["also"].splitlines()[1:] == [line]


def test_what_is_not_told_of_gender_and_background_is_left_out():
    assert about()["gender"] == "female"
    assert not {"gender", "also"} & set(about(gender=None, extension=[{"url": 5}]))


@pytest.mark.parametrize("status", ["inactive", "entered-in-error"])
def test_a_flag_that_is_over_raises_nothing(status):
    assert "safeguarding" not in answers(flag("SG", {"text": "Old"}) | {"status": status})


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (concept(f"{UK_CORE}/CodeSystem/UKCore-NHSNumberVerificationStatusEngland", "01"),
         "Present and verified"),
        (concept(f"{UK_CORE}/CodeSystem/UKCore-NHSNumberVerificationStatus",
                 "number-present-and-verified"), "Number present and verified"),
        (concept(f"{UK_CORE}/CodeSystem/UKCore-NHSNumberVerificationStatus", "x",
                 "Trace required"), "Trace required"),
        ({}, ""),
    ],
    ids=["current", "retired", "display", "none"],
)  # fmt: skip
def test_both_code_systems_of_verification_are_understood(status, words):
    found = about(identifier=[number(**status)])
    assert found.get("nhs_number_verified", "") == words
    assert found["nhs_number_check"] == "right"


@pytest.mark.parametrize("digits", ["9476719914", "4567890123", "12", "999 000 0019"])
def test_a_number_with_a_wrong_check_digit_is_flagged_not_refused(digits):
    found = about(identifier=[number(digits)])
    assert found["nhs_number"] == digits.replace(" ", "")
    assert "number-doubtful" in flags_raised(PATHWAY, found)


@pytest.mark.parametrize(
    ("spoken", "needs"),
    [
        ([{"language": concept("urn:ietf:bcp:47", "pl")}], ("pl", "")),
        ({"language": concept("urn:ietf:bcp:47", "pl-PL")}, ("pl", "")),
        ([{"language": concept(f"{UK_CORE}/CodeSystem/UKCore-HumanLanguage", "cy", "Welsh")}],
         ("cy", "")),
        ([{"language": {"text": "Sindarin"}}], ("other", "Sindarin")),
        ([{"language": concept("urn:ietf:bcp:47", "en-GB", "English")}], ("", "")),
        ([{"language": {"text": "English"}},
          {"language": concept("x", "so", "Somali"), "preferred": True}], ("so", "")),
        ([], ("", "")),
    ],
)  # fmt: skip
def test_languages_are_understood_both_ways(spoken, needs):
    found = about(communication=spoken)
    assert (found.get("language", ""), found.get("language_other", "")) == needs


@pytest.mark.parametrize(
    "extension",
    [
        {"url": "http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired",
         "valueBoolean": True},
        {"url": f"{UK_CORE}/StructureDefinition/Extension-UKCore-NHSCommunication",
         "extension": [{"url": "interpreterRequired", "valueBoolean": True}]},
    ],
    ids=["HL7", "UK Core"],
)  # fmt: skip
def test_an_interpreter_is_understood_in_both_ways(extension):
    found = about(extension=[extension])
    assert needs_in_words(PATHWAY, found) == ["Interpreter: Polish"]


@pytest.mark.parametrize("day", ["1948", "1948-03", "unknown", "1948-02-30"])
def test_a_date_of_birth_in_part_is_kept_as_it_came(day):
    found = about(birthDate=day)
    assert (found["date_of_birth"], found["birth_in_part"]) == ("", day)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-11-22T09:30:00.1234567+00:00", "22 November 2026 at 09:30"),
        ("2026-07-22T09:30:00Z", "22 July 2026 at 10:30"),
        ("2026-11-22T09:30:00+05:30", "22 November 2026 at 04:00"),
        ("2026-11-22T09:30:00", "22 November 2026 at 09:30"),
        ("2026-11", "2026-11"), ("yesterday", "yesterday"), ("0001-01-01T00:00:00+14:00",
                                                             "0001-01-01T00:00:00+14:00"),
    ],
)  # fmt: skip
def test_times_of_any_offset_and_fineness_are_read(written, read):
    request = service_request() | {"occurrencePeriod": None, "occurrenceDateTime": written}
    assert answers(request=request)["respond_by"] == read


def test_answers_to_the_questions_of_others_are_kept():
    items = [
        {
            "text": "Alone?",
            "answer": [{"valueBoolean": True}],
            "item": [{"linkId": "2", "answer": [{"valueQuantity": {"value": 3, "unit": "d"}}]}],
        }
    ]
    found = answers(resource("QuestionnaireResponse", "qr", status="completed", item=items))
    assert found["other_answers"] == "Alone?: Yes\n2: 3 d"


def narrated(div):
    whole = referral()
    plan = next(e["resource"] for e in whole["entry"]
                if e["resource"]["resourceType"] == "CarePlan")  # fmt: skip
    del plan["activity"]
    plan["text"] = {"div": div}
    return answers_in(understood(whole))[1]


def test_a_plan_with_only_a_narrative_is_read():
    found = narrated("<div><p>In pain &amp; afraid.</p><p>Lives alone.</p></div>")
    assert found["problem"] == "In pain & afraid.\nLives alone."


def test_a_narrative_of_nothing_but_brackets_costs_no_time():
    began = process_time()
    assert narrated("<br" * 100_000)["problem"]
    assert process_time() - began < 2


def test_an_answer_of_ours_that_is_nested_without_end_is_read_as_another_s():
    endless = {"linkId": "name", "extension": [{"url": EXACT, "valueString": "[" * 100_000}]}
    form = "https://x.example/refer/palliative-care-support/|2"
    sent = resource("QuestionnaireResponse", "qr", questionnaire=form, item=[endless])
    assert answers(sent)["name"]


def test_words_of_harm_in_the_reason_are_read_first():
    found = answers(flag("API", {"text": "He speaks of suicide"}))
    assert "words-of-harm" in flags_raised(PATHWAY, found)
