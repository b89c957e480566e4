"""Keep draft links out of the logs: whoever has the link has the answers."""

import logging
import re

_DRAFT_LINK = re.compile(r"(/refer/(?:form|return)/)[^/\s\"'?#]+")
LOGGERS = (
    "django.request",
    "django.security.csrf",
    "django.server",
    "gunicorn.access",
    "gunicorn.error",
)


class HideDraftLinks(logging.Filter):
    """Put `…` in place of the token in every message."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        hidden = hide_draft_links(message)
        if hidden != message:
            record.msg, record.args = hidden, ()
        return True


def hide_draft_links(text: str) -> str:
    """Return the text with `…` for the token of each draft link."""
    return _DRAFT_LINK.sub(r"\1…", text)


def hide_draft_links_from_logs() -> None:
    """Put the filter on every logger that writes addresses; more than once does no harm."""
    for name in LOGGERS:
        logger = logging.getLogger(name)
        if not any(isinstance(each, HideDraftLinks) for each in logger.filters):
            logger.addFilter(HideDraftLinks())
