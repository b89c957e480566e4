"""What the history of an entry calls the deeds of this package: (action, label, sentence)."""

from services_directory.assurance import services
from services_directory.assurance.problems.services import REPORTED, SETTLED
from services_directory.assurance.proposals.deciding import ACCEPTED

ACTIONS = (
    (services.CONFIRMED, "Confirm", "Confirmed by the role mailbox: nothing has changed"),
    (services.CHECKED, "Check", "Checked by staff"),
    (services.ASKED, "Ask", "Asked the role mailbox again"),
    (services.HIDDEN, "Hide", "Hidden by staff"),
    (services.HIDDEN_BY_AGE, "Hide by age", "Hidden: nobody has checked it for too long"),
    (services.SHOWN, "Show again", "Shown again without a check"),
    (REPORTED, "Report a problem", "Somebody reported a problem"),
    (SETTLED, "Settle a problem", "A problem report was settled"),
    (ACCEPTED, "Accept a proposal", "Accepted what the provider proposed"),
)
