"""By when first contact is due, over nights, weekends, bank holidays and changes of the clock."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referrals.demo.answers import finished
from referrals.intake import Submission, accept
from referrals.models import Band
from referrals.triage import services
from referrals.triage.services import due_for
from tests.referrals.conftest import PERSON, SLUGS, pathway

LONDON = ZoneInfo("Europe/London")
# gov.uk/bank-holidays, England.
HOLIDAYS = {
    date(2026, 1, 1), date(2026, 4, 3), date(2026, 4, 6), date(2026, 5, 4), date(2026, 5, 25),
    date(2026, 8, 31), date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1),
    date(2027, 3, 26), date(2027, 3, 29), date(2027, 5, 3), date(2027, 5, 31),
    date(2027, 8, 30), date(2027, 12, 27), date(2027, 12, 28), date(2028, 1, 3),
}  # fmt: skip
BANDS = st.sampled_from([(Band.TWO_DAYS, 2), (Band.FIVE_DAYS, 5)])
MOMENTS = st.datetimes(datetime(2026, 1, 2), datetime(2027, 12, 15), timezones=st.just(UTC))


def works(day: date) -> bool:
    return day.weekday() < 5 and day not in HOLIDAYS


def working_days_until(start: date, end: date) -> int:
    """Count the working days after `start` up to and with `end`."""
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(works(day) for day in days)


@given(MOMENTS, BANDS)
def test_it_is_due_on_a_working_day_between_nine_and_five(sent, band):
    due = due_for(band[0], sent).astimezone(LONDON)
    assert works(due.date())
    assert 9 <= due.hour < 17


@given(MOMENTS, BANDS)
def test_in_working_hours_it_is_that_many_working_days_later_at_the_same_hour(sent, band):
    local = sent.astimezone(LONDON)
    due = due_for(band[0], sent).astimezone(LONDON)
    if works(local.date()) and 9 <= local.hour < 17:
        assert working_days_until(local.date(), due.date()) == band[1]
        assert due.time() == local.time()
    else:
        assert (due.hour, due.minute, due.second) == (9, 0, 0)


@given(MOMENTS, BANDS)
def test_out_of_hours_the_clock_starts_at_nine_of_the_next_working_day(sent, band):
    local = sent.astimezone(LONDON)
    if works(local.date()) and 9 <= local.hour < 17:
        return
    due = due_for(band[0], sent).astimezone(LONDON)
    early = works(local.date()) and local.hour < 9
    assert working_days_until(local.date(), due.date()) == band[1] + (0 if early else 1)


@given(MOMENTS, MOMENTS, st.sampled_from([band for band in Band if band]))
def test_what_was_sent_later_is_never_due_earlier(one, other, band):
    early, late = sorted([one, other])
    assert due_for(band, early) <= due_for(band, late)


@given(MOMENTS)
def test_a_nearer_band_is_never_due_after_a_farther_one(sent):
    assert due_for(Band.TWO_DAYS, sent) < due_for(Band.FIVE_DAYS, sent)


@given(MOMENTS)
def test_a_day_is_24_hours_whatever_the_clocks_and_the_calendar_do(sent):
    assert due_for(Band.DAY, sent) - sent == timedelta(hours=24)


CASES = [
    ("an afternoon in summer", (2026, 6, 1, 16, 0), (2026, 6, 3, 16, 0)),
    ("five o'clock is too late", (2026, 6, 1, 17, 0), (2026, 6, 4, 9, 0)),
    ("a minute before five is not", (2026, 6, 1, 16, 59), (2026, 6, 3, 16, 59)),
    ("before nine it waits for nine", (2026, 6, 1, 8, 59), (2026, 6, 3, 9, 0)),
    ("a Saturday", (2026, 11, 21, 11, 0), (2026, 11, 25, 9, 0)),
    ("over Christmas", (2026, 12, 24, 10, 0), (2026, 12, 30, 10, 0)),
    ("on Boxing Day in lieu", (2026, 12, 28, 10, 0), (2026, 12, 31, 9, 0)),
    ("over New Year", (2026, 12, 31, 10, 0), (2027, 1, 5, 10, 0)),
    ("over Easter", (2026, 4, 2, 16, 59), (2026, 4, 8, 16, 59)),
    ("late before Easter", (2026, 4, 2, 17, 0), (2026, 4, 9, 9, 0)),
    ("over the spring change of the clocks", (2026, 3, 27, 10, 0), (2026, 3, 31, 10, 0)),
    ("over the autumn change of the clocks", (2026, 10, 23, 10, 0), (2026, 10, 27, 10, 0)),
    ("in the hour that there is twice", (2026, 10, 25, 1, 30), (2026, 10, 28, 9, 0)),
]


@pytest.mark.parametrize(
    ("sent", "due"),
    [pytest.param(sent, due, id=name) for name, sent, due in CASES],
)
def test_within_two_working_days(sent, due):
    moment = datetime(*sent, tzinfo=LONDON).astimezone(UTC)
    assert due_for(Band.TWO_DAYS, moment) == datetime(*due, tzinfo=LONDON)


@pytest.mark.django_db
@pytest.mark.parametrize(("slug", "days"), [(SLUGS[0], 2), (SLUGS[1], 5), (SLUGS[2], 2)])
@pytest.mark.parametrize("sent", [(2026, 12, 24, 10, 0), (2026, 6, 1, 17, 0)])
def test_before_anyone_reads_it_it_is_due_by_the_promise_of_its_form(slug, days, sent):
    moment = datetime(*sent, tzinfo=LONDON).astimezone(UTC)
    referral = accept(Submission(uuid4(), pathway(slug), finished(pathway(slug), PERSON), moment))
    assert referral.due_at == due_for(Band.TWO_DAYS if days == 2 else Band.FIVE_DAYS, moment)


@pytest.mark.django_db
def test_a_band_chosen_late_counts_from_the_sending_and_not_from_the_choice(make_referral, triage):
    sent = datetime(2026, 6, 1, 10, 0, tzinfo=LONDON)
    referral = make_referral(at=sent)
    for version, (band, due) in enumerate(
        [
            (Band.FIVE_DAYS, datetime(2026, 6, 8, 10, 0, tzinfo=LONDON)),
            (Band.DAY, datetime(2026, 6, 2, 10, 0, tzinfo=LONDON)),
            (Band.TWO_DAYS, datetime(2026, 6, 3, 10, 0, tzinfo=LONDON)),
        ],
        start=1,
    ):
        changed = services.set_band(referral.reference, band, triage, version)
        assert changed.due_at == due
