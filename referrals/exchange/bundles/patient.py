"""The person a referral is about, as UK Core Patient."""

from typing import Any

from referrals.exchange.bundles.letter import Letter
from referrals.exchange.bundles.names import (
    CONTACT_METHODS,
    LANGUAGES,
    NHS_NUMBER,
    OURS,
    VERIFICATION_STATUS,
    uk_core,
)
from referrals.exchange.bundles.parts import (
    Resource,
    clean,
    coding,
    concept,
    extension,
    filled,
    ref,
    resource,
)

# Nobody traced the number: "Number present but not traced".
NOT_TRACED = coding(VERIFICATION_STATUS, "02", "Number present but not traced")
INTERPRETER = "http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired"
# http://hl7.org/fhir/ValueSet/languages of R4. Validators refuse any other code of BCP 47 in a
# message, though the binding is only preferred; the others go beside, in an extension.
COMMON_LANGUAGES = frozenset({
    "ar", "bn", "cs", "da", "de", "el", "en", "es", "fi", "fr", "fy", "hi", "hr", "it", "ja",
    "ko", "nl", "no", "pa", "pl", "pt", "ru", "sr", "sv", "te", "zh",
})  # fmt: skip
SPOKEN = f"{OURS}:spoken-language"
# Our access needs that say by which means to be in touch.
_MEANS = {"letter": ("1", "Letter"), "email": ("4", "E-mail"), "text-message": ("9", "SMS")}


def patient(letter: Letter, *gps: Resource) -> Resource:
    """Return who it is about; `gps` are the GP practice and the doctor, where they were named."""
    return resource(
        "Patient", letter.root, "patient", uk_core("UKCore-Patient"),
        extension=[*_preference(letter), *_ethnic_category(letter), *_interpreter(letter),
                   *_beside(spoken(letter))],
        identifier=_nhs_number(letter),
        name=_names(letter),
        telecom=_telecom(letter),
        gender=_code(letter, "gender").get("code"),
        birthDate=clean(letter.text("date_of_birth")),
        address=address(letter),
        communication=_communication(spoken(letter)),
        generalPractitioner=[ref(each) for each in gps],
    )  # fmt: skip


def human_name(text: str) -> dict[str, Any]:
    """Return a name: the last word as family name, as the sender can't know better."""
    words = clean(text).split()
    return filled({"text": " ".join(words), "family": words[-1] if words else "",
                   "given": words[:-1]})  # fmt: skip


def address(letter: Letter) -> list[dict[str, Any]]:
    """Return where the person lives; none without an answer."""
    lines = [clean(line) for line in letter.text("address").splitlines()]
    where = filled({"line": [line for line in lines if line],
                    "postalCode": clean(letter.text("postcode"))})  # fmt: skip
    return [{"use": "home"} | where] if where else []


def _names(letter: Letter) -> list[dict[str, Any]]:
    called, known_as = human_name(letter.text("name")), human_name(letter.text("known_as"))
    names = [{"use": "official"} | called] if called else []
    return names + ([{"use": "nickname", "text": known_as["text"]}] if known_as else [])


def _nhs_number(letter: Letter) -> list[dict[str, Any]]:
    number = letter.text("nhs_number").replace(" ", "")
    status = extension(
        uk_core("Extension-UKCore-NHSNumberVerificationStatus"),
        valueCodeableConcept=concept(NOT_TRACED),
    )
    return [{"extension": [status], "system": NHS_NUMBER, "value": number}] if number else []


def _telecom(letter: Letter) -> list[dict[str, str]]:
    """Whoever asks for somebody else gives their own number, and the person's apart."""
    phone = letter.text("their_phone" if letter.for_another else "phone")
    email = "" if letter.for_another else letter.text("email")
    return telecom(phone, email)


def telecom(phone: str, email: str) -> list[dict[str, str]]:
    found = [("phone", clean(phone)), ("email", clean(email))]
    return [{"system": system, "value": value} for system, value in found if value]


def _preference(letter: Letter) -> list[dict[str, Any]]:
    """Return the means of contact that a coded need asks for; the telephone is the usual one."""
    chosen = [option.value for option in letter.chosen("access_needs")]
    means = [_MEANS[value] for value in chosen if value in _MEANS]
    method = concept(coding(CONTACT_METHODS, *(means[0] if means else ("3", "Telephone"))))
    inner = [extension("PreferredContactMethod", valueCodeableConcept=method)]
    return [{"url": uk_core("Extension-UKCore-ContactPreference"), "extension": inner}]


def _interpreter(letter: Letter) -> list[dict[str, Any]]:
    answer = letter.answers.get("interpreter")
    return [extension(INTERPRETER, valueBoolean=answer == "yes")] if answer else []


def _ethnic_category(letter: Letter) -> list[dict[str, Any]]:
    code, url = _code(letter, "ethnic_group"), uk_core("Extension-UKCore-EthnicCategory")
    words = letter.words("ethnic_group")
    return [extension(url, valueCodeableConcept=concept(code, text=words))] if code else []


def _code(letter: Letter, key: str) -> dict[str, str]:
    """Return the coding of the option that was chosen; nothing where none was, or has none."""
    for option in letter.chosen(key):
        system, _, code = option.code.partition("|")
        return coding(system, code)
    return {}


def spoken(letter: Letter) -> dict[str, Any]:
    """Return the language as a concept: coded by BCP 47 where it was chosen, else its name."""
    for option in letter.chosen("language"):
        if option.code:
            code = option.code.partition("|")[2]
            return concept(coding(LANGUAGES, code, option.label), text=option.label)
    typed = letter.text("language_other") or letter.words("language")
    return concept(text=typed) if clean(typed) else {}


def _is_common(language: dict[str, Any]) -> bool:
    return any(each["code"] in COMMON_LANGUAGES for each in language.get("coding", []))


def _communication(language: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"language": language, "preferred": True}] if _is_common(language) else []


def _beside(language: dict[str, Any]) -> list[dict[str, Any]]:
    if not language or _is_common(language):
        return []
    return [extension(SPOKEN, valueCodeableConcept=language)]
