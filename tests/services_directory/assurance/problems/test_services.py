from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from post_office.models import Email

from services_directory.assurance.problems.services import (
    AlreadySettled,
    chase,
    report,
    settle,
)
from services_directory.models import ProblemReport, Service
from tests.services_directory.assurance.build import MAILBOX, entry, letters, owner
from tests.services_directory.build import LONDON

pytestmark = pytest.mark.django_db


def reported(**what: object) -> ProblemReport:
    return report(what.pop("service", None) or entry(), **{"reason": "times", **what})


def test_a_report_is_due_48_plain_hours_later_over_a_weekend_too(clock):
    clock.move_to(datetime(2026, 11, 27, 17, 0, tzinfo=LONDON))
    made = reported()
    assert made.due_at == datetime(2026, 11, 29, 17, 0, tzinfo=LONDON)


def test_the_owner_is_told_at_once():
    made = reported(words="They close at four.", from_the_service=True)
    (letter,) = letters()
    assert letter.to == [MAILBOX]
    assert "The opening times are wrong." in letter.message
    assert "They close at four." in letter.message
    assert "They say that they work for the service." in letter.message
    assert "by Thursday 26 November 2026, 12:00" in letter.message
    assert made.owner_told_at == timezone.now()


def test_what_is_sent_twice_is_one_report_and_one_letter(clock):
    service = entry()
    first, second = (report(service, reason="times", words="On Mondays now.") for _ in range(2))
    assert first == second
    assert len(letters()) == 1
    assert report(service, reason="times", words="And on Fridays.") != first
    clock.shift(timedelta(minutes=11))
    assert report(service, reason="times", words="On Mondays now.") != first


def test_without_a_mailbox_the_report_says_that_nobody_was_told():
    made = reported(service=entry(organization=owner(assurer_email="")))
    assert made.owner_told_at is None
    assert not letters()


def test_settling_answers_the_reporter_and_forgets_the_address(directory_editor):
    made = reported(reply_to="ada@home.example")
    Email.objects.all().delete()
    settle(made, directory_editor, "corrected", "We rang them. It is four o’clock.")
    (letter,) = letters()
    assert letter.to == ["ada@home.example"]
    assert "The entry was put right." in letter.message
    assert "We rang them. It is four o’clock." in letter.message
    made.refresh_from_db()
    assert made.reply_to == ""
    assert made.settled_by == directory_editor
    assert made.settled_at == made.answered_at == timezone.now()


def test_who_left_no_address_gets_no_letter(directory_editor):
    made = reported()
    Email.objects.all().delete()
    settle(made, directory_editor, "right", "We rang. It is right.")
    made.refresh_from_db()
    assert not letters()
    assert made.answered_at is None
    assert made.answer == "We rang. It is right."


def test_a_report_is_settled_once(directory_editor, administrator):
    made = reported(reply_to="ada@home.example")
    settle(made, directory_editor, "right", "First")
    with pytest.raises(AlreadySettled):
        settle(made, administrator, "removed", "Second")
    made.refresh_from_db()
    assert (made.outcome, made.answer) == ("right", "First")


class TestChase:
    def test_late_and_pressing_reports_go_to_the_directorys_mailbox_in_one_letter(self, clock):
        reported(service=entry("Night care"))
        clock.shift(timedelta(hours=30))
        reported(service=entry("Choir"))
        Email.objects.all().delete()
        clock.shift(timedelta(hours=19))
        assert chase() == 1
        (letter,) = letters()
        assert letter.to == ["directory@wyvernvale.example"]
        assert letter.subject == "1 problem report to settle"
        assert "LATE, was due Thursday 26 November, 12:00: Night care" in letter.message
        assert "Choir" not in letter.message
        assert "/staff/directory/problems/" in letter.message

    def test_nothing_pressing_no_letter(self, clock):
        reported()
        Email.objects.all().delete()
        clock.shift(timedelta(hours=35))
        assert chase() == 0
        assert not letters()

    def test_what_is_settled_is_not_chased(self, clock, directory_editor):
        settle(reported(), directory_editor, "right", "It is right.")
        clock.shift(timedelta(hours=60))
        assert chase() == 0

    def test_without_a_mailbox_nobody_is_written_to(self, clock, settings):
        settings.DIRECTORY_MAILBOX = ""
        reported()
        Email.objects.all().delete()
        clock.shift(timedelta(hours=60))
        assert chase() == 1
        assert not letters()


def test_an_entry_said_to_be_taken_down_is_hidden_at_once(administrator):
    made = reported()
    settle(made, administrator, "removed", "It has closed.")
    assert not Service.objects.public().filter(pk=made.service_id).exists()


@pytest.mark.parametrize("outcome", ["corrected", "right"])
def test_an_entry_put_right_or_right_stays(administrator, outcome):
    made = reported()
    settle(made, administrator, outcome, "Thank you.")
    assert Service.objects.public().filter(pk=made.service_id).exists()
