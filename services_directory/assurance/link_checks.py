"""Do the web addresses of entries and organisations still answer? A few at a time, politely."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from portal import outside
from services_directory.assurance.conditions import entries
from services_directory.models import LinkCheck

AGAIN_DAYS = 7
AGAIN_WHILE_FAILING = timedelta(hours=20)
AT_ONCE = 3
MOST_READ = 1_000
FAILURES_THAT_COUNT = 2
BROKEN = Q(failures__gte=FAILURES_THAT_COUNT)
# The server answers, but not to programs: whether people see the page cannot be told.
COULD_NOT_TELL = {401, 403, 406, 429, 451, 999}
LONGEST_PROBLEM = 200
# RFC 2606: names that lead nowhere, as in a demo.
RESERVED = (".example", ".invalid", ".test", ".localhost")


def check_in_turn() -> int:
    """Ask the few that are next, unless this portal is set to ask none."""
    return check_links() if settings.DIRECTORY_CHECKS_LINKS else 0


def check_links(limit: int = AT_ONCE) -> int:
    """Ask up to `limit` addresses that are due, no two on one host; return how many were asked.

    An address is asked once a week; one that fails, again the next day. It counts as broken when
    it failed on two days running, as servers have bad nights.
    """
    due = _one_a_host(_due(timezone.now()), limit)
    for check in due:
        note_answer(check, outside.reach(check.url), timezone.now())
    return len(due)


def note_addresses() -> None:
    """Begin to watch addresses that are new, and forget those that no entry names any more."""
    named = set(entries().exclude(url="").values_list("url", flat=True))
    sites = entries().exclude(organization__website="")
    named |= set(sites.values_list("organization__website", flat=True).distinct())
    known = set(LinkCheck.objects.values_list("url", flat=True))
    new = [LinkCheck(url=url) for url in sorted(named - known)]
    LinkCheck.objects.bulk_create(new, batch_size=500, ignore_conflicts=True)
    gone = sorted(known - named)
    for start in range(0, len(gone), 500):
        LinkCheck.objects.filter(url__in=gone[start : start + 500]).delete()


def note_answer(check: LinkCheck, answer: outside.Reached, now: datetime) -> None:
    """Keep what the address answered. A second failure on the same day does not count."""
    before = check.checked_at
    check.checked_at, check.status = now, answer.status
    check.problem = answer.problem[:LONGEST_PROBLEM]
    if answer.status in COULD_NOT_TELL:
        check.problem = "The site does not answer programs: look at it yourself"
    elif answer.status is not None and answer.status < 400:
        check.failures, check.failing_since = 0, None
    elif not (check.failures and before and _day(before) == _day(now)):
        check.failures = min(check.failures + 1, 32_767)
        check.failing_since = check.failing_since or now
    check.save()


def _due(now: datetime) -> QuerySet[LinkCheck]:
    asked_long_ago = Q(checked_at=None) | Q(checked_at__lt=now - timedelta(days=AGAIN_DAYS))
    failing = Q(failures__gt=0, checked_at__lt=now - AGAIN_WHILE_FAILING)
    oldest_first = F("checked_at").asc(nulls_first=True)
    return LinkCheck.objects.filter(asked_long_ago | failing).order_by(oldest_first, "pk")[
        :MOST_READ
    ]


def _one_a_host(checks: Iterable[LinkCheck], limit: int) -> list[LinkCheck]:
    found: dict[str, LinkCheck] = {}
    for check in checks:
        if len(found) >= limit:
            break
        if host := _host(check.url):
            found.setdefault(host, check)
    return list(found.values())


def _host(url: str) -> str:
    """Return the host of an address, or "" when there is no use in asking it."""
    try:
        host = (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""
    return "" if host.endswith(RESERVED) else host


def _day(moment: datetime) -> object:
    return timezone.localdate(moment)
