"""Version 2: as before, and true too where what was sent goes on to the team's own system."""

from dataclasses import replace

from referrals.pathways.milestones import SAFE
from referrals.pathways.wellbeing_day_services_1 import PATHWAY as BEFORE

PATHWAY = replace(
    BEFORE,
    version=2,
    what_next=(SAFE, *BEFORE.what_next[1:]),
)
