from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from portal import outside
from portal.outside import Reached
from services_directory.assurance.link_checks import (
    BROKEN,
    check_in_turn,
    check_links,
    note_addresses,
    note_answer,
)
from services_directory.models import LinkCheck, Service
from tests.services_directory.assurance.build import entry, owner

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
WORKS, GONE = Reached(200), Reached(404)
NO_ANSWER = Reached(None, "The server did not answer in time.")


@pytest.fixture
def asked(monkeypatch) -> list[str]:
    """The addresses that were asked; each answers 200 unless it has "gone" in it."""
    found: list[str] = []

    def reach(url: str) -> Reached:
        found.append(url)
        return GONE if "gone" in url else WORKS

    monkeypatch.setattr(outside, "reach", reach)
    return found


def check(url: str = "https://hospice.org.uk/", **fields: object) -> LinkCheck:
    return LinkCheck.objects.create(url=url, **fields)


def test_addresses_of_entries_and_providers_are_watched_each_once():
    both = owner(website="https://hospice.org.uk/")
    entry("One", organization=both, url="https://hospice.org.uk/one")
    entry("Two", organization=both, url="https://hospice.org.uk/")
    note_addresses()
    note_addresses()
    assert sorted(LinkCheck.objects.values_list("url", flat=True)) == [
        "https://hospice.org.uk/",
        "https://hospice.org.uk/one",
    ]


def test_an_address_that_no_entry_names_any_more_is_forgotten():
    entry("One", url="https://hospice.org.uk/one")
    note_addresses()
    Service.objects.update(live=False)
    note_addresses()
    assert not LinkCheck.objects.exists()


def test_two_failures_on_different_days_count(clock):
    link = check()
    note_answer(link, GONE, timezone.now())
    assert not LinkCheck.objects.filter(BROKEN).exists()
    clock.shift(DAY)
    note_answer(link, NO_ANSWER, timezone.now())
    (broken,) = LinkCheck.objects.filter(BROKEN)
    assert broken.failing_since == timezone.now() - DAY
    assert broken.problem == "The server did not answer in time."


def test_two_failures_on_one_day_do_not(clock):
    link = check()
    for _ in range(3):
        note_answer(link, GONE, timezone.now())
        clock.shift(timedelta(hours=2))
    assert link.failures == 1


def test_an_answer_puts_it_right():
    link = check(failures=5, failing_since=timezone.now(), problem="Late")
    note_answer(link, WORKS, timezone.now())
    link.refresh_from_db()
    assert (link.failures, link.failing_since, link.problem) == (0, None, "")


@pytest.mark.parametrize("status", [401, 403, 429, 999])
@pytest.mark.parametrize("failures", [0, 1, 3])
def test_a_refusal_of_programs_says_nothing_either_way(status, failures):
    link = check(failures=failures)
    note_answer(link, Reached(status), timezone.now())
    link.refresh_from_db()
    assert (link.status, link.failures) == (status, failures)
    assert "look at it yourself" in link.problem


@pytest.mark.parametrize("status", [404, 410, 500, 503])
def test_other_errors_are_failures(status):
    link = check()
    note_answer(link, Reached(status), timezone.now())
    assert link.failures == 1


def test_a_long_complaint_is_cut():
    link = check()
    note_answer(link, Reached(None, "x" * 999), timezone.now())
    link.refresh_from_db()
    assert len(link.problem) == 200


def test_an_address_is_asked_once_a_week(asked, clock):
    check()
    assert [check_links(), check_links()] == [1, 0]
    clock.shift(timedelta(days=7, seconds=1))
    assert check_links() == 1


def test_one_that_fails_is_asked_again_the_next_day(asked, clock):
    check("https://gone.org.uk/")
    assert check_links() == 1
    clock.shift(timedelta(hours=19))
    assert check_links() == 0
    clock.shift(timedelta(hours=2))
    assert check_links() == 1
    assert LinkCheck.objects.filter(BROKEN).exists()


def test_a_run_asks_few_and_no_host_twice(asked):
    for path in "abc":
        check(f"https://Hospice.org.uk/{path}")
    for number in range(4):
        check(f"https://host{number}.org.uk/")
    assert check_links(limit=3) == 3
    assert len({url.split("/")[2].lower() for url in asked}) == 3


@pytest.mark.parametrize(
    "url", ["https://hospice.example/", "http://a.invalid/", "http://[bad", "https:///x"]
)
def test_names_that_lead_nowhere_are_not_asked(asked, url):
    check(url)
    assert check_links() == 0
    assert asked == []


def test_a_private_address_is_refused_in_words_without_a_stand_in():
    check("http://127.0.0.1:9/")
    check_links()
    link = LinkCheck.objects.get()
    assert link.status is None
    assert link.problem
    assert link.failures == 1


def test_the_command_says_what_it_did(asked):
    entry("One", url="https://gone.org.uk/")
    LinkCheck.objects.create(
        url="https://gone.org.uk/", failures=1, checked_at=timezone.now() - DAY
    )
    out = StringIO()
    call_command("check_links", stdout=out)
    assert "1 asked; 1 broken." in out.getvalue()
    assert "https://gone.org.uk/ (404)" in out.getvalue()


@pytest.mark.parametrize(("wanted", "number"), [(True, 3), (False, 0)])
def test_the_worker_asks_a_few_unless_it_is_told_not_to(asked, settings, wanted, number):
    settings.DIRECTORY_CHECKS_LINKS = wanted
    for each in range(5):
        check(f"https://host{each}.org.uk/")
    assert check_in_turn() == number
    assert len(asked) == number
