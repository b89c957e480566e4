"""Addresses of profiles, code systems and identifiers, as UK Core and BaRS publish them."""

NHS = "https://fhir.nhs.uk"
UK_CORE = "https://fhir.hl7.org.uk"
HL7 = "http://terminology.hl7.org/CodeSystem"

NHS_NUMBER = f"{NHS}/Id/nhs-number"
ODS_CODE = f"{NHS}/Id/ods-organization-code"
SERVICE_ID = f"{NHS}/Id/dos-service-id"
UUID_SYSTEM = "https://tools.ietf.org/html/rfc4122"

EVENTS = f"{NHS}/CodeSystem/message-events-bars"
REASONS = f"{NHS}/CodeSystem/message-reason-bars"
CATEGORY = f"{NHS}/CodeSystem/message-category-servicerequest"
USE_CASES = f"{NHS}/CodeSystem/usecases-categories-bars"
FLAG_CATEGORIES = f"{NHS}/CodeSystem/flag-categories-bars"
SAFEGUARDING = f"{NHS}/CodeSystem/safeguarding-codes-bars"
SCENE_SAFETY = f"{NHS}/CodeSystem/scene-safety-codes-bars"
CONSENT_CATEGORIES = f"{NHS}/CodeSystem/consent-categories-bars"
# Names published without an address are ours.
OURS = "urn:front-door"
REFERENCE = f"{OURS}:reference"

LANGUAGES = "urn:ietf:bcp:47"
VERIFICATION_STATUS = f"{UK_CORE}/CodeSystem/UKCore-NHSNumberVerificationStatusEngland"
CONTACT_METHODS = f"{UK_CORE}/CodeSystem/UKCore-PreferredContactMethod"
RELATIONSHIPS = f"{HL7}/v3-RoleCode"
MORE_RELATIONSHIPS = f"{UK_CORE}/CodeSystem/UKCore-AdditionalPersonRelationshipRole"


def definition(name: str) -> str:
    """Return the address of a BaRS MessageDefinition, by its last words."""
    return f"{NHS}/MessageDefinition/bars-message-{name}"


def bars(name: str) -> str:
    """Return the address of a BaRS profile."""
    return f"{NHS}/StructureDefinition/{name}"


def uk_core(name: str) -> str:
    """Return the address of a UK Core profile or extension."""
    return f"{UK_CORE}/StructureDefinition/{name}"
