from datetime import date, timedelta

import pytest
from wagtail.models import ModelLogEntry

from services_directory.assurance import hiding
from services_directory.assurance.hiding import hide_overdue
from services_directory.assurance.services import record_check
from services_directory.models import Service
from tests.services_directory.assurance.build import AMBER, GREEN, OLD, RED, TODAY, entry

pytestmark = pytest.mark.django_db


def fresh(service: Service) -> Service:
    return Service.objects.get(pk=service.pk)


def test_an_old_entry_is_hidden_only_after_its_notice_on_the_work_list(clock):
    service = entry(assured=OLD)
    assert hide_overdue() == 0
    assert fresh(service).overdue_since == TODAY
    clock.shift(timedelta(days=27))
    assert hide_overdue() == 0
    clock.shift(timedelta(days=1))
    assert hide_overdue() == 1
    assert fresh(service).hidden_since == TODAY + timedelta(days=28)


@pytest.mark.parametrize(
    ("assured", "noted"), [(GREEN, None), (AMBER, None), (RED, TODAY), (OLD, TODAY), (None, TODAY)]
)
def test_what_is_red_is_noted_with_the_day(assured, noted):
    service = entry(assured=assured)
    hide_overdue()
    assert fresh(service).overdue_since == noted


def test_the_first_day_on_the_list_stays():
    service = entry(assured=RED, overdue_since=date(2026, 10, 2))
    hide_overdue()
    assert fresh(service).overdue_since == date(2026, 10, 2)


def test_what_is_green_again_leaves_the_list():
    service = entry(assured=GREEN, overdue_since=date(2026, 5, 1))
    hide_overdue()
    assert fresh(service).overdue_since is None


def test_red_alone_is_not_hidden_however_long_it_is_on_the_list():
    service = entry(assured=RED, overdue_since=date(2026, 10, 2))
    assert hide_overdue() == 0
    assert fresh(service).is_public


@pytest.mark.parametrize("kept", [{"open_24_hours": True}, {"pathway": "bereavement-support"}])
def test_what_may_be_somebodys_last_answer_is_never_hidden_by_age(kept):
    service = entry(assured=date(2020, 1, 1), overdue_since=date(2021, 1, 1), **kept)
    assert hide_overdue() == 0
    assert fresh(service).is_public


@pytest.mark.parametrize(
    ("published", "hidden"), [(date(2025, 11, 1), True), (date(2026, 1, 1), False)]
)
def test_an_entry_that_was_never_checked_counts_from_its_publication(published, hidden):
    service = entry(assured=None, overdue_since=date(2026, 1, 2))
    Service.objects.update(first_published_at=f"{published}T12:00:00Z")
    hide_overdue()
    assert (fresh(service).hidden_since is not None) == hidden


def test_an_entry_without_any_date_is_not_hidden():
    service = entry(assured=None, overdue_since=date(2020, 1, 1))
    Service.objects.update(first_published_at=None)
    assert hide_overdue() == 0
    assert fresh(service).is_public


def test_a_second_run_changes_nothing():
    service = entry(assured=OLD, overdue_since=date(2026, 4, 2))
    assert hide_overdue() == 1
    assert hide_overdue() == 0
    assert ModelLogEntry.objects.for_instance(service).count() == 1


def test_many_are_hidden_in_parts(monkeypatch):
    monkeypatch.setattr(hiding, "AT_ONCE", 2)
    for number in range(5):
        entry(f"Old {number}", assured=OLD, overdue_since=date(2026, 4, 2))
    assert hide_overdue() == 5


@pytest.mark.parametrize("state", [{"live": False}, {"status": "defunct"}])
def test_what_the_public_does_not_see_anyway_is_left_alone(state):
    service = entry(assured=OLD, overdue_since=date(2026, 4, 2))
    Service.objects.update(**state)
    assert hide_overdue() == 0
    assert fresh(service).hidden_since is None


def test_a_check_after_hiding_shows_the_entry_and_it_stays(clock):
    service = entry(assured=OLD, overdue_since=date(2026, 4, 2))
    hide_overdue()
    record_check(service, role="Nurse manager", checked="Phone")
    clock.shift(timedelta(days=1))
    assert hide_overdue() == 0
    assert fresh(service).is_public
