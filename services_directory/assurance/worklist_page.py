"""One entry of the work-list as a page: what is known about its truth."""

from dataclasses import dataclass

from django.utils import timezone

from portal import letters
from services_directory.assurance.worklist import described
from services_directory.assurance.worklist_rows import Row, row
from services_directory.choices import Answer
from services_directory.models import LinkCheck, Service, Verification
from services_directory.presenters.entry import Entry, entry
from services_directory.presenters.times import day

LAST_ASKED = 5


@dataclass(frozen=True)
class EntryToCheck:
    """The row, the public's entry, the last questions and the links that do not answer."""

    row: Row
    entry: Entry
    asked: list[str]
    links: list[str]


def entry_page(service: Service) -> EntryToCheck:
    """Return all that the page shows, in as many queries however much there is."""
    today = timezone.localdate()
    whole = described().with_everything().get(pk=service.pk)
    addresses = [address for address in (whole.url, whole.organization.website) if address]
    failing = LinkCheck.objects.filter(url__in=addresses, failures__gt=0)
    return EntryToCheck(
        row=row(whole, today, letters.undeliverable()),
        entry=entry(whole),
        asked=[_asked(each) for each in service.verifications.all()[:LAST_ASKED]],
        links=[_link(each) for each in failing],
    )


def _asked(verification: Verification) -> str:
    asked = f"Asked on {day(timezone.localdate(verification.asked_at))} at {verification.sent_to}"
    if verification.answered_at is None:
        expired = verification.expires_at <= timezone.now()
        return f"{asked}: no answer" if expired else f"{asked}: waiting"
    when = day(timezone.localdate(verification.answered_at))
    if verification.answer:
        return f"{asked}: “{Answer(verification.answer).label}” on {when}"
    return f"{asked}: checked otherwise on {when}"


def _link(check: LinkCheck) -> str:
    since = f" since {day(timezone.localdate(check.failing_since))}" if check.failing_since else ""
    return f"{check.url} does not work{since}: {check.problem or f'it answers {check.status}'}"
