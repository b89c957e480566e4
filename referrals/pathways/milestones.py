"""What happens next in the same words after several forms."""

from referrals.pathways.declare import Milestone

# True too where what was sent goes on to the team's own system.
SAFE = Milestone(0, "Your answers are safe with the care line team.")
