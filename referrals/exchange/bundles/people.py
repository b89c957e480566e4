"""Everybody else: family and carers, who refers, and who answers here."""

from referrals.exchange.bundles.letter import Letter
from referrals.exchange.bundles.names import MORE_RELATIONSHIPS, RELATIONSHIPS, uk_core
from referrals.exchange.bundles.parts import Resource, clean, coding, concept, ref, resource
from referrals.exchange.bundles.patient import human_name, telecom

# Our words for who somebody is to the person, where v3-RoleCode has the same.
_ROLES = {
    "partner": ("DOMPART", "domestic partner"), "child": ("CHILD", "child"),
    "parent": ("PRN", "parent"), "sibling": ("SIB", "sibling"),
    "grandparent": ("GRPRN", "grandparent"), "relative": ("FAMMEMB", "family member"),
    "friend": ("FRND", "unrelated friend"),
}  # fmt: skip
_CARER = coding(MORE_RELATIONSHIPS, "Carer", "Carer")


def related_people(letter: Letter, patient: Resource) -> list[Resource]:
    """Return family and carers named in the answers, the main contact first."""
    people = []
    if letter.for_another and not letter.by_professional:
        people.append(_asker(letter, patient))
    if letter.text("carer_name"):
        people.append(_related(
            letter, patient, "carer", letter.text("carer_name"), letter.text("carer_phone"),
            concept(_CARER, text=letter.words("carer_relationship") or "Carer"),
        ))  # fmt: skip
    if letter.text("lpa_name"):
        people.append(_related(
            letter, patient, "attorney", letter.text("lpa_name"), letter.text("lpa_phone"),
            concept(text="Lasting power of attorney for health and welfare"),
        ))  # fmt: skip
    if letter.text("cared_for_name"):
        words = letter.words("cared_for_relationship")
        people.append(_related(
            letter, patient, "cared-for", letter.text("cared_for_name"), "",
            concept(text=f"Cared for by this person: {words}"),
        ))  # fmt: skip
    return people


def practitioner(letter: Letter) -> Resource:
    """Return the professional who refers; for a referral by the public, our triage team."""
    name = letter.text("referrer_name") if letter.by_professional else ""
    return resource(
        "Practitioner", letter.root, "practitioner", uk_core("UKCore-Practitioner"),
        name=[human_name(name) or {"text": "Triage team"}],
        telecom=_contact(letter),
    )  # fmt: skip


def named_gp(letter: Letter) -> Resource | None:
    """Return the doctor whom the practice should be asked for."""
    called = human_name(letter.text("gp_name")) if letter.by_professional else {}
    return resource(
        "Practitioner", letter.root, "gp", uk_core("UKCore-Practitioner"), name=[called],
    ) if called else None  # fmt: skip


def practitioner_role(letter: Letter, who: Resource, organisation: Resource) -> Resource:
    """Return in which role and for whom that professional refers."""
    title = letter.text("referrer_role") if letter.by_professional else "Triage of referrals"
    return resource(
        "PractitionerRole", letter.root, "practitioner-role", uk_core("UKCore-PractitionerRole"),
        active=True, practitioner=ref(who), organization=ref(organisation),
        code=[concept(text=title)] if clean(title) else [], telecom=_contact(letter),
    )  # fmt: skip


def _contact(letter: Letter) -> list[dict[str, str]]:
    if not letter.by_professional:
        return []
    return telecom(letter.text("referrer_phone"), letter.text("referrer_email"))


def _asker(letter: Letter, patient: Resource) -> Resource:
    key = "referrer_relationship" if letter.answers.get("who_for") == "child" else "relationship"
    role = _ROLES.get(str(letter.answers.get(key)))
    codes = [coding(RELATIONSHIPS, *role)] if role else []
    return _related(
        letter, patient, "asker", letter.text("referrer_name"), letter.text("phone"),
        concept(*codes, text=letter.words(key) or "The person who asks"), letter.text("email"),
    )  # fmt: skip


def _related(
    letter: Letter, patient: Resource, part: str, name: str, phone: str,
    relationship: dict[str, object], email: str = "",
) -> Resource:  # fmt: skip
    called = human_name(name)
    return resource(
        "RelatedPerson", letter.root, part, uk_core("UKCore-RelatedPerson"),
        active=True, patient=ref(patient), relationship=[relationship],
        name=[called] if called else [], telecom=telecom(phone, email),
    )  # fmt: skip
