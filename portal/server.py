"""gunicorn's settings: `gunicorn -c python:portal.server portal.wsgi`.

What never reaches Django (a request line that is too long, a header that cannot be read) gets a
page of the house too. docs.gunicorn.org/en/stable/settings.html
"""

import socket
from typing import Any

from django.template.loader import render_to_string
from gunicorn import util

from portal.server_log import ACCESS_FORMAT, QuietLogger
from portal.warmth import warm_up_meanwhile

worker_class = "gthread"
workers = 2
threads = 4
timeout = 30
max_requests = 2000
max_requests_jitter = 200
loglevel = "warning"
# There is no access log unless an operator asks for one, and then it tells nothing of visitors.
logger_class = QuietLogger
access_log_format = ACCESS_FORMAT
# A search box takes long text; the longest that gunicorn allows to be set.
limit_request_line = 8190
# Where the site is mounted is no visitor's to say.
forwarder_headers = ""

_HEADERS = (
    "Connection: close",
    "Content-Type: text/html; charset=utf-8",
    "Cache-Control: no-store",
    "X-Content-Type-Options: nosniff",
    "X-Frame-Options: DENY",
    "Referrer-Policy: same-origin",
    "Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
)


def post_worker_init(worker: Any) -> None:
    """Refuse with our page, and warm up beside the first requests.

    gunicorn has no setting for the page: its one writer is replaced.
    """
    util.write_error = refuse
    warm_up_meanwhile()


def refuse(sock: socket.socket, status_int: int, reason: str, mesg: str) -> None:
    """Write a whole answer; `mesg` is for logs and stays out of the page."""
    name = "errors/500.html" if status_int == 500 else "errors/unreadable.html"
    body = render_to_string(name).encode()
    head = [f"HTTP/1.1 {status_int} {reason}", *_HEADERS, f"Content-Length: {len(body)}"]
    util.write_nonblock(sock, "\r\n".join([*head, "", ""]).encode("latin-1") + body)
