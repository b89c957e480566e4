from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from content.learning.models import Framework, LearningSession
from tests.content.learning.makers import make_offering, make_session, make_subject

pytestmark = pytest.mark.django_db


def test_a_change_that_calendars_show_raises_the_sequence_once():
    session = make_session(make_offering())
    uid, before = session.uid, session.changed
    session.status = "cancelled"
    session.save()
    session.save()
    session.refresh_from_db()
    assert (session.uid, session.sequence) == (uid, 1)
    assert session.changed > before


def test_a_change_of_the_number_of_places_leaves_calendars_alone():
    session = make_session(make_offering())
    session.capacity_text = "12 places"
    session.save()
    assert session.sequence == 0


def test_an_old_copy_in_memory_cannot_lower_the_sequence():
    session = make_session(make_offering())
    old_copy = LearningSession.objects.get(pk=session.pk)
    session.place = "Carrow Library"
    session.save()
    old_copy.starts += timedelta(days=1)
    old_copy.ends += timedelta(days=1)
    old_copy.save()
    assert old_copy.sequence == 2


def test_a_date_cannot_end_before_it_starts():
    session = make_session(make_offering())
    session.ends = session.starts
    with pytest.raises(ValidationError, match="after the start"):
        session.full_clean()


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"hours": 1, "participatory_hours": 2}, "participatory_hours"),
        ({"hours": None, "participatory_hours": 1}, "participatory_hours"),
        ({"cost": "paid", "cost_text": ""}, "cost_text"),
        ({"booking_email": ""}, "booking_url"),
        ({"audiences": []}, "audiences"),
        ({"audiences": ["martians"]}, "audiences"),
    ],
)
def test_an_offering_that_would_mislead_is_refused(values, field):
    offering = make_offering()
    for name, value in values.items():
        setattr(offering, name, value)
    with pytest.raises(ValidationError) as refusal:
        offering.full_clean()
    assert field in refusal.value.message_dict


def test_a_sound_offering_is_accepted():
    make_offering(checked=date(2026, 11, 2)).full_clean()


def test_two_versions_of_a_framework_stand_side_by_side_with_their_mappings():
    offering = make_offering()
    offering.subjects = [make_subject("2017"), make_subject("2027")]
    offering.save()
    assert Framework.objects.count() == 2
    assert {each.framework.version for each in offering.subjects.all()} == {"2017", "2027"}


def test_a_version_of_a_framework_exists_once():
    make_subject("2017")
    with pytest.raises(IntegrityError):
        Framework.objects.create(key="other", name="Core Skills", version="2017")
