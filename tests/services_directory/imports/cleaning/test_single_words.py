import pytest

from services_directory.imports.cleaning import tongues, words
from services_directory.imports.cleaning.postcodes import NOT_A_POSTCODE, postcode


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("en", "en"), ("EN", "en"), ("English", "en"), ("pl", "pl"), ("Polish", "pl"),
        ("polski", "pl"),
        ("BSL", "bfi"), ("British Sign Language", "bfi"), ("en-GB", "en-gb"), ("Urdu", "ur"),
        ("Punjabi", "pa"), ("Welsh (Cymraeg)", "cy"), ("fr_CA", "fr"), ("Cantonese", "yue"),
    ],
)  # fmt: skip
def test_languages_are_known_by_name_or_code(value, code):
    assert tongues.language(value) == (code, "")


def test_a_language_nobody_knows_is_said():
    assert tongues.language("Klingon") == ("", tongues.UNKNOWN)
    assert tongues.language("") == ("", "")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("WY3 1AB", "WY3 1AB"), ("wy31ab", "WY3 1AB"), ("WY3  1AB.", "WY3 1AB"), ("WY3", "WY3"),
        ("Hollin Bridge WY3 1AB", "WY3 1AB"), ("", ""),
    ],
)  # fmt: skip
def test_postcodes_come_in_their_usual_form(value, expected):
    assert postcode(value) == (expected, "")


@pytest.mark.parametrize("value", ["ABC 1234", "90210", "XYZ", "not given"])
def test_what_is_no_postcode_is_said(value):
    assert postcode(value) == ("", NOT_A_POSTCODE)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("active", "active"), ("Active", "active"), ("Temporarily closed", "temporarily closed"),
        ("temporarily_closed", "temporarily closed"), ("INACTIVE", "inactive"),
        ("closed", "inactive"),
        ("permanently closed", "defunct"), ("open", "active"),
    ],
)  # fmt: skip
def test_states_are_ours(value, expected):
    assert words.status(value) == (expected, "")


def test_a_missing_or_odd_state_is_active_and_it_is_said():
    assert words.status(None) == ("active", words.NO_STATUS)
    assert words.status("purple") == ("active", words.ODD_STATUS)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("in_person", ["in_person"]), ("Face to face", ["in_person"]), ("venue", ["in_person"]),
        ("phone", ["phone"]), ("Telephone call", ["phone"]), ("online", ["online"]),
        ("home visit", ["home_visit"]), ("home_visit", ["home_visit"]),
        ("You can attend in-person or by video", ["in_person", "online"]), ("", []), (None, []),
    ],
)  # fmt: skip
def test_ways_are_found_in_words(value, expected):
    assert words.modes(value) == expected


@pytest.mark.parametrize("value", ["Free", "free of charge", "No charge.", "This service is free"])
def test_words_that_say_free_are_read_and_it_is_said(value):
    kind, _ = words.cost_in(value)
    assert kind == "free"


@pytest.mark.parametrize("value", ["", "Free for under 18s, else £5", "£5", "not free"])
def test_other_words_about_fees_stay_words(value):
    assert words.cost_in(value) == ("", "")


@pytest.mark.parametrize(
    ("value", "expected", "note"),
    [
        ("physical", "physical", ""), ("virtual", "virtual", ""), ("Online", "virtual", ""),
        (None, "physical", ""), ("moon", "physical", words.ODD_PLACE),
    ],
)  # fmt: skip
def test_kinds_of_places_are_ours(value, expected, note):
    assert words.location_type(value) == (expected, note)


def test_words_of_a_closed_list_are_taken_in_its_order_and_no_others():
    allowed = ["self", "family", "gp"]
    assert words.chosen(["GP", "self", "king"], allowed) == ["self", "gp"]
    assert words.chosen("family; gp", allowed) == ["family", "gp"]
    assert words.chosen(None, allowed) == []
