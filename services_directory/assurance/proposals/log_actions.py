"""What the history of an entry says of an accepted proposal."""

from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from services_directory.assurance.proposals.deciding import ACCEPTED


@hooks.register("register_log_actions")
def register(actions: LogActionRegistry) -> None:
    actions.register_action(ACCEPTED, "Accept a proposal", "Accepted what the provider proposed")
