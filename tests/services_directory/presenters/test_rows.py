"""What a list says of a service, and in which order."""

from datetime import date, timedelta

import pytest

from portal.places.queries import Place
from services_directory.models import Phone, Service
from services_directory.presenters.rows import row, tags, where
from services_directory.presenters.words import Tag
from tests.services_directory import build

pytestmark = pytest.mark.django_db
NOON = build.TUESDAY_NOON
HERE = Place("WY3 1AB", *build.HERE, area_codes=("east",), exact=True)


def texts(service: Service) -> list[str]:
    return [tag.text for tag in tags(service, NOON)]


def test_tags_go_from_what_can_stop_a_journey_to_what_can_wait():
    service = build.service(
        cost="free", referral_self=True, wait_weeks=3, wait_stated_on=date(2026, 11, 4)
    )
    build.opens(service)
    assert tags(service, NOON) == [
        Tag("Open now until 5 pm", "ok"),
        Tag("Free"),
        Tag("Ask for it yourself"),
        Tag("In person"),
        Tag("Waiting about 3 weeks, said on 4 November", "info"),
    ]


def test_what_nobody_has_said_makes_no_tag_but_the_cost_always_does():
    assert texts(build.service(mode_in_person=False)) == ["Cost not stated: ask first"]


def test_a_service_that_is_shut_at_the_moment_makes_no_tag_of_it():
    service = build.service()
    build.opens(service, "MO")
    assert not any("pen" in text for text in texts(service))


def test_a_closure_takes_the_place_of_open_now():
    service = build.service(open_24_hours=True, status="temporarily closed")
    assert tags(service, NOON)[0] == Tag("Closed for now", "warn")
    assert not any("Open now" in text for text in texts(service))


def test_a_closure_to_come_is_said_while_it_is_still_open():
    service = build.service(open_24_hours=True, closed_from=NOON.date() + timedelta(days=7))
    assert tags(service, NOON)[0] == Tag("Closes for a time on 1 December 2026", "warn")


@pytest.mark.parametrize(
    ("routes", "words"),
    [
        (("self",), "Ask for it yourself"),
        (("self", "professional"), "Ask for it yourself"),
        (("family",), "Family or a friend can ask"),
        (("family", "gp"), "Family or a friend can ask"),
        (("gp",), "A professional must ask"),
        (("professional",), "A professional must ask"),
    ],
)
def test_a_row_says_who_may_ask(routes, words):
    fields = {f"referral_{route}": True for route in routes}
    assert words in texts(build.service(**fields))


def test_a_row_without_routes_says_nothing_of_asking():
    assert not any("ask for" in text.lower() for text in texts(build.service(cost="free")))


def test_a_row_has_the_first_phone_in_the_order_of_the_editors():
    service = build.service()
    Phone.objects.create(service=service, number="01632 960 002", sort_order=2)
    Phone.objects.create(service=service, number="01632 960 001", sort_order=1)
    assert row(service, NOON).phone == "01632 960 001"
    assert row(build.service("Other"), NOON).phone == ""


def test_a_row_holds_the_plain_facts():
    service = build.service("Night sitting", assured_date=date(2026, 11, 1))
    made = row(service, NOON)
    assert (made.id, made.url) == (str(service.pk), f"/services/{service.pk}/")
    assert (made.name, made.provider) == ("Night sitting", "St Wyvern's Hospice")
    assert made.summary == "People who grieve, together."
    assert made.checked == Tag("Checked 1 November 2026", "ok")


def test_a_row_without_a_time_speaks_of_now(tuesday_noon):
    service = build.service()
    build.opens(service)
    assert row(service).tags[0].text == "Open now until 5 pm"


class TestWhere:
    def test_the_nearest_of_its_places_is_said(self):
        service = build.service()
        build.place(service, (54.2, 1.5))
        build.place(service, (54.02, 1.5))
        assert where(service, HERE) == "About 1.4 miles away, Hollin Bridge"

    def test_a_national_service_with_a_place_here_says_both(self):
        service = build.service(national=True, mode_phone=True)
        build.place(service)
        assert where(service, HERE) == (
            "Less than half a mile away, Hollin Bridge; national helpline"
        )

    def test_an_area_that_does_not_hold_the_place_is_named(self):
        service = build.service()
        for code in ("west", "north"):
            build.covers(service, code)
        assert where(service, HERE) in {"For West, North", "For North, West"}

    def test_a_place_that_is_not_known_gives_no_distance(self):
        service = build.service()
        build.place(service)
        assert where(service, None) == ""

    def test_a_place_without_an_address_has_a_distance_alone(self):
        service = build.service()
        build.place(service).addresses.all().delete()
        assert where(service, HERE) == "Less than half a mile away"
