"""Addresses of the code systems in which answers travel. Options hold `address|code`."""

# Booking and Referral Standard (BaRS), package uk.nhsdigital.bars.r4 1.37.0.
_BARS = "https://fhir.nhs.uk/CodeSystem/"
ADJUSTMENT = _BARS + "reasonable-adjustment-codes-bars|"
SAFEGUARDING = _BARS + "safeguarding-codes-bars|"
HOUSEHOLD = _BARS + "household-composition-bars|"
# UK Core, version 1.0.0 of the code system; gender as FHIR R4 itself has it.
ETHNIC_CATEGORY = "https://fhir.hl7.org.uk/CodeSystem/UKCore-EthnicCategoryEngland|"
GENDER = "http://hl7.org/fhir/administrative-gender|"
# BCP 47, as FHIR R4 names it: hl7.org/fhir/R4/valueset-languages.html
LANGUAGE = "urn:ietf:bcp:47|"
