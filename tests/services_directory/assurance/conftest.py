from collections.abc import Iterator

import pytest
import time_machine

from tests.services_directory.build import TUESDAY_NOON


@pytest.fixture(autouse=True)
def _tuesday_noon() -> Iterator[time_machine.Traveller]:
    """It is noon on Tuesday 24 November 2026, in every test of this folder."""
    with time_machine.travel(TUESDAY_NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def clock(_tuesday_noon: time_machine.Traveller) -> time_machine.Traveller:
    """Move time with `clock.shift(timedelta(...))`."""
    return _tuesday_noon
