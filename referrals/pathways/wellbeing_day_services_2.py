"""Version 2: as before, and true too where what was sent goes on to the team's own system."""

from dataclasses import replace

from referrals.pathways.declare import Milestone
from referrals.pathways.wellbeing_day_services_1 import PATHWAY as BEFORE

PATHWAY = replace(
    BEFORE,
    version=2,
    what_next=(
        Milestone(0, "Your answers are safe with the care line team."),
        *BEFORE.what_next[1:],
    ),
)
