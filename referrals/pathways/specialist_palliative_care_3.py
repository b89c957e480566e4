"""Version 3: as before, and the NHS number is asked for only of who knows it."""

from dataclasses import replace

from referrals.pathways.specialist_palliative_care_2 import PATHWAY as BEFORE
from referrals.pathways.steps.person import NHS_NUMBER, NHS_NUMBER_KNOWN_3
from referrals.pathways.steps.specialist_person import PERSON

_PERSON = replace(
    PERSON, questions=tuple(each for each in PERSON.questions if each.key != "nhs_number")
)
_AT = BEFORE.steps.index(PERSON)

PATHWAY = replace(
    BEFORE,
    version=3,
    steps=(*BEFORE.steps[:_AT], _PERSON, NHS_NUMBER_KNOWN_3, NHS_NUMBER, *BEFORE.steps[_AT + 1 :]),
)
