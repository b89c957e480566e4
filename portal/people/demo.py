"""One fixed demo user a role. Only ever loaded into a demo site."""

from collections.abc import Callable

from django.contrib.auth.models import Group

from portal.people.models import User
from portal.people.roles import Role

ORDER = 10
PASSWORD = "wyvern vale demo"  # noqa: S105 - printed by `make demo`, useless elsewhere
USERS = [
    ("editor@wyvernvale.example", "Edie", "Marsh", Role.EDITOR),
    ("reviewer@wyvernvale.example", "Ravi", "Nair", Role.REVIEWER),
    ("directory@wyvernvale.example", "Dilys", "Penhale", Role.DIRECTORY_EDITOR),
    ("triage@wyvernvale.example", "Tamsin", "Osei", Role.TRIAGE),
    ("admin@wyvernvale.example", "Ada", "Lindqvist", Role.ADMINISTRATOR),
    ("partner@wyvernvale.example", "Petra", "Hallam", Role.PARTNER),
]


def load(say: Callable[[str], None]) -> None:
    """Make the demo users; those that exist stay as they are."""
    for email, first_name, last_name, role in USERS:
        if not User.objects.filter(email=email).exists():
            user = User.objects.create_user(
                email, PASSWORD, first_name=first_name, last_name=last_name, is_staff=True
            )
            user.groups.add(Group.objects.get(name=str(role)))
    say(f"{len(USERS)} staff accounts, one for each role")
