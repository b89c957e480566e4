import dataclasses
from datetime import date, time

import pytest
from django.core.exceptions import ValidationError

from services_directory.models import (
    Address,
    CostOption,
    Language,
    Location,
    OrganizationIdentifier,
    Phone,
    Schedule,
    ServiceArea,
    TaxonomyTerm,
)
from tests.services_directory import build

pytestmark = pytest.mark.django_db


def errors_of(part) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as raised:
        part.full_clean(exclude=["service", "location"])
    return raised.value.message_dict


def schedule(**fields) -> Schedule:
    return Schedule(**{"byday": "MO", "opens_at": time(9), "closes_at": time(17), **fields})


@pytest.mark.parametrize("number", ["999", "116 123", "01632 960 001", "+44 1632 960001"])
def test_a_phone_takes_every_dialable_number(number):
    Phone(number=number).full_clean(exclude=["service"])


@pytest.mark.parametrize("number", ["12", "call us", "0" * 16, "01632 960 001 x"])
def test_a_phone_refuses_what_cannot_be_dialled(number):
    assert "in figures" in errors_of(Phone(number=number))["number"][0]


@pytest.mark.parametrize("byday", ["MO,TU", "1TU", "-1FR", "2MO,4MO"])
def test_days_follow_the_calendar_standard(byday):
    schedule(byday=byday, freq="MONTHLY").full_clean(exclude=["service"])


@pytest.mark.parametrize("byday", ["Monday", "MO TU", "6TU", "MO,", "0MO"])
def test_other_days_are_refused(byday):
    assert "MO,TU,WE" in errors_of(schedule(byday=byday))["byday"][0]


def test_a_weekly_time_has_no_numbered_days():
    assert "plain days" in errors_of(schedule(byday="1TU"))["byday"][0]


def test_a_time_every_second_week_needs_a_first_day():
    assert "dtstart" in errors_of(schedule(interval=2))


def test_a_timetable_does_not_end_before_it_begins():
    wrong = schedule(valid_from=date(2026, 2, 1), valid_to=date(2026, 1, 1))
    assert "valid_to" in errors_of(wrong)


def test_a_price_does_not_end_before_it_begins_nor_is_below_nothing():
    wrong = CostOption(option="Hour", valid_from=date(2026, 2, 1), valid_to=date(2026, 1, 1))
    assert "valid_to" in errors_of(wrong)
    assert "amount" in errors_of(CostOption(option="Hour", amount=-1))


DAY = date(2026, 12, 25)


def test_what_holds_for_one_day_begins_and_ends_on_it():
    christmas = schedule(byday="FR", valid_from=DAY, valid_to=DAY)
    christmas.full_clean(exclude=["service"])
    assert christmas.single_day == DAY
    CostOption(option="Hour", valid_from=DAY, valid_to=DAY).full_clean(exclude=["service"])


@pytest.mark.parametrize("field", ["valid_from", "valid_to"])
def test_what_has_one_end_only_is_no_single_day_and_no_error(field):
    lasting = schedule(**{field: DAY})
    lasting.full_clean(exclude=["service"])
    assert lasting.single_day is None
    CostOption(option="Hour", **{field: DAY}).full_clean(exclude=["service"])


def test_an_area_is_known_or_in_words():
    assert "in words" in errors_of(ServiceArea())["area"][0]
    assert ServiceArea(extent="The old county").name == "The old county"
    assert ServiceArea(area=build.area("wyvern-vale")).name == "Wyvern Vale"


def test_a_postcode_is_put_in_its_usual_form():
    address = Address(address_1="1 High St", city="X", state_province="Y", postal_code="wy31ab")
    address.full_clean(exclude=["location"])
    assert (address.postal_code, address.outcode) == ("WY3 1AB", "WY3")


def test_half_a_postcode_is_refused():
    address = Address(address_1="1 High St", city="X", state_province="Y", postal_code="WY3")
    assert "like WY3 1AB" in errors_of(address)["postal_code"][0]


@pytest.mark.parametrize(("typed", "kept"), [("wy3", "WY3"), ("wy31ab", "WY3 1AB"), ("", "")])
def test_of_a_confidential_address_the_first_half_is_enough(typed, kept):
    address = Address(postal_code=typed, confidential=True)
    address.clean()
    assert address.postal_code == kept
    assert address.outcode == kept[:3]


def test_a_confidential_address_has_a_postcode_all_the_same():
    assert "postal_code" in errors_of(Address(address_1="X", postal_code="W", confidential=True))


def test_half_a_coordinate_is_refused():
    assert "both" in errors_of(Location(name="Hall", latitude=54.0))["longitude"][0]


def test_a_term_hangs_below_a_term_of_its_own_taxonomy():
    need = build.term("need", "bereavement")
    stray = TaxonomyTerm(
        taxonomy=build.term("died", "child").taxonomy,
        key="x",
        name="X",
        description="X",
        parent=need,
    )
    assert "same taxonomy" in errors_of(stray)["parent"][0]


def test_a_term_is_not_its_own_ancestor():
    top = build.term("need", "bereavement")
    child = build.term("need", "bereavement-group", parent=top)
    top.parent = child
    assert "parent" in errors_of(top)


def test_terms_that_lie_within_each_other_do_not_hang_the_editor():
    one, two = build.term("need", "one"), build.term("need", "two")
    TaxonomyTerm.objects.filter(pk=one.pk).update(parent=two)
    TaxonomyTerm.objects.filter(pk=two.pk).update(parent=one)
    three = build.term("need", "three")
    three.parent = TaxonomyTerm.objects.get(pk=one.pk)
    three.full_clean()


def test_languages_have_english_names_and_unknown_ones_their_code():
    names = [Language(code=code).name for code in ("pl", "bfi", "qqq")]
    assert names == ["Polish", "British Sign Language", "QQQ"]


def test_an_identifier_has_the_type_that_the_standard_requires():
    identifier = OrganizationIdentifier(identifier_scheme="GB-CHC", identifier="123456")
    assert identifier.identifier_type == "GB-CHC"


def saved_price(**fields) -> CostOption:
    return CostOption(option="Hour", **fields)


@pytest.mark.parametrize(
    ("day", "holds"),
    [(date(2026, 1, 31), False), (date(2026, 2, 1), True), (date(2026, 2, 28), True),
     (date(2026, 3, 1), False)],
)  # fmt: skip
def test_a_price_holds_from_its_first_day_to_its_last(day, holds):
    price = saved_price(valid_from=date(2026, 2, 1), valid_to=date(2026, 2, 28))
    assert price.holds_on(day) is holds


def test_a_price_without_days_always_holds():
    assert saved_price().holds_on(date.min)
    assert saved_price().holds_on(date.max)


def test_a_schedule_is_the_same_rule_to_the_clock():
    made = schedule(
        byday="2MO,-1FR", freq="MONTHLY", interval=2, dtstart=date(2026, 1, 5),
        valid_from=date(2026, 2, 1), valid_to=date(2026, 3, 1), open_on_bank_holidays=True,
    )  # fmt: skip
    rule = made.as_rule()
    for field in dataclasses.fields(rule):
        assert getattr(rule, field.name) == getattr(made, field.name)


def test_a_schedule_that_repeats_never_is_refused():
    assert "interval" in errors_of(schedule(interval=0))


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"latitude": 91.0, "longitude": 0.0}, "latitude"),
        ({"latitude": 54.0, "longitude": 181.0}, "longitude"),
        ({"longitude": 1.5}, "longitude"),
        ({"location_type": "tent"}, "location_type"),
    ],
)
def test_a_place_off_the_globe_is_refused(fields, wrong):
    assert wrong in errors_of(Location(name="Hall", **fields))


def test_a_place_on_the_equator_is_a_place():
    location = Location.objects.create(name="Buoy", latitude=0.0, longitude=0.0)
    location.full_clean()
    assert (location.public_latitude, location.public_longitude) == (0.0, 0.0)


def test_a_term_may_stand_below_another_of_its_taxonomy_to_any_depth():
    top = build.term("need", "one")
    middle = build.term("need", "two", parent=top)
    build.term("need", "three", parent=middle).full_clean()


def test_a_key_stands_once_in_a_taxonomy_and_may_stand_in_another():
    need = build.term("need", "any")
    twin = TaxonomyTerm(taxonomy=need.taxonomy, key="any", name="X", description="X")
    with pytest.raises(ValidationError):
        twin.full_clean()
    twin.taxonomy = build.term("died", "other").taxonomy
    twin.full_clean()


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (Phone(number="999"), "999"),
        (Language(code="pl"), "Polish"),
        (CostOption(option="An hour"), "An hour"),
        (ServiceArea(extent="The vale"), "The vale"),
        (Address(address_1="1 High St", postal_code="WY3 1AB"), "1 High St, WY3 1AB"),
        (OrganizationIdentifier(identifier_scheme="GB-CHC", identifier="1"), "GB-CHC 1"),
        (Schedule(byday="MO", opens_at=time(9), closes_at=time(17, 30)), "MO 09:00–17:30"),
    ],
)
def test_parts_are_known_to_editors_by_what_they_say(part, text):
    assert str(part) == text
