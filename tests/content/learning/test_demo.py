from datetime import UTC, datetime

import pytest
from django.db.models import F

from content.learning import demo
from content.learning.models import Framework, LearningOffering, LearningSession

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded() -> list[str]:
    said: list[str] = []
    demo.load(said.append)
    return said


def test_every_row_of_the_files_becomes_a_thing(loaded):
    assert LearningOffering.objects.filter(live=True).count() == len(demo.rows("offerings"))
    assert LearningSession.objects.count() == len(demo.rows("sessions"))
    assert Framework.objects.count() == len(demo.rows("frameworks"))
    assert any("courses" in line for line in loaded)


def test_all_that_is_loaded_would_pass_the_editors_form(loaded):
    for offering in LearningOffering.objects.all():
        offering.full_clean()
    for session in LearningSession.objects.all():
        session.full_clean()


def test_loading_again_adds_nothing_and_keeps_edits(loaded):
    LearningOffering.objects.filter(slug="dying-well-together").update(title="Edited")
    before = list(LearningSession.objects.order_by("pk").values_list("pk", "uid", "sequence"))
    demo.load(lambda line: None)
    assert LearningOffering.objects.get(slug="dying-well-together").title == "Edited"
    after = list(LearningSession.objects.order_by("pk").values_list("pk", "uid", "sequence"))
    assert after == before


def test_times_in_the_files_are_local():
    assert demo.local_moment("2027-06-15T09:15") == datetime(2027, 6, 15, 8, 15, tzinfo=UTC)
    assert demo.local_moment("2027-01-15T09:15") == datetime(2027, 1, 15, 9, 15, tzinfo=UTC)


def test_courses_are_mapped_to_the_subjects_named_in_the_file(loaded):
    offering = LearningOffering.objects.get(slug="communication-foundation")
    row = next(row for row in demo.rows("offerings") if row["key"] == offering.slug)
    mapped = offering.subjects.values_list("framework__key", "key")
    assert {":".join(pair) for pair in mapped} == set(row["subjects"].split("|"))


def test_a_cost_that_nobody_gave_is_to_be_asked(loaded):
    unknown = [row["key"] for row in demo.rows("offerings") if not row["cost"]]
    asked = LearningOffering.objects.filter(cost="ask").values_list("slug", flat=True)
    assert sorted(asked) == sorted(unknown)


def test_no_offering_counts_more_participatory_than_learning_hours(loaded):
    wrong = LearningOffering.objects.filter(participatory_hours__gt=F("hours"))
    assert not wrong.exists()
