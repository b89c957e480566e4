"""Organisations, the service asked for, and where the person is."""

from referrals.exchange.bundles.letter import Letter, Party
from referrals.exchange.bundles.names import ODS_CODE, SERVICE_ID, uk_core
from referrals.exchange.bundles.parts import Resource, clean, concept, identifier, ref, resource
from referrals.exchange.bundles.patient import address


def organisation(letter: Letter, part: str, name: str, ods: str = "") -> Resource:
    """Return an organisation; `part` tells it from the others of the message."""
    return resource(
        "Organization", letter.root, f"organisation/{part}", uk_core("UKCore-Organization"),
        identifier=identifier(ODS_CODE, clean(ods)), active=True, name=clean(name),
    )  # fmt: skip


def party(letter: Letter, part: str, who: Party) -> Resource:
    return organisation(letter, part, who.name, who.ods)


def named(letter: Letter, part: str, key: str) -> Resource | None:
    """Return the organisation that an answer names, with its ODS code where it was looked up."""
    name, ods = letter.text(key), letter.text(f"{key}_ods")
    return organisation(letter, part, name or ods, ods) if clean(name or ods) else None


def service(letter: Letter, provider: Resource) -> Resource:
    """Return the service that the referral asks for."""
    return resource(
        "HealthcareService", letter.root, "service", uk_core("UKCore-HealthcareService"),
        identifier=identifier(SERVICE_ID, letter.receiver.service),
        active=True, providedBy=ref(provider), name=letter.pathway.title,
        type=[concept(text=letter.pathway.title)],
    )  # fmt: skip


def home(letter: Letter) -> Resource:
    """Return where the person is, for whoever visits."""
    where = letter.words("now_at") or "Home"
    addresses = address(letter) if letter.answers.get("now_at") in (None, "", "home") else []
    detail = letter.text("now_at_detail")
    return resource(
        "Location", letter.root, "location", uk_core("UKCore-Location"),
        status="active", name=clean(f"{where}: {detail}" if detail else where),
        address=addresses[0] if addresses else {},
    )  # fmt: skip
