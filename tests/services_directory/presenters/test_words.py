from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.places.queries import Place
from services_directory.models import Service
from services_directory.presenters import words
from services_directory.presenters.rows import row, where
from tests.services_directory import build

TODAY = date(2026, 11, 24)
HERE = Place("WY3 1AB", *build.HERE, area_codes=("east",), exact=True)


@pytest.mark.parametrize(
    ("assured", "colour", "text"),
    [
        (date(2026, 8, 24), "ok", "Checked 24 August 2026"),
        (date(2026, 8, 23), "warn", "Checked 23 August 2026, due again"),
        (date(2026, 5, 24), "warn", "Checked 24 May 2026, due again"),
        (date(2026, 5, 23), "urgent", "Not checked since 23 May 2026: ask first"),
        (date(2025, 11, 23), "urgent", "Not checked since 23 November 2025: ask first"),
        (None, "urgent", "Not checked yet: ask first"),
    ],
)
def test_a_check_is_green_amber_or_red_by_its_age(assured, colour, text):
    tag = words.checked(Service(assured_date=assured), TODAY)
    assert (tag.colour, tag.text) == (colour, text)


@pytest.mark.parametrize(
    ("weeks", "text"),
    [
        (0, "Waiting less than a week, said on 4 November"),
        (1, "Waiting about 1 week, said on 4 November"),
        (3, "Waiting about 3 weeks, said on 4 November"),
        (None, ""),
    ],
)
def test_a_wait_comes_with_the_day_it_was_said(weeks, text):
    service = Service(wait_weeks=weeks, wait_stated_on=date(2026, 11, 4))
    assert words.waiting(service, TODAY) == text


def test_a_wait_said_in_another_year_names_the_year():
    service = Service(wait_weeks=2, wait_stated_on=date(2025, 12, 4))
    assert words.waiting(service, TODAY).endswith("said on 4 December 2025")


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (None, None, ""),
        (TODAY, date(2026, 12, 1), "Closed until the end of 1 December 2026"),
        (date(2026, 1, 1), None, "Closed for now"),
        (
            date(2026, 12, 24),
            date(2027, 1, 3),
            "Will be closed from 24 December 2026 to 3 January 2027",
        ),
        (date(2026, 12, 24), None, "Closes for a time on 24 December 2026"),
        (date(2026, 1, 1), TODAY - timedelta(days=1), ""),
    ],
)
def test_a_closure_is_said_before_and_while_it_lasts(start, end, text):
    assert words.closure(Service(closed_from=start, closed_to=end), TODAY) == text


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({}, "Ask how to get this help."),
        ({"referral_self": True}, "You can ask for it yourself."),
        (
            {"referral_self": True, "referral_gp": True},
            "You can ask for it yourself. Your GP can ask too.",
        ),
        (
            {"referral_family": True, "referral_gp": True},
            "Family or a friend or your GP must ask for you.",
        ),
    ],
)
def test_who_may_ask_is_one_plain_statement(fields, text):
    assert words.who_may_ask(Service(**fields)) == text


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (18, None, "Aged 18 or over"),
        (5, 16, "Aged 5 to 16"),
        (0, 11, "Aged 11 or under"),
        (None, None, ""),
    ],
)
def test_ages_are_said_as_people_say_them(low, high, text):
    assert words.ages(Service(minimum_age=low, maximum_age=high)) == text


@pytest.mark.parametrize(
    ("km", "text"),
    [
        (0.2, "less than half a mile away"),
        (1.6, "about 1 mile away"),
        (3.7, "about 2.3 miles away"),
        (16.09344, "about 10 miles away"),
    ],
)
def test_distances_are_in_miles(km, text):
    assert words.miles(km) == text


@pytest.mark.django_db
class TestWhere:
    def test_a_real_place_has_a_distance_and_a_town(self):
        service = build.service()
        build.place(service)
        assert where(service, HERE) == "Less than half a mile away, Hollin Bridge"

    def test_a_private_place_has_its_outward_code_alone(self):
        service = build.service()
        build.place(service, confidential=True)
        assert where(service, HERE) == "Less than half a mile away, WY3"

    def test_without_a_place_the_area_is_said(self):
        service = build.service()
        build.covers(service, "east")
        assert where(service, HERE) == "Covers your area"
        assert where(service, None) == "For East"

    def test_a_national_line_says_so(self):
        assert where(build.service(national=True, mode_phone=True), HERE) == "National helpline"
        assert where(build.service(national=True), None) == "National service"

    def test_a_row_never_holds_what_is_for_staff(self):
        service = build.service(staff_phone="01632 960 900", internal_note="Note-X")
        assert "01632 960 900" not in repr(row(service))
        assert "Note-X" not in repr(row(service))


@pytest.mark.parametrize(
    ("cost", "text"),
    [
        ("free", "Free"),
        ("donation", "Free, donations welcome"),
        ("means_tested", "Depends on your money"),
        ("paid", "You pay"),
        ("", "Cost not stated: ask first"),
    ],
)
def test_the_cost_is_always_said(cost, text):
    assert words.cost(Service(cost=cost)) == text


@pytest.mark.parametrize(
    ("assured", "colour", "end"),
    [
        (TODAY, "ok", "2026"),
        (date(2026, 8, 25), "ok", "2026"),
        (date(2026, 5, 24), "warn", "due again"),
    ],
)
def test_the_day_at_a_border_belongs_to_the_better_side(assured, colour, end):
    tag = words.checked(Service(assured_date=assured), TODAY)
    assert tag.colour == colour
    assert tag.text.endswith(end)


@pytest.mark.parametrize(
    ("role", "text"),
    [
        ("Nurse manager", "by the nurse manager"),
        ("GP lead", "by the GP lead"),
        ("The provider", "by the provider"),
        ("St Wyvern's lead nurse", "by the St Wyvern's lead nurse"),
        ("", ""),
    ],
)
def test_a_role_stands_in_a_sentence(role, text):
    assert words.by_role(role) == text


@given(st.integers(0, 900), st.integers(0, 900))
def test_an_older_check_is_never_worth_more(younger, older):
    order = ["ok", "warn", "urgent"]
    younger, older = sorted((younger, older))
    colours = [
        words.checked(Service(assured_date=TODAY - timedelta(days=days)), TODAY).colour
        for days in (younger, older)
    ]
    assert order.index(colours[0]) <= order.index(colours[1])


@pytest.mark.parametrize(
    ("today", "text"),
    [
        (date(2026, 12, 23), "Will be closed from 24 December 2026 to 3 January 2027"),
        (date(2026, 12, 24), "Closed until the end of 3 January 2027"),
        (date(2027, 1, 3), "Closed until the end of 3 January 2027"),
        (date(2027, 1, 4), ""),
    ],
)
@pytest.mark.parametrize("status", ["active", "temporarily closed"])
def test_a_closure_changes_its_words_on_its_first_and_after_its_last_day(today, text, status):
    service = Service(closed_from=date(2026, 12, 24), closed_to=date(2027, 1, 3), status=status)
    assert words.closure(service, today) == text


def test_a_closure_by_status_alone_has_no_end_to_name():
    assert words.closure(Service(status="temporarily closed"), TODAY) == "Closed for now"


@pytest.mark.parametrize(
    ("given_by", "text"),
    [
        ((), ""),
        (("phone",), "By phone"),
        (("online", "in_person"), "In person and online"),
        (("in_person", "phone", "home_visit"), "In person, by phone and at home"),
    ],
)
def test_how_it_is_given_is_one_phrase(given_by, text):
    assert words.modes(Service(**{f"mode_{mode}": True for mode in given_by})) == text


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"referral_family": True}, "Family or a friend must ask for you."),
        (
            {"referral_professional": True},
            "A professional such as a nurse or social worker must ask for you.",
        ),
        (
            {"referral_self": True, "referral_family": True, "referral_gp": True},
            "You can ask for it yourself. Family or a friend and your GP can ask too.",
        ),
    ],
)
def test_every_route_has_its_words(fields, text):
    assert words.who_may_ask(Service(**fields)) == text
