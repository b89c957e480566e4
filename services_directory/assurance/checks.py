"""Django's `check` refuses settings of the directory that contradict each other."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register

from services_directory.assurance.freshness import ages

AGES_HINT = (
    "Set DIRECTORY_AMBER_MONTHS, DIRECTORY_RED_MONTHS and DIRECTORY_HIDE_MONTHS so that each is "
    "greater than the one before, such as 3, 6 and 12."
)
POSITIVE = ("DIRECTORY_NOTICE_DAYS", "DIRECTORY_ASK_WEEKS", "DIRECTORY_LINK_DAYS")


@register()
def ages_ascend(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """An entry is green before it is amber, red before it is hidden."""
    now = ages()
    if 0 < now.amber < now.red < now.hide:
        return []
    return [Error("The ages of a check do not ascend.", AGES_HINT, id="services_directory.E001")]


@register()
def times_are_positive(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """A notice, a pause and the life of a link last at least one day."""
    return [
        Error(f"{name} must be 1 or more.", id="services_directory.E002")
        for name in POSITIVE
        if getattr(settings, name) < 1
    ]


@register(deploy=True)
def somebody_is_told(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Letters about late problem reports need a reader."""
    if settings.DIRECTORY_MAILBOX:
        return []
    return [
        Warning(
            "Nobody is told of late problem reports.",
            "Set DIRECTORY_MAILBOX to the shared mailbox of the directory's editors.",
            id="services_directory.W001",
        )
    ]
