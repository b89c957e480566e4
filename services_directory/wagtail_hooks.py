from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet

from services_directory.assurance.log_words import ACTIONS
from services_directory.imports.log_words import register_import_actions  # noqa: F401
from services_directory.viewsets import DirectoryGroup

register_snippet(DirectoryGroup)


@hooks.register("register_log_actions")
def say_what_was_done(actions: LogActionRegistry) -> None:
    """Name what a check, or the lack of one, did, for the history of an entry."""
    for name, label, message in ACTIONS:
        actions.register_action(name, label, message)
