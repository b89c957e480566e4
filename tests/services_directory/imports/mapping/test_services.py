from datetime import date
from uuid import UUID

import pytest

from services_directory.imports.draft import Context
from services_directory.imports.mapping import draft_of
from services_directory.imports.vocabulary import Vocabulary
from services_directory.models import Feed, ImportRow
from tests.services_directory.imports.mapping.drafting import drafted, key_of

LATE = "Waiting time: the feed does not say when it was stated."


def values(**data):
    return drafted("service", name="Moor group", **data).values


def test_a_service_is_taken_over_field_by_field():
    made = values(
        organization_id="o1", description="People meet.\nOn the moor.", fd_summary="We meet.",
        alert="New door", fd_checked="Times", application_process="Ring.", status="inactive",
        eligibility_description="Anyone.", fd_assurer_role="Desk", fees_description="Tea costs 1.",
        url="https://moor.example", email="moor@example.com", fd_closed_to="2026-12-26",
        fd_closed_from="2026-12-24", fd_cost="donation", minimum_age=18, maximum_age="99",
        fd_wait_weeks=3, wait_time="Three weeks or so", fd_wait_stated_on="2026-10-01",
        assured_date="2026-10-02", fd_modes=["phone"], fd_referral_routes=["gp"], fd_national=True,
        fees="Never read",
    )  # fmt: skip
    assert made == {
        "organization_id": key_of("organization", "o1"), "name": "Moor group",
        "summary": "We meet.", "description": "People meet.\nOn the moor.", "status": "inactive",
        "url": "https://moor.example", "email": "moor@example.com", "alert": "New door",
        "closed_from": date(2026, 12, 24), "closed_to": date(2026, 12, 26),
        "mode_in_person": False, "mode_phone": True, "mode_online": False,
        "mode_home_visit": False, "national": True, "open_24_hours": False, "cost": "donation",
        "fees_description": "Tea costs 1.", "referral_self": False, "referral_family": False,
        "referral_professional": False, "referral_gp": True, "application_process": "Ring.",
        "eligibility_description": "Anyone.", "minimum_age": 18, "maximum_age": 99,
        "wait_time": "Three weeks or so", "wait_weeks": 3, "wait_stated_on": date(2026, 10, 1),
        "assured_date": date(2026, 10, 2), "assurer_role": "Desk", "checked": "Times",
    }  # fmt: skip


def test_a_service_that_gives_its_name_alone_runs_and_is_described_by_it():
    found = drafted("service", name="Moor group")
    made = {name: value for name, value in found.values.items() if value not in (None, "", False)}
    assert made.pop("organization_id") == key_of("organization", "")
    assert made == {
        "name": "Moor group", "summary": "Moor group", "description": "Moor group",
        "status": "active",
    }  # fmt: skip
    assert found.left_out == []


def test_the_summary_is_the_first_line_of_the_description_when_there_is_none():
    assert values(description="People meet.\nOn the moor.")["summary"] == "People meet."
    assert len(values(description="word " * 100)["summary"]) <= 240


@pytest.mark.parametrize(
    ("cost", "described", "kept"), [("", "", "5 pounds"), ("paid", "", ""), ("", "Ask", "Ask")]
)
def test_words_about_fees_are_kept_when_nothing_else_says_the_cost(cost, described, kept):
    made = values(fees="5 pounds", fd_cost=cost, fees_description=described)
    assert made["fees_description"] == kept


@pytest.mark.parametrize(
    ("status", "closed", "kept"),
    [
        ("temporarily closed", {"fd_closed_from": "2026-12-24"}, "active"),
        ("temporarily closed", {"fd_closed_to": "2026-12-24"}, "active"),
        ("temporarily closed", {}, "temporarily closed"),
        ("inactive", {"fd_closed_from": "2026-12-24"}, "inactive"),
    ],
)
def test_where_there_are_dates_they_say_when_it_is_closed(status, closed, kept):
    assert values(status=status, **closed)["status"] == kept


def test_a_check_without_a_role_is_that_of_the_feed_however_long_its_name():
    assert values(assured_date="2026-10-02")["assurer_role"] == "Eastmoor Council"
    assert values()["assurer_role"] == ""
    row = ImportRow(kind="service", key=UUID(int=1), data={"assured_date": "2026-10-02"})
    long = Context(Feed(pk=UUID(int=2), name="x" * 160), Vocabulary(), {})
    assert draft_of(row, long).values["assurer_role"] == "x" * 120


@pytest.mark.parametrize(
    ("data", "wait", "weeks", "left_out"),
    [
        ({"wait_time": "Long"}, "", None, [LATE]),
        ({"fd_wait_weeks": 0}, "", None, [LATE]),
        ({"fd_wait_stated_on": "2026-10-01"}, "", None, []),
        ({"wait_time": "Long", "fd_wait_stated_on": "2026-10-01"}, "Long", None, []),
        ({"fd_wait_weeks": 0, "fd_wait_stated_on": "2026-10-01"}, "", 0, []),
        # what another Front Door makes of the number
        ({"fd_wait_weeks": 1, "wait_time": "1 week", "fd_wait_stated_on": "2026-10-01"}, "", 1, []),
        ({"fd_wait_weeks": 2, "wait_time": "2 weeks", "fd_wait_stated_on": "2026-10-01"},
         "", 2, []),
        ({"fd_wait_weeks": 2, "wait_time": "2 week", "fd_wait_stated_on": "2026-10-01"},
         "2 week", 2, []),
    ],
)  # fmt: skip
def test_a_waiting_time_is_kept_with_its_day_alone(data, wait, weeks, left_out):
    found = drafted("service", name="Moor group", **data)
    assert (found.values["wait_time"], found.values["wait_weeks"]) == (wait, weeks)
    assert found.left_out == left_out


@pytest.mark.parametrize("odd", ["phone", None, {"phone": 1}, 7])
def test_ways_that_are_no_list_are_none(odd):
    assert not values(fd_modes=odd)["mode_phone"]
