"""The contact points of Wyvern Vale (fictional) and of the nation (real)."""

from collections.abc import Callable
from datetime import date

from portal.contacts.models import ContactPoint

ORDER = 30
CHECKED = date(2026, 11, 2)
CONTACTS = [
    {
        "key": "spoc",
        "name": "the Wyvern Vale care line",
        "what_for": "Nurses who know local services answer. "
        "For people who are ill, and for family, friends and professionals.",
        "phone": "01632 960 100",
        "open_24_hours": True,
        "header_order": 10,
    },
    {
        "key": "samaritans",
        "name": "Samaritans",
        "what_for": "Someone to talk to about anything that is upsetting you. Calls are free.",
        "phone": "116 123",
        "open_24_hours": True,
        "national": True,
    },
    {
        "key": "nhs111",
        "name": "NHS 111",
        "what_for": "Medical help when it is not an emergency.",
        "phone": "111",
        "open_24_hours": True,
        "national": True,
    },
    {
        "key": "mental-health-111",
        "name": "NHS 111, mental health option",
        "what_for": "Ring 111 and choose mental health if you cannot keep yourself safe.",
        "phone": "111",
        "open_24_hours": True,
        "national": True,
    },
    {
        "key": "emergency",
        "name": "Emergency services",
        "what_for": "When life is at risk now.",
        "phone": "999",
        "open_24_hours": True,
        "national": True,
    },
]


def load(say: Callable[[str], None]) -> None:
    """Make the contact points; those that exist stay as they are."""
    for contact in CONTACTS:
        ContactPoint.objects.get_or_create(
            key=contact["key"], defaults={**contact, "checked": CHECKED}
        )
    say(f"{len(CONTACTS)} contact points")
