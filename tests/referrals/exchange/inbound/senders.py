"""A system that sends to us, and referrals as others write them: by hand, all fictional."""

import base64
import json
from hashlib import sha256
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.http import HttpResponse
from django.test import Client

from referrals.exchange.inbound.reading.to_xml import to_xml

BASE = "/exchange/FHIR/R4"
TOKEN, OTHER_TOKEN = "a token of the record", "a token of somebody else"
SERVICE = "2000011147"
NHS, UK_CORE, HL7 = (
    "https://fhir.nhs.uk", "https://fhir.hl7.org.uk", "http://terminology.hl7.org/CodeSystem"
)  # fmt: skip
SERVICES = f"{NHS}/Id/dos-service-id"
REFERRAL = f"{NHS}/MessageDefinition/bars-message-servicerequest-request-referral"
CANCELLED = f"{NHS}/MessageDefinition/bars-message-servicerequest-request-cancelled"


def digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def guid(name: str) -> str:
    return str(uuid5(NAMESPACE_URL, name))


def encoded(value: Any) -> str:
    return base64.b64encode(json.dumps(value).encode()).decode()


def headers(request: str = "request", conversation: str = "conversation", **more: str) -> dict:
    """Return the headers of a sender; `_` in a name stands for `-`, an empty text takes one out."""
    found = {
        "X-Request-Id": guid(request),
        "X-Correlation-Id": guid(conversation),
        "NHSD-Target-Identifier": encoded({"value": SERVICE, "system": SERVICES}),
        "NHSD-End-User-Organisation": encoded({"resourceType": "Organization", "name": "A"}),
        "NHSD-Requesting-Software": encoded({"resourceType": "Device"}),
        "use-context": "a4t3|referral|servicerequest-request|new",
        "Accept": "application/fhir+json; version=1.4.0",
        "Authorization": f"Bearer {TOKEN}",
    }
    found |= {name.replace("_", "-"): value for name, value in more.items()}
    return {name: value for name, value in found.items() if value}


def send(
    body: Any, to: str = "$process-message", kind: str = "application/fhir+json", **more: str
) -> HttpResponse:
    """Post a message, as a dict or as bytes."""
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Client().post(f"{BASE}/{to}", raw, content_type=kind, headers=headers(**more))


def send_xml(body: Any, **more: str) -> HttpResponse:
    raw = body if isinstance(body, bytes) else to_xml(body)
    return send(raw, kind="application/fhir+xml", **more)


def issues(response: HttpResponse) -> list[tuple[str, str]]:
    """Return (issue code, error code) of each issue."""
    body = json.loads(response.content)
    assert body["resourceType"] == "OperationOutcome"
    return [(i["code"], i["details"]["coding"][0]["code"]) for i in body["issue"]]


def ref(name: str) -> dict[str, str]:
    return {"reference": f"urn:uuid:{guid(name)}"}


def concept(system: str, code: str, display: str = "", text: str = "") -> dict[str, Any]:
    coding = {"system": system, "code": code} | ({"display": display} if display else {})
    return {"coding": [coding]} | ({"text": text} if text else {})


def resource(kind: str, name: str, /, **fields: Any) -> dict[str, Any]:
    return {"resourceType": kind, "id": guid(name), **fields}


def flag(category: str, code: dict[str, Any], name: str = "") -> dict[str, Any]:
    return resource(
        "Flag", f"flag {category} {name}", status="active", subject=ref("patient"), code=code,
        category=[concept(f"{NHS}/CodeSystem/flag-categories-bars", category)],
    )  # fmt: skip


def header(reason: str = "new", definition: str = REFERRAL, **more: Any) -> dict[str, Any]:
    return resource(
        "MessageHeader", "header",
        eventCoding={"system": f"{NHS}/CodeSystem/message-events-bars",
                     "code": "servicerequest-request"},
        destination=[{"endpoint": f"{SERVICES}|{SERVICE}", "receiver": ref("us")}],
        sender=ref("sender"),
        source={"name": "Wyvern 111", "software": "CareLink", "endpoint": f"{SERVICES}|2000099999"},
        reason=concept(f"{NHS}/CodeSystem/message-reason-bars", reason),
        focus=[ref("service request")], definition=definition, **more,
    )  # fmt: skip


def service_request(status: str = "active", **more: Any) -> dict[str, Any]:
    return resource(
        "ServiceRequest", "service request", status=status, intent="plan",
        identifier=[{"system": "urn:example:case", "value": "CASE-7"}],
        category=[concept(f"{NHS}/CodeSystem/message-category-servicerequest", "referral")],
        subject=ref("patient"), encounter=ref("encounter"), requester=ref("role"),
        basedOn=[ref("plan")], authoredOn="2026-11-22T09:30:00.1234567+00:00",
        occurrencePeriod={"start": "2026-11-22T09:30:00+01:00",
                          "end": "2026-11-22T11:30:00+01:00"},
        patientInstruction="Ring 999 if the breathing gets worse.", **more,
    )  # fmt: skip


def patient(**more: Any) -> dict[str, Any]:
    status = concept(
        f"{UK_CORE}/CodeSystem/UKCore-NHSNumberVerificationStatus",
        "number-present-and-verified", "Number present and verified",
    )  # fmt: skip
    number = {
        "system": f"{NHS}/Id/nhs-number", "value": "9476719914",
        "extension": [{"url": f"{UK_CORE}/StructureDefinition/"
                              "Extension-UKCore-NHSNumberVerificationStatus",
                       "valueCodeableConcept": status}],
    }  # fmt: skip
    fields = {
        "identifier": [number],
        "name": [{"use": "official", "family": "Keel", "given": ["Martha", "Ann"],
                  "prefix": ["Mrs"]}],
        "telecom": [{"system": "phone", "value": "01632 960 001", "use": "home"}],
        "gender": "female", "birthDate": "1948-03-27",
        "address": [{"line": ["4 Quay Row"], "city": "Wyvernstow", "postalCode": "WY1 1AA"}],
        "communication": [{"language": concept("urn:ietf:bcp:47", "pl", "Polish")}],
        "generalPractitioner": [ref("practice")],
    }  # fmt: skip
    return resource("Patient", "patient", **(fields | more))


def organisation(name: str, words: str, ods: str) -> dict[str, Any]:
    number = {"system": f"{NHS}/Id/ods-organization-code", "value": ods}
    return resource("Organization", name, identifier=[number], name=words)


def clinical() -> list[dict[str, Any]]:
    """Return what may be there or not: problems, measures, medicines, people."""
    return [
        resource("Condition", "condition", code={"text": "Heart failure"}, subject=ref("patient")),
        resource("Observation", "breathing", status="final", subject=ref("patient"),
                 code={"text": "Breathing rate"}, effectiveDateTime="2026-11-22T09:00:00Z",
                 valueQuantity={"value": 28, "unit": "/min"}),
        resource("MedicationStatement", "medicine", status="active", subject=ref("patient"),
                 medicationCodeableConcept={"text": "Morphine 10 mg"},
                 dosage=[{"text": "twice a day"}]),
        resource("AllergyIntolerance", "allergy", patient=ref("patient"),
                 code={"text": "Penicillin"}),
        resource("RelatedPerson", "daughter", patient=ref("patient"),
                 relationship=[{"text": "Daughter"}], name=[{"text": "Ana Field"}],
                 telecom=[{"system": "phone", "value": "01632 960 002"}]),
        flag("RA", concept(f"{NHS}/CodeSystem/reasonable-adjustment-codes-bars",
                           "requiresinformationineasyread", "Easy read")),
        flag("SG", {"text": "Neglect was seen"}),
        flag("IR", {"text": "MRSA"}),
        flag("RT", {"text": "ReSPECT form in the yellow folder"}),
        flag("SS", {"text": "Large dog"}),
        flag("CW", {"text": "Rings often"}),
    ]  # fmt: skip


def referral(
    *more: dict[str, Any], id: str = "bundle", reason: str = "new", status: str = "active",
    **changes: Any,
) -> dict[str, Any]:  # fmt: skip
    """Return a referral as another system sends it; changes: resources by kind."""
    resources = [
        changes.pop("header", None) or header(reason),
        changes.pop("request", None) or service_request(status),
        changes.pop("patient", None) or patient(),
        resource("Encounter", "encounter", status="finished",
                 **{"class": {"system": f"{HL7}/v3-ActCode", "code": "VR"}},
                 subject=ref("patient"), period={"start": "2026-11-22T09:10:00Z"},
                 episodeOfCare=[{"identifier": {"value": guid("journey")}}]),
        resource("CarePlan", "plan", status="completed", intent="plan", subject=ref("patient"),
                 activity=[{"outcomeCodeableConcept": [{"text": "Breathless at rest, wants help "
                                                                "at home."}]}]),
        organisation("sender", "Wyvern 111", "W0V11"),
        organisation("us", "Wyvern Vale Hospice", "W0V01"),
        organisation("practice", "Quayside Surgery", "W0V22"),
        resource("Practitioner", "nurse", name=[{"family": "Hale", "given": ["Ines"]}],
                 telecom=[{"system": "phone", "value": "01632 960 120"}]),
        resource("PractitionerRole", "role", practitioner=ref("nurse"),
                 organization=ref("sender"), code=[{"text": "Nurse"}]),
        resource("Consent", "consent", status="active", patient=ref("patient"),
                 scope=concept(f"{HL7}/consentscope", "patient-privacy"),
                 category=[concept(f"{NHS}/CodeSystem/consent-categories-bars", "DRC",
                                   "Direct Care")]),
        resource("HealthcareService", "service", name="Hospice at home"),
        *more,
    ]  # fmt: skip
    return bundle(id, resources)


def cancellation(
    status: str = "revoked", reason: str = "update", id: str = "cancel"
) -> dict[str, Any]:
    """Return the short message that withdraws."""
    return bundle(id, [
        header(reason, CANCELLED), service_request(status), patient(),
        organisation("sender", "Wyvern 111", "W0V11"),
        organisation("us", "Wyvern Vale Hospice", "W0V01"),
    ])  # fmt: skip


def bundle(id: str, resources: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "resourceType": "Bundle",
        "id": guid(id),
        "meta": {"versionId": "1.0.0"},
        "type": "message",
        "timestamp": "2026-11-22T09:31:00.1234567+00:00",
        "entry": [{"fullUrl": f"urn:uuid:{each['id']}", "resource": each} for each in resources],
    }
