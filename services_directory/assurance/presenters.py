"""The question to a role mailbox, in words."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from services_directory.assurance.services import role_of
from services_directory.models import Verification
from services_directory.presenters.entry import Entry, entry
from services_directory.presenters.words import by_role


@dataclass(frozen=True)
class Question:
    """What the page of a link shows: the entry as the public sees it, and what a yes will say."""

    entry: Entry
    will_say: str
    hidden: bool
    change_url: str


def question(verification: Verification, token: str) -> Question:
    """Return the page's words. The entry is fetched with what belongs to it."""
    service = verification.service
    whole = type(service).objects.with_everything().get(pk=service.pk)
    today = timezone.localdate()
    role = by_role(role_of(service.organization))
    return Question(
        entry=entry(whole),
        will_say=f"Checked on {today.day} {today:%B %Y} {role}",
        hidden=service.hidden_since is not None,
        change_url=_change_url(token),
    )


def _change_url(token: str) -> str:
    try:
        return reverse("change_by_link", args=[token])
    except NoReverseMatch:
        return ""
