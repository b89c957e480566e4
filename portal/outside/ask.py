"""Ask an address on the web: redirects followed by hand, each one checked like the first."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from urllib.parse import urljoin

import requests
from django.conf import settings

from portal.outside.addresses import check_url
from portal.outside.answer import Answer
from portal.outside.connect import Deadline, PinnedAdapter
from portal.outside.limits import USUAL, Limits, OutsideProblem

_REDIRECTS = {301, 302, 303, 307, 308}
_FAILURES: tuple[tuple[type[Exception], str], ...] = (
    (requests.exceptions.SSLError, "The certificate of the server is not right."),
    (requests.exceptions.Timeout, "The server did not answer in time."),
    (requests.exceptions.ConnectionError, "The server can't be reached."),
    (Exception, "The server's answer can't be understood."),
)


@contextmanager
def get(
    url: str,
    limits: Limits = USUAL,
    headers: Mapping[str, str] | None = None,
    method: str = "GET",
) -> Iterator[Answer]:
    """Open the answer of an address, whatever its status. Raises OutsideProblem when none comes.

    Nothing of ours goes with it: no cookie, no credential, no proxy of the environment.
    """
    deadline = Deadline(limits.seconds)
    try:
        with _session(deadline) as session:
            response = _follow(session, method, url, limits, headers or {}, deadline)
            with response:
                yield Answer(response, limits, deadline)
    finally:
        deadline.close()


def _session(deadline: Deadline) -> requests.Session:
    session = requests.Session()
    session.trust_env = False
    session.headers.update(
        {"User-Agent": settings.OUTSIDE_USER_AGENT, "Accept-Encoding": "gzip", "Accept": "*/*"}
    )
    for scheme in ("http://", "https://"):
        session.mount(scheme, PinnedAdapter(deadline.watch))
    return session


def _follow(
    session: requests.Session,
    method: str,
    url: str,
    limits: Limits,
    headers: Mapping[str, str],
    deadline: Deadline,
) -> requests.Response:
    for _ in range(limits.redirects + 1):
        response = _send(session, method, url, limits, headers, deadline)
        target = response.headers.get("Location")
        if response.status_code not in _REDIRECTS or not target:
            return response
        response.close()
        session.cookies.clear()
        url = _joined(url, target)
    raise OutsideProblem("The address sends us on too many times.")


def _send(
    session: requests.Session,
    method: str,
    url: str,
    limits: Limits,
    headers: Mapping[str, str],
    deadline: Deadline,
) -> requests.Response:
    check_url(url)
    timeout = (limits.connect_seconds, limits.read_seconds)
    try:
        return session.request(
            method, url, headers=dict(headers), timeout=timeout, stream=True, allow_redirects=False
        )
    except OutsideProblem:
        raise
    except Exception as error:
        raise OutsideProblem(_words(error, deadline)) from error


def _joined(url: str, target: str) -> str:
    try:
        return urljoin(url, target.strip())
    except ValueError as error:
        raise OutsideProblem("The address sends us on to no web address.") from error


def _words(error: Exception, deadline: Deadline) -> str:
    if deadline.passed:
        return "The answer took too long."
    return next(words for kind, words in _FAILURES if isinstance(error, kind))
