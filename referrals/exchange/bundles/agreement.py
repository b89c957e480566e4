"""The agreement to be referred, as the only consent that BaRS carries: direct care."""

from referrals.exchange.bundles.letter import Letter
from referrals.exchange.bundles.names import CONSENT_CATEGORIES, HL7, uk_core
from referrals.exchange.bundles.parts import Resource, coding, concept, instant, ref, resource


def consent(letter: Letter, patient: Resource, organisation: Resource) -> Resource:
    """Return it; what was agreed, in words, stands among the answers."""
    return resource(
        "Consent", letter.root, "consent", uk_core("UKCore-Consent"),
        status="active",
        scope=concept(coding(f"{HL7}/consentscope", "patient-privacy", "Privacy Consent")),
        category=[concept(coding(CONSENT_CATEGORIES, "DRC", "Direct Care"))],
        patient=ref(patient), dateTime=instant(letter.submitted_at),
        organization=[ref(organisation)],
        policyRule=concept(coding(f"{HL7}/v3-ActCode", "IMPLIED", "implied")),
    )  # fmt: skip
