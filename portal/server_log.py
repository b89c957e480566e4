"""gunicorn's log without what visitors ask for: a postcode or an illness stands in the query."""

import logging
import re
from typing import Any

from gunicorn.glogging import Logger

# Method, path without query, status, size and time: no address of a visitor, no referring page.
ACCESS_FORMAT = '%(t)s "%(m)s %(U)s" %(s)s %(B)s %(L)s'
_QUERY = re.compile(r"\?.*", re.DOTALL)


class QuietLogger(Logger):
    """gunicorn's logger, whose messages end where a query begins."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        self.error_log.addFilter(without_query)


def without_query(record: logging.LogRecord) -> bool:
    """Cut the message at its first question mark; it names an address as it was asked for."""
    record.msg, record.args = _QUERY.sub("?…", record.getMessage()), ()
    return True
