from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.utils import timezone
from post_office.models import Email
from wagtail.signal_handlers import disable_reference_index_auto_update

from portal import letters
from portal.places import demo as places
from services_directory import demo
from services_directory.assurance import worklist
from services_directory.assurance.problems import queries
from services_directory.demo.assurance import WRITTEN_ON, shifted
from services_directory.models import LinkCheck, ProblemReport, Service, Verification

pytestmark = pytest.mark.django_db
STATES = [Service, Verification, ProblemReport, LinkCheck, Email]


def load() -> None:
    with disable_reference_index_auto_update():
        places.load(lambda line: None)
        demo.load(lambda line: None)


@pytest.fixture
def a_year_later() -> Iterator[None]:
    with time_machine.travel("2027-12-05T12:00:00Z", tick=False):
        yield


def test_a_year_after_it_was_written_the_demo_still_shows_every_state(a_year_later):
    load()
    counts = worklist.counts(timezone.localdate(), letters.undeliverable())
    assert all(counts.values()), counts
    assert all(queries.counts(timezone.now()).values())
    green = Service.objects.filter(national=False, assured_date__gte="2027-09-06")
    assert green.count() > 60
    assert Service.objects.public().count() > 150


def test_a_second_load_adds_nothing_and_hides_nothing_again(a_year_later):
    load()
    hidden = Service.objects.exclude(hidden_since=None)
    hidden.update(hidden_since=None)
    before = [model.objects.count() for model in STATES]
    load()
    assert [model.objects.count() for model in STATES] == before
    assert not hidden.exists()


def test_days_move_with_the_calendar():
    with time_machine.travel("2026-12-02T12:00:00Z"):
        assert shifted(date(2026, 11, 16)) == date(2026, 11, 26)
        assert shifted(WRITTEN_ON) == date(2026, 12, 2)
        assert shifted(None) is None
