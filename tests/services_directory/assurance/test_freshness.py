from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services_directory.assurance.freshness import (
    Ages,
    cutoff,
    first_day_past,
    freshness,
    hides_on,
    is_past,
)
from services_directory.choices import Freshness
from tests.services_directory.assurance.build import TODAY

AGES = Ages(3, 6, 12)
DAYS = st.dates(date(2000, 1, 1), date(2090, 1, 1))
MONTHS = st.integers(1, 36)


@pytest.mark.parametrize(
    ("assured", "light"),
    [
        (TODAY, Freshness.GREEN),
        (date(2026, 8, 24), Freshness.GREEN),
        (date(2026, 8, 23), Freshness.AMBER),
        (date(2026, 5, 24), Freshness.AMBER),
        (date(2026, 5, 23), Freshness.RED),
        (date(2020, 1, 1), Freshness.RED),
        (None, Freshness.RED),
    ],
)
def test_a_check_is_green_for_three_months_and_red_after_six(assured, light):
    assert freshness(assured, TODAY) is light


@pytest.mark.parametrize(
    ("assured", "last_green", "first_amber"),
    [
        (date(2026, 8, 31), date(2026, 11, 30), date(2026, 12, 1)),
        (date(2025, 11, 30), date(2026, 2, 28), date(2026, 3, 1)),
        (date(2027, 11, 30), date(2028, 2, 29), date(2028, 3, 1)),
    ],
)
def test_a_short_month_ends_a_check_on_its_last_day(assured, last_green, first_amber):
    assert freshness(assured, last_green, AGES) is Freshness.GREEN
    assert freshness(assured, first_amber, AGES) is Freshness.AMBER
    assert first_day_past(assured, 3) == first_amber


@given(DAYS, DAYS, MONTHS)
def test_the_database_and_the_page_agree_on_every_day(assured, today, months):
    assert (assured < cutoff(today, months)) == is_past(assured, months, today)


@given(DAYS, MONTHS)
def test_the_first_day_past_is_the_first(assured, months):
    first = first_day_past(assured, months)
    assert is_past(assured, months, first)
    assert not is_past(assured, months, first - timedelta(days=1))


@given(DAYS, st.integers(0, 900))
def test_a_light_only_gets_worse_until_somebody_checks(assured, days):
    order = [Freshness.GREEN, Freshness.AMBER, Freshness.RED]
    now = freshness(assured, assured + timedelta(days=days), AGES)
    later = freshness(assured, assured + timedelta(days=days + 1), AGES)
    assert order.index(now) <= order.index(later)


def test_the_ages_are_settings(settings):
    settings.DIRECTORY_AMBER_MONTHS, settings.DIRECTORY_RED_MONTHS = 1, 2
    assert freshness(date(2026, 10, 20), TODAY) is Freshness.AMBER
    assert freshness(date(2026, 9, 20), TODAY) is Freshness.RED


@pytest.mark.parametrize(
    ("since", "overdue_since", "day"),
    [
        (date(2026, 4, 1), date(2026, 10, 2), date(2027, 4, 2)),
        (date(2020, 1, 1), date(2026, 11, 20), date(2026, 12, 18)),
        (date(2020, 1, 1), None, date(2026, 12, 22)),
    ],
)
def test_an_entry_is_hidden_by_age_but_never_without_notice(since, overdue_since, day):
    assert hides_on(since, overdue_since, TODAY) == day
