"""What the history calls the deeds of imports."""

from typing import Any

from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, LogFormatter

from services_directory.imports import history, runs


@hooks.register("register_log_actions")
def register_import_actions(actions: LogActionRegistry) -> None:
    for name, (label_of, _) in history.WORDS.items():
        actions.register_action(name)(_formatter(label_of))
    actions.register_action(runs.STARTED, "Import", "Import started")
    actions.register_action(runs.ASKED, "Apply an import", "Import applied")
    actions.register_action(runs.DISCARDED, "Discard an import", "Import discarded")


def _formatter(label_of: str) -> type[LogFormatter]:
    class Brought(LogFormatter):
        label = label_of

        def format_message(self, log_entry: Any) -> str:
            return history.words(log_entry)

    return Brought
