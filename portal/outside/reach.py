"""Is an address still there?"""

from dataclasses import dataclass

from portal.outside.ask import get
from portal.outside.limits import Limits, OutsideProblem

_QUICK = Limits(seconds=20, read_seconds=10)
# Servers that know no HEAD, or refuse it to whom they would show the page.
_ASK_AGAIN = {400, 403, 404, 405, 406, 500, 501, 503}


@dataclass(frozen=True)
class Reached:
    """Whether an address answers: its last status, or in words why none came."""

    status: int | None
    problem: str = ""


def reach(url: str) -> Reached:
    """Ask an address whether it is there; its body is not read. Never raises."""
    head = _status("HEAD", url)
    if head.status in _ASK_AGAIN:
        return _status("GET", url)
    return head


def _status(method: str, url: str) -> Reached:
    try:
        with get(url, _QUICK, method=method) as answer:
            return Reached(answer.status)
    except OutsideProblem as problem:
        return Reached(None, str(problem))
