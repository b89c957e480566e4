"""Closed lists that the rest of the directory leans on by name or by order."""

import pytest

from portal.vocabulary import Mode
from services_directory.choices import PUBLIC_STATUSES, ReferralRoute, Status
from services_directory.models import Service


def test_a_route_and_a_mode_has_each_a_field_of_the_service():
    names = {field.name for field in Service._meta.get_fields()}
    assert {f"referral_{route}" for route in ReferralRoute} <= names
    assert {f"mode_{mode}" for mode in Mode} <= names


def test_running_sorts_before_closed_for_a_time():
    """queries.py orders by the stored word."""
    assert sorted(PUBLIC_STATUSES) == [Status.ACTIVE, Status.TEMPORARILY_CLOSED]


@pytest.mark.parametrize("status", list(Status))
def test_only_what_runs_or_will_run_again_is_public(status):
    shown = status in {Status.ACTIVE, Status.TEMPORARILY_CLOSED}
    assert Service(live=True, status=status).is_public is shown
    assert Service(live=False, status=status).is_public is False
