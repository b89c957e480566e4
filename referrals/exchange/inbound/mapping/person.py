"""The person: UK Core Patient, in the current and the retired ways of writing it."""

import re
from datetime import date
from typing import Any

from referrals import nhs_number
from referrals.exchange.bundles.names import NHS_NUMBER
from referrals.exchange.inbound.mapping.words import (
    address,
    concept,
    in_use,
    number,
    numbers,
    plain_name,
    said,
    telecom,
)
from referrals.exchange.inbound.message import Message, Resource, as_dict, codings, listed, text
from referrals.pathways.steps.background import ETHNIC_GROUPS
from referrals.pathways.steps.languages import LANGUAGES as OPTIONS
from referrals.pathways.steps.languages import OTHER

VERIFICATION = "Extension-UKCore-NHSNumberVerificationStatus"
# UKCore-NHSNumberVerificationStatusEngland, which took the place of a system with words as codes.
VERIFIED = {
    "01": "present and verified", "02": "present but not traced", "03": "trace required",
    "04": "trace attempted, no or several matches", "05": "trace needs to be resolved",
    "06": "trace in progress", "07": "not present, trace not required", "08": "trace postponed",
}  # fmt: skip
_GROUPS = {option.code: option.label for option in ETHNIC_GROUPS}
# The extension of belief is retired; there is no other.
BACKGROUND = {
    "Extension-UKCore-EthnicCategory": "Ethnic category",
    "Extension-UKCore-ReligiousAffiliation": "Religion or belief",
}
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def person(message: Message) -> dict[str, Any]:
    """Return the answers about the person."""
    patient = _patient(message)
    lines, postcode = address(patient.get("address"))
    names = [words for each in in_use(patient.get("name")) if (words := plain_name(each))]
    name = names[0] if names else ""
    return {
        "name": name,
        "known_as": said(*(each for each in names if each != name), between=", "),
        **_birth(text(patient.get("birthDate"))),
        "gender": said(text(patient.get("gender"))),
        **_nhs_number(patient),
        "other_numbers": numbers(patient, (NHS_NUMBER,)),
        "address": lines, "postcode": postcode,
        "phone": telecom(patient.get("telecom"), "phone"),
        "email": telecom(patient.get("telecom"), "email"),
        "contact_wishes": said(*_wishes(patient)),
        **_language(patient),
    }  # fmt: skip


def background(message: Message) -> list[str]:
    """Return ethnic category and belief, each as a line, where the message tells them."""
    return [
        f"{label}: {words}"
        for name, label in BACKGROUND.items()
        for each in _extensions(_patient(message), name)
        if (words := _in_our_words(each.get("valueCodeableConcept")))
    ]


def _in_our_words(value: Any) -> str:
    """A code may come without any words."""
    ours = (_GROUPS.get(f"{text(one.get('system'))}|{text(one.get('code'))}", "")
            for one in codings(value))  # fmt: skip
    return said(*ours, between="; ") or concept(value)


def _patient(message: Message) -> Resource:
    return message.find(message.request.get("subject")) or message.first("Patient")


def _birth(day: str) -> dict[str, str]:
    try:
        whole = bool(_DAY.fullmatch(day)) and bool(date.fromisoformat(day))
    except ValueError:
        whole = False
    return {"date_of_birth": day if whole else "", "birth_in_part": "" if whole else said(day)}


def _nhs_number(patient: Resource) -> dict[str, str]:
    """A wrong check digit is flagged, not refused: a person's referral matters more."""
    digits = nhs_number.normalise(number(patient, NHS_NUMBER))[:20]
    if not digits:
        return {}
    right = nhs_number.is_valid(digits)
    return {
        "nhs_number": digits,
        "nhs_number_check": "right" if right else "wrong",
        "nhs_number_verified": _verification(patient),
    }


def _verification(patient: Resource) -> str:
    for each in map(as_dict, listed(patient.get("identifier"))):
        for one in _extensions(each, VERIFICATION):
            for coding in codings(one.get("valueCodeableConcept")):
                code = text(coding.get("code"))
                words = VERIFIED.get(code) or text(coding.get("display"))
                return said((words or code).replace("-", " ").capitalize())
    return ""


def _wishes(patient: Resource) -> list[str]:
    found = []
    for each in _extensions(patient, "Extension-UKCore-ContactPreference"):
        for part in map(as_dict, listed(each.get("extension"))):
            label = text(part.get("url")).removeprefix("Preferred")
            value = concept(part.get("valueCodeableConcept")) or text(part.get("valueString"))
            found.append(f"{label}: {value}" if value else "")
    return found


def _language(patient: Resource) -> dict[str, str]:
    """Languages by BCP 47, by UK Core's own system, or in words; with or without an interpreter."""
    found = {"interpreter": "yes"} if _interpreter(patient) else {}
    spoken = [as_dict(each) for each in listed(patient.get("communication"))]
    spoken.sort(key=lambda each: each.get("preferred") is not True)
    for each in spoken:
        tags = [text(coding.get("code")).lower() for coding in codings(each.get("language"))]
        known = [tag for tag in _short(tags) if tag in {option.value for option in OPTIONS}]
        if known:
            return found | {"language": known[0]}
        words = concept(each.get("language"))
        if words and not {"en", "english"} & {*_short(tags), words.lower()}:
            return found | {"language": OTHER, "language_other": words}
    return found


def _short(tags: list[str]) -> list[str]:
    return [*tags, *(tag.partition("-")[0] for tag in tags if "-" in tag)]


def _interpreter(patient: Resource) -> bool:
    """HL7's extension of the patient, and UK Core's older one at the language."""
    places = [patient, *map(as_dict, listed(patient.get("communication")))]
    wanted = ("patient-interpreterRequired", "UKCore-InterpreterRequired",
              "UKCore-NHSCommunication")  # fmt: skip
    return any(
        one.get("valueBoolean") is True
        for place in places
        for name in wanted
        for each in _extensions(place, name)
        for one in [each, *map(as_dict, listed(each.get("extension")))]
        if one is each or text(one.get("url")).lower().startswith("interpreter")
    )


def _extensions(place: Resource, name: str) -> list[Resource]:
    found = map(as_dict, listed(place.get("extension")))
    return [each for each in found if text(each.get("url")).endswith(name)]
