import logging
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from services_directory.assurance import asking
from services_directory.assurance.asking import ask_again, ask_due, send_fresh_link
from services_directory.assurance.links import open_verification
from services_directory.assurance.services import record_check
from services_directory.models import Organization, Service, Verification
from tests.services_directory.assurance.build import (
    AMBER,
    GREEN,
    MAILBOX,
    OLD,
    RED,
    entry,
    letters,
    links,
    owner,
    question,
    undelivered,
)

pytestmark = pytest.mark.django_db


def test_a_mailbox_gets_one_letter_with_a_link_for_each_entry_that_is_due():
    due = {entry("Night care", AMBER), entry("Day centre", RED), entry("Choir", None)}
    entry("Checked lately", GREEN)
    assert ask_due() == 1
    (letter,) = letters()
    assert letter.to == [MAILBOX]
    tokens = [link.split("/")[2] for link in links(letter)]
    assert {open_verification(token).service for token in tokens} == due
    assert "Checked lately" not in letter.message


def test_the_longest_unchecked_stands_first():
    entry("B", RED), entry("A", AMBER), entry("C", None)
    ask_due()
    message = letters()[0].message
    assert message.index("\nC\n") < message.index("\nB\n") < message.index("\nA\n")


def test_each_mailbox_gets_a_letter_of_its_own():
    entry("One", AMBER)
    entry("Two", AMBER, organization=owner("Another", assurer_email="other@b.example"))
    assert ask_due() == 2
    assert sorted(letter.to[0] for letter in letters()) == [MAILBOX, "other@b.example"]
    assert all(len(links(letter)) == 1 for letter in letters())


def test_the_letter_says_what_it_is_and_holds_no_markup():
    entry("Tea & <talk>", AMBER)
    ask_due()
    (letter,) = letters()
    assert letter.subject == "Is this still right? Tea & <talk>"
    assert "Tea & <talk>\nLast checked on 1 July 2026." in letter.message
    assert "Each link works once, until 22 December 2026." in letter.message
    assert "Opening the link alone changes nothing." in letter.message


def test_nobody_is_asked_again_within_four_weeks(clock):
    entry(assured=AMBER)
    assert ask_due() == 1
    clock.shift(timedelta(weeks=4, seconds=-1))
    assert ask_due() == 0
    clock.shift(timedelta(seconds=2))
    assert ask_due() == 1


def test_who_has_answered_is_not_asked(clock):
    service = entry(assured=AMBER)
    ask_due()
    record_check(service, role="Nurse manager", checked="Phone")
    clock.shift(timedelta(weeks=8))
    assert ask_due() == 0


@pytest.mark.parametrize("state", [{"live": False}, {"status": "inactive"}])
def test_nobody_is_asked_about_what_was_taken_down(state):
    entry(assured=RED)
    Service.objects.update(**state)
    assert ask_due() == 0


def test_a_hidden_entry_is_still_asked_about():
    entry(assured=OLD, hidden_since="2026-11-01")
    assert ask_due() == 1
    assert "It is hidden now; your answer shows it again." in letters()[0].message


def test_an_address_that_letters_do_not_reach_is_not_written_to():
    undelivered(MAILBOX)
    entry(assured=AMBER)
    assert ask_due() == 0
    assert not Verification.objects.exists()


def test_an_address_that_is_none_keeps_no_other_letter_back(caplog):
    entry("One", AMBER, organization=owner("Bad", assurer_email="no address"))
    entry("Two", AMBER)
    with caplog.at_level(logging.ERROR):
        assert ask_due() == 1
    assert letters()[0].to == [MAILBOX]
    assert Verification.objects.count() == 1
    assert "no address" not in caplog.text


def test_a_long_list_is_asked_in_parts(monkeypatch):
    monkeypatch.setattr(asking, "MOST_IN_A_LETTER", 2)
    for name in "abc":
        entry(name, AMBER)
    assert [ask_due(), ask_due(), ask_due()] == [1, 1, 0]
    assert [len(links(letter)) for letter in letters()] == [2, 1]


def test_a_letter_and_its_questions_are_one_change():
    service = entry(assured=AMBER)
    with pytest.raises(ValidationError):
        asking.ask("no address", [service])
    assert not letters()
    assert not Verification.objects.exists()


class TestAgain:
    def test_staff_may_ask_at_once(self, directory_editor):
        service = entry(assured=GREEN)
        question(service)
        assert ask_again(service, directory_editor) == MAILBOX
        assert len(letters()) == 1

    def test_asking_again_clears_what_could_not_be_delivered(self, directory_editor):
        undelivered(MAILBOX)
        ask_again(entry(), directory_editor)
        (letter,) = letters()
        assert links(letter)

    def test_without_a_mailbox_nobody_is_asked(self, directory_editor):
        service = entry(organization=owner(assurer_email=""))
        assert ask_again(service, directory_editor) == ""
        assert not letters()


class TestFreshLink:
    def test_it_goes_to_the_mailbox_of_today_not_to_that_of_the_old_letter(self, clock):
        old = question(entry())
        Organization.objects.update(assurer_email="new@hospice.example")
        old.service.organization.refresh_from_db()
        clock.shift(timedelta(weeks=5))
        send_fresh_link(old)
        (letter,) = letters()
        assert letter.to == ["new@hospice.example"]
        assert open_verification(links(letter)[0].split("/")[2]) != old

    def test_within_ten_minutes_of_a_letter_nothing_is_sent(self, clock):
        old = question(entry(), timezone.now() - timedelta(weeks=5))
        send_fresh_link(old)
        clock.shift(timedelta(minutes=9))
        send_fresh_link(old)
        assert len(letters()) == 1
        clock.shift(timedelta(minutes=2))
        send_fresh_link(old)
        assert len(letters()) == 2
