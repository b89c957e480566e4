from datetime import date

import pytest
from django.utils import timezone

from services_directory.assurance.worklist_rows import next_step, row
from services_directory.models import Service
from tests.services_directory.assurance.build import AMBER, GREEN, MAILBOX, OLD, RED, TODAY, owner

NOVEMBER = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"assured_date": GREEN}, ""),
        ({"assured_date": AMBER}, ""),
        ({"assured_date": RED, "overdue_since": NOVEMBER}, "Will be hidden on 2 April 2027"),
        ({"assured_date": OLD, "overdue_since": NOVEMBER}, "Will be hidden on 30 November 2026"),
        ({"assured_date": OLD}, "Will be hidden on 22 December 2026"),
        ({"assured_date": OLD, "hidden_since": NOVEMBER}, "Hidden since 2 November 2026"),
        ({"assured_date": OLD, "open_24_hours": True}, "Never hidden by age: ring it first"),
        ({"assured_date": OLD, "pathway": "x"}, "Never hidden by age: ring it first"),
        ({}, ""),
    ],
)
def test_a_row_says_what_happens_if_nobody_does_anything(facts, words):
    assert next_step(Service(**facts), TODAY) == words


def test_one_never_checked_counts_from_its_publication():
    service = Service(first_published_at=timezone.now())
    assert next_step(service, TODAY) == "Will be hidden on 25 November 2027"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("mailbox", "lost", "words"),
    [
        (MAILBOX, set(), []),
        (MAILBOX, {MAILBOX}, ["Letters do not arrive"]),
        ("", {MAILBOX}, ["No mailbox"]),
    ],
)
def test_a_row_says_when_nobody_can_be_asked(mailbox, lost, words):
    service = Service(organization=owner(assurer_email=mailbox))
    found = row(service, TODAY, lost)
    assert [tag.text for tag in found.problems] == words
    assert found.asked == "Not asked"


@pytest.mark.django_db
def test_a_row_says_what_else_is_wrong():
    service = Service(organization=owner())
    service.has_problem = service.has_broken_link = True
    service.last_asked = timezone.now()
    found = row(service, TODAY, set())
    assert [tag.text for tag in found.problems] == ["Problem reported", "Broken link"]
    assert found.asked == "Asked on 24 November 2026"
