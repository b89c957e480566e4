"""Why somebody is referred and how they are: each thing that a sender can say is read."""

import pytest

from referrals.exchange.inbound.mapping.clinical import clinical
from referrals.exchange.inbound.message import understood
from tests.referrals.exchange.inbound.senders import header, referral, resource, service_request

NOTE = {"note": [{"text": "A note"}, {"text": "and one more"}]}
NOTED = "A note\nand one more"


def coded(text):
    return {"text": text}


def read(*resources, **request):
    """Return the answers to a message of these resources alone."""
    asked = {"resourceType": "ServiceRequest", "id": service_request()["id"], **request}
    entries = [{"resource": each} for each in (header(), asked, *resources)]
    return clinical(understood(referral() | {"entry": entries}))


def test_the_request_itself_is_read():
    found = read(
        code=coded("Night sitting"), orderDetail=[coded("Two nights"), coded("a week")],
        priority="urgent", reasonCode=[coded("Worn out")], patientInstruction="Ring 999 if worse",
        occurrenceDateTime="2026-11-22T09:30:00Z", **NOTE,
    )  # fmt: skip
    assert {key: words for key, words in found.items() if words} == {
        "problem": f"Worn out\n{NOTED}",
        "asked_for": "Night sitting\nTwo nights; a week\nPriority: urgent",
        "advice_given": "Ring 999 if worse",
        "respond_by": "22 November 2026 at 09:30",
    }


PLAN = {
    "activity": [
        {"outcomeCodeableConcept": [coded("Comfort"), coded("sleep")]},
        {"detail": {"description": "A bed downstairs"}, "progress": [{"text": "Ordered"}]},
    ],
    "description": "Stay at home", **NOTE, "title": "A title", "text": {"div": "<p>Told</p>"},
}  # fmt: skip
CASES = {
    "plan": ("problem", PLAN | {"resourceType": "CarePlan"},
             f"Comfort; sleep\nA bed downstairs\nOrdered\nStay at home\n{NOTED}"),
    "plan with a title": ("problem", {"resourceType": "CarePlan", "title": "A title"}, "A title"),
    "plan with a list": ("problem", {"resourceType": "CarePlan", "text": {"div": (
        "<div><ul><li>Pain  at\n night</li><li>Fear</li></ul>Alone<br/>at home</div>")}},
        "Pain at\nnight\nFear\nAlone\nat home"),
    "service": ("asked_for", {"resourceType": "HealthcareService", "name": "Hospice",
                              "type": [coded("Day care")]}, "Hospice"),
    "service without a name": ("asked_for", {"resourceType": "HealthcareService",
                                             "type": [coded("Day care")]}, "Day care"),
    "task": ("asked_for", {"resourceType": "Task", "code": coded("Ring"),
                           "description": "The daughter", "note": [{"text": "after six"}]},
             "Ring. The daughter. after six"),
    "consent": ("consent", {"resourceType": "Consent", "category": [coded("Direct care")],
                            "policyRule": coded("Implied"), "dateTime": "2026-11-22T09:30:00Z",
                            "status": "active"},
                "Direct care, Implied, 22 November 2026 at 09:30, active"),
    "condition": ("illness", {"resourceType": "Condition", "code": coded("Heart failure"),
                              "severity": coded("Severe"), "clinicalStatus": coded("Active"),
                              "onsetDateTime": "2024", "note": [{"text": "Since spring"}]},
                  "Heart failure, Severe, Active, 2024, Since spring"),
    "observation": ("observations", {
        "resourceType": "Observation", "code": coded("Pressure"),
        "component": [{"code": coded("Upper"), "valueInteger": 120},
                      {"code": coded("Lower"), "valueQuantity": {"value": 80, "code": "mm"}}],
        "interpretation": [coded("Normal")], "note": [{"text": "Sitting"}],
        "effectivePeriod": {"start": "2026-11-21", "end": "2026-11-22"},
    }, "Pressure: Upper: 120, Lower: 80 mm, Normal, Sitting (2026-11-21 to 2026-11-22)"),
    "observation of nothing": ("observations", {
        "resourceType": "Observation", "code": coded("Weight"),
        "dataAbsentReason": coded("Could not stand"), "effectiveDateTime": "2026-11-21",
    }, "Weight: Could not stand (2026-11-21)"),
    "observation without a value": ("observations", {"resourceType": "Observation",
                                                     "code": coded("Restless")}, "Restless"),
    "medicine": ("medicines", {"resourceType": "MedicationStatement", "status": "stopped",
                               "medicationCodeableConcept": coded("Morphine"),
                               "dosage": [{"text": "10 mg"}, {"text": "at night"}],
                               "note": [{"text": "Made her sick"}]},
                 "Morphine, 10 mg, at night, stopped, Made her sick"),
    "medicine named beside": ("medicines", {"resourceType": "MedicationStatement",
                                            "status": "active",
                                            "medicationReference": {"display": "Senna"}}, "Senna"),
    "allergy": ("allergies", {"resourceType": "AllergyIntolerance", "code": coded("Penicillin"),
                              "criticality": "high",
                              "reaction": [{"manifestation": [coded("Rash"), coded("wheeze")]}],
                              "verificationStatus": coded("Confirmed"),
                              "note": [{"text": "As a child"}]},
                "Penicillin, high, Rash; wheeze, Confirmed, As a child"),
    "procedure": ("procedures", {"resourceType": "Procedure", "code": coded("Drain"),
                                 "status": "completed",
                                 "performedPeriod": {"start": "2026-10", "end": "2026-11"}},
                  "Drain, completed, 2026-10 to 2026-11"),
    "procedure of a day": ("procedures", {"resourceType": "Procedure", "code": coded("Drain"),
                                          "performedDateTime": "2026-10-02"}, "Drain, 2026-10-02"),
    "communication": ("also", {"resourceType": "Communication", "reasonCode": [coded("Call")],
                               "payload": [{"contentString": "She rang"},
                                           {"contentString": "and rang"}], **NOTE},
                      f"Call\nShe rang\nand rang\n{NOTED}"),
    "answers": ("other_answers", {"resourceType": "QuestionnaireResponse", "item": [
        {"text": "Pets?", "answer": [{"valueString": "Cat"}, {"valueCoding": {"display": "Dog"}}]},
        {"linkId": "7", "item": [{"linkId": "8", "answer": [{"valueBoolean": False}]}]},
    ]}, "Pets?: Cat, Dog\n7\n8: No"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_each_part_of_a_resource_is_read(name):
    key, one, words = CASES[name]
    assert {key: said for key, said in read(one).items() if said} == {key: words}


def test_several_of_a_kind_stand_one_below_the_other():
    several = (resource("Condition", name, code=coded(name)) for name in ("First", "Second"))
    assert read(*several)["illness"] == "First\nSecond"
