"""Version 3: as before, and true too where what was sent goes on to the team's own system."""

from dataclasses import replace

from referrals.pathways.bereavement_support_2 import PATHWAY as BEFORE
from referrals.pathways.milestones import SAFE

PATHWAY = replace(
    BEFORE,
    version=3,
    what_next=(SAFE, *BEFORE.what_next[1:]),
)
