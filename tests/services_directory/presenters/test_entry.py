"""Every word of the entry page."""

from datetime import date, timedelta

import pytest

from services_directory.models import (
    Accessibility,
    Address,
    Attribute,
    CostOption,
    Language,
    Location,
    Phone,
    Service,
    ServiceArea,
    ServiceAtLocation,
)
from services_directory.presenters.entry import Entry, entry
from tests.services_directory import build

pytestmark = pytest.mark.django_db
NOON = build.TUESDAY_NOON
TODAY = NOON.date()


def shown(made: Service) -> Entry:
    return entry(Service.objects.with_everything().get(pk=made.pk), NOON)


def price(made: Service, option: str, amount: str | None = None, **fields) -> None:
    CostOption.objects.create(service=made, option=option, amount=amount, **fields)


class TestCost:
    def test_prices_are_in_pounds_with_pence_only_when_there_are_any(self):
        service = build.service(cost="paid")
        price(service, "An hour", "12.50", sort_order=1)
        price(service, "A night", "90", sort_order=2)
        assert shown(service).prices == ["An hour: £12.50", "A night: £90"]

    def test_a_price_in_words_is_said_with_or_without_pounds(self):
        service = build.service(cost="means_tested")
        price(service, "Day care", "40", amount_description="lunch included", sort_order=1)
        price(service, "Transport", amount_description="ask the driver", sort_order=2)
        assert shown(service).prices == [
            "Day care: £40, lunch included",
            "Transport: ask the driver",
        ]

    @pytest.mark.parametrize("amount", ["0", None])
    def test_a_price_of_nothing_is_left_to_the_word_free(self, amount):
        service = build.service(cost="free")
        price(service, "Free", amount)
        assert shown(service).prices == []
        assert shown(service).cost == "Free"

    def test_the_words_of_the_provider_go_before_its_prices(self):
        service = build.service(cost="paid", fees_description="From £10, by income.")
        price(service, "An hour", "12.50")
        assert shown(service).prices == ["From £10, by income."]

    @pytest.mark.parametrize(
        ("start", "end", "holds"),
        [
            (None, None, True),
            (TODAY, TODAY, True),
            (TODAY + timedelta(days=1), None, False),
            (None, TODAY - timedelta(days=1), False),
        ],
    )
    def test_a_price_is_shown_on_its_own_days_alone(self, start, end, holds):
        service = build.service(cost="paid")
        price(service, "An hour", "12.50", valid_from=start, valid_to=end)
        assert bool(shown(service).prices) is holds


class TestHowToGetIt:
    def test_steps_are_one_a_line_and_blank_lines_are_none(self):
        service = build.service(application_process="Ring us. \n\n  We ring back.\r\n")
        assert shown(service).steps == ("Ring us.", "We ring back.")

    def test_without_a_process_there_are_no_steps(self):
        assert shown(build.service()).steps == ()

    @pytest.mark.parametrize(
        ("fields", "words"),
        [
            ({"referral_self": True}, "Ask for this help"),
            ({"referral_self": True, "referral_gp": True}, "Ask for this help"),
            ({"referral_professional": True}, "Refer someone"),
            ({}, "Refer someone"),
        ],
    )
    def test_the_button_speaks_to_whoever_may_ask(self, fields, words):
        button = shown(build.service(pathway="bereavement-support", **fields)).button
        assert button
        assert button.text == words

    def test_without_a_form_of_the_portal_there_is_no_button(self):
        assert shown(build.service(referral_self=True)).button is None

    def test_a_pathway_that_no_address_can_hold_gives_no_button(self):
        assert shown(build.service(pathway="not a slug/../x")).button is None

    def test_a_wait_in_the_words_of_the_provider_goes_before_its_number(self):
        service = build.service(
            wait_time="Two to four weeks.", wait_weeks=3, wait_stated_on=date(2026, 11, 4)
        )
        assert shown(service).waiting == "Two to four weeks. Said on 4 November 2026."

    def test_a_wait_in_weeks_alone_is_said_in_the_same_way(self):
        service = build.service(wait_weeks=3, wait_stated_on=date(2026, 11, 4))
        assert shown(service).waiting == "About 3 weeks. Said on 4 November 2026."

    def test_a_wait_without_the_day_it_was_said_is_not_claimed(self):
        assert shown(build.service(wait_time="Two weeks")).waiting == ""
        assert shown(build.service(wait_weeks=2)).waiting == ""


class TestWhere:
    def test_a_place_has_its_address_how_to_get_there_and_what_helps(self):
        service = build.service()
        location = build.place(service)
        location.transportation = "Bus 4 stops outside."
        location.save()
        for text in ("Step-free entrance", "Hearing loop"):
            Accessibility.objects.create(location=location, description=text)
        (place,) = shown(service).places
        assert place.name == "The hall"
        assert place.lines == ("11 Priory Walk", "Hollin Bridge", "WY3 1AB")
        assert place.how_to_get_there == "Bus 4 stops outside."
        assert set(place.access) == {"Step-free entrance", "Hearing loop"}

    def test_a_private_place_has_no_name_no_street_and_no_way_there(self):
        service = build.service()
        location = build.place(service, confidential=True)
        location.transportation = "The blue door behind the bakery."
        location.save()
        Accessibility.objects.create(location=location, description="Step-free entrance")
        (place,) = shown(service).places
        assert place.name == "A private address"
        assert place.lines == (
            "In the WY3 area. The address is private: you are told it when you book.",
        )
        assert place.how_to_get_there == ""
        assert place.access == ("Step-free entrance",)

    def test_one_private_address_makes_the_whole_place_private(self):
        service = build.service()
        location = build.place(service)
        Address.objects.create(
            location=location,
            address_1="2 Secret Row",
            city="Carrow",
            state_province="Wyvern Vale",
            postal_code="WY6 1AB",
            confidential=True,
            sort_order=9,
        )
        (place,) = shown(service).places
        assert place.name == "A private address"
        assert "Priory" not in repr(place)
        assert "Secret" not in repr(place)

    def test_an_online_room_has_no_street(self):
        service = build.service()
        location = build.place(service)
        Location.objects.filter(pk=location.pk).update(location_type="virtual")
        assert shown(service).places[0].lines == ()

    def test_a_place_without_an_address_is_only_a_name(self):
        service = build.service()
        ServiceAtLocation.objects.create(
            service=service, location=Location.objects.create(name="A hall")
        )
        (place,) = shown(service).places
        assert (place.name, place.lines) == ("A hall", ())

    @pytest.mark.parametrize(
        ("modes", "words"),
        [
            ({"mode_home_visit"}, "They come to you."),
            ({"mode_home_visit", "mode_phone"}, "They come to you."),
            ({"mode_phone"}, "You need not travel."),
            ({"mode_online"}, "You need not travel."),
            ({"mode_in_person", "mode_phone"}, "Ask where."),
            ({"mode_in_person"}, "Ask where."),
            (set(), "Ask where."),
        ],
    )
    def test_without_a_place_it_says_whether_to_travel(self, modes, words):
        fields = {"mode_in_person": False} | dict.fromkeys(modes, True)
        assert shown(build.service(**fields)).without_place == words

    def test_nobody_is_told_to_ring_where_there_is_no_number(self):
        service = build.service()
        assert (shown(service).to_ask, shown(service).without_place) == ("Ask", "Ask where.")
        Phone.objects.create(service=service, number="01632 960 101")
        assert shown(service).to_ask == "Ring to ask"
        assert shown(service).without_place == "Ring to ask where."
        assert shown(service).who_may_ask == "Ring to ask how to get this help."

    def test_areas_are_named_known_ones_and_those_in_words(self):
        service = build.service()
        build.covers(service, "east")
        ServiceArea.objects.create(service=service, extent="the old county", sort_order=2)
        assert shown(service).areas in {
            "For people who live in East, the old county.",
            "For people who live in the old county, East.",
        }

    def test_the_nation_needs_no_areas(self):
        service = build.service(national=True)
        build.covers(service, "east")
        assert shown(service).areas == "Anywhere in the United Kingdom."

    def test_without_an_area_nothing_is_claimed(self):
        assert shown(build.service()).areas == ""


def test_languages_are_named_with_what_is_special_about_them():
    service = build.service()
    Language.objects.create(service=service, code="pl", sort_order=1)
    Language.objects.create(service=service, code="ur", note="with an interpreter", sort_order=2)
    assert shown(service).languages == "Polish, Urdu (with an interpreter)"


def test_terms_stand_together_under_their_taxonomy():
    service = build.service()
    build.tag(service, "need", "respite", "money")
    build.tag(service, "audience", "carers")
    for order, attribute in enumerate(service.attributes.order_by("-taxonomy_term__name")):
        Attribute.objects.filter(pk=attribute.pk).update(sort_order=order)
    assert shown(service).terms == [("Need", "Respite, Money"), ("Audience", "Carers")]


@pytest.mark.parametrize(
    ("fields", "colour"),
    [
        ({"open_24_hours": True}, "ok"),
        ({}, "grey"),
        ({"open_24_hours": True, "status": "temporarily closed"}, "grey"),
    ],
)
def test_green_is_for_open_alone(fields, colour):
    assert shown(build.service(**fields)).opening_colour == colour


def test_the_way_back_leads_to_the_finder():
    assert shown(build.service()).breadcrumb[-1] == ("Find services", "/services/")
