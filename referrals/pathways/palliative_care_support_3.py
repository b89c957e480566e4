"""Version 3: as before, and true too where what was sent goes on to the team's own system."""

from dataclasses import replace

from referrals.pathways.milestones import SAFE
from referrals.pathways.palliative_care_support_2 import PATHWAY as BEFORE
from referrals.pathways.steps.person import NHS_NUMBER_KNOWN, NHS_NUMBER_KNOWN_3

PATHWAY = replace(
    BEFORE,
    version=3,
    what_next=(SAFE, *BEFORE.what_next[1:]),
    steps=tuple(NHS_NUMBER_KNOWN_3 if step == NHS_NUMBER_KNOWN else step for step in BEFORE.steps),
)
