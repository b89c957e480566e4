"""What editors set to go live goes live, and what has expired goes."""

from datetime import UTC, datetime

import pytest
import time_machine

from content.models import InformationPage
from portal.worker.jobs import publish_scheduled
from portal.worker.loop import known_jobs
from tests.content.builders import add_information, make_home

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def live(page: InformationPage) -> bool:
    return InformationPage.objects.get(pk=page.pk).live


@pytest.mark.parametrize(("minute", "gone"), [(0, False), (2, True)])
def test_a_page_that_has_expired_is_taken_down(minute, gone):
    page = add_information(make_home(), "P", expire_at=NOON.replace(minute=1))
    with time_machine.travel(NOON.replace(minute=minute), tick=False):
        publish_scheduled()
    assert live(page) is not gone


@pytest.mark.parametrize(("minute", "shown"), [(0, False), (2, True)])
def test_a_page_that_waits_for_its_hour_is_shown_from_then(minute, shown):
    with time_machine.travel(NOON, tick=False):
        page = add_information(make_home(), "P", go_live_at=NOON.replace(minute=1))
        assert not live(page)
    with time_machine.travel(NOON.replace(minute=minute), tick=False):
        publish_scheduled()
    assert live(page) is shown


def test_every_job_has_a_name_of_its_own_and_a_pause():
    jobs = known_jobs()
    assert len({job.name for job in jobs}) == len(jobs)
    assert all(job.every >= 1 for job in jobs)
