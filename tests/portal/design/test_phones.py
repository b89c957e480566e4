"""A number that is rung must be the one that was written: a wrong one wakes a stranger."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.design.phones import tel
from portal.design.templatetags.design import with_phones


@pytest.mark.parametrize(
    "written",
    [
        "01632 960 001 ext 5",
        "01632 960 001 (option 2)",
        "01632 960 001, then press 1",
        "01632 960 001 or 01632 960 002",
        "Office: 01632 960 001",
    ],
)
def test_words_beside_a_number_do_not_become_part_of_it(written):
    assert tel(written) == "tel:+441632960001"


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("0044 1632 960001", "tel:00441632960001"),
        ("+353 1 496 0001", "tel:+35314960001"),
        ("0800 1111", "tel:+448001111"),
        ("012345", "tel:012345"),
        ("0123456", "tel:+44123456"),
    ],
)
def test_only_a_whole_uk_number_gets_the_country_before_it(written, address):
    assert tel(written) == address


@given(st.text(alphabet="0123456789 ()-./", max_size=30))
def test_no_digit_of_a_plain_number_is_lost_or_added(written):
    digits = re.sub(r"\D", "", written.replace("(0)", ""))
    rung = tel(written).removeprefix("tel:")
    assert rung in {digits, "+44" + digits[1:]}


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("Ring 999. Samaritans listen on 116 123 at any hour.", ["999", "116123"]),
        ("Childline 0800 1111, NHS 111 or 01632 960 100.", ["+448001111", "111", "+441632960100"]),
        ("Within 2 working days, by 4 July 2026 at 11:15, for 1 999 of 1110 people.", []),
        ("999.5 or 0.111", []),
    ],
)  # fmt: skip
def test_numbers_in_a_sentence_can_be_pressed(said, numbers):
    html = with_phones(said)
    assert re.findall(r'href="tel:([^"]+)"', html) == numbers
    assert re.sub(r"<[^>]+>", "", html) == said


def test_what_is_no_number_is_escaped_and_stays():
    assert with_phones("<b>A & E</b>") == "&lt;b&gt;A &amp; E&lt;/b&gt;"
    assert with_phones("It’s '111'").count("<a") == 1
