"""The small fixed cast of users. Each test says who acts by asking for the fixture of that name."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from hypothesis import settings

from portal.people.models import User
from portal.people.roles import Role
from referrals import audit_triggers

PASSWORD = "correct horse battery"

# How long an example takes says how busy the machine is, not whether the code is right.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


def make_user(name: str, role: Role | None) -> User:
    user = User.objects.create_user(
        f"{name}@wyvernvale.example", PASSWORD, first_name=name.replace("_", " ").title()
    )
    if role:
        user.groups.add(Group.objects.get(name=str(role)))
    return user


@pytest.fixture
def editor(db: None) -> User:
    return make_user("editor", Role.EDITOR)


@pytest.fixture
def reviewer(db: None) -> User:
    return make_user("reviewer", Role.REVIEWER)


@pytest.fixture
def directory_editor(db: None) -> User:
    return make_user("directory_editor", Role.DIRECTORY_EDITOR)


@pytest.fixture
def triage(db: None) -> User:
    return make_user("triage", Role.TRIAGE)


@pytest.fixture
def administrator(db: None) -> User:
    return make_user("administrator", Role.ADMINISTRATOR)


@pytest.fixture
def partner(db: None) -> User:
    """Speaks for no organisation until a test makes a membership."""
    return make_user("partner", Role.PARTNER)


@pytest.fixture
def stranger(db: None) -> User:
    """Signed in, but without any role."""
    return make_user("stranger", None)


@pytest.fixture(scope="module")
def emptied_database_is_filled_again(
    django_db_setup: None, django_db_blocker: pytest.FixtureRequest
) -> Iterator[None]:
    """For modules of transactional tests: those that follow find the roles and pages again.

    Such tests end by emptying every table. Together with `serialized_rollback=True`.
    """
    with django_db_blocker.unblock():
        audit_triggers.remove(connection)  # they refuse to empty the audit trail
    yield
    with django_db_blocker.unblock():
        audit_triggers.install(connection)
        connection.creation.deserialize_db_from_string(connection._test_serialized_contents)
        ContentType.objects.clear_cache()
