from datetime import timedelta

import pytest
from django.utils import timezone

from portal.worker import loop
from referrals.jobs import JOBS
from referrals.journey.drafts import begin
from referrals.models import Draft
from tests.referrals.conftest import pathway


def test_the_worker_finds_the_job_of_this_room():
    assert "forget-expired-drafts" in {job.name for job in loop.known_jobs()}


def test_answers_past_their_time_are_gone_within_the_hour():
    assert ("forget-expired-drafts", 3600) in [(name, seconds) for name, seconds, _ in JOBS]


@pytest.mark.django_db
def test_the_job_forgets_what_has_expired():
    begin(pathway())
    Draft.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    for _name, _seconds, run in JOBS:
        run()
    assert Draft.objects.get().sealed == ""
