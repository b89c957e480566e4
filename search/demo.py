"""Results that the editors of Wyvern Vale chose to show first."""

from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone

from search.models import PromotedResult

ORDER = 80
KEPT_FOR = timedelta(days=180)
OWNER = "Content editor, St Wyvern's Hospice"
GRIEF = (
    "Finding bereavement support",
    "/living-with-grief/finding-bereavement-support/",
    "What there is near you, what each kind is like, and how to ask for it.",
)
DEATH = (
    "What to do when someone dies",
    "/first-days-after/what-to-do-when-someone-dies/",
    "The first hours and days: whom to ring, and what can wait.",
)
REGISTER = (
    "Registering a death",
    "/first-days-after/registering-a-death/",
    "Who registers, where, by when and what to take.",
)
URGENT = ("I need help now", "/urgent-help/", "Who to ring this minute, and what to say.")
# phrase, then title, address and summary of what it shows
PROMOTED = [
    ("bereavement", *GRIEF),
    ("bereaved", *GRIEF),
    ("someone has died", *DEATH),
    ("just died", *DEATH),
    ("register a death", *REGISTER),
    ("death certificate", *REGISTER),
    ("help now", *URGENT),
    ("emergency", *URGENT),
]


def load(say: Callable[[str], None]) -> None:
    """Make the promoted results; those that exist stay as they are."""
    expires = timezone.localdate() + KEPT_FOR
    for phrase, title, url, summary in PROMOTED:
        PromotedResult.objects.get_or_create(
            phrase=phrase,
            url=url,
            defaults={"title": title, "summary": summary, "owner": OWNER, "expires": expires},
        )
    say(f"{len(PROMOTED)} promoted results")
