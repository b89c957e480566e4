"""Numbers as nurses and families write them."""

from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from portal.design.phones import tel
from referrals.journey.phone_field import ReachField

WRONG = "Enter a phone number, like 01632 960 001"


@pytest.mark.parametrize(
    "typed",
    [
        "01632 960 001",
        "01632 960 001 ext 412",
        "01632 960 001 ext. 412",
        "01632 960 001 Extension 412",
        "01632 960 001 x412",
        "01632 960 001, option 2",
        "01632 960 001 bleep 4412",
        "01632 960 001 (bleep 4412)",
        "bleep 4412",
        "Bleep: 4412",
        "pager 07",
    ],
)
def test_a_number_with_what_stands_behind_it_is_kept_as_it_was_typed(typed):
    assert ReachField().clean(f"  {typed} ") == typed


@pytest.mark.parametrize(
    "typed",
    ["ext 412", "option 2", "ring me", "bleep me", "12 ext 3", "x", "bleep 123456789",
     "01632 960 001 ask for Sam", "bleep 1\x00"],
)  # fmt: skip
def test_what_nobody_can_ring_is_refused(typed):
    with pytest.raises(ValidationError):
        ReachField().clean(typed)


def test_the_refusal_says_how_to_put_it_right():
    with pytest.raises(ValidationError, match=WRONG):
        ReachField().clean("ext 412")


@pytest.mark.parametrize("nothing", ["", None, "  "])
def test_none_need_be_given_where_it_is_optional(nothing):
    assert ReachField(required=False).clean(nothing) == ""
    with pytest.raises(ValidationError):
        ReachField().clean(nothing)


def test_a_press_on_it_rings_the_number_without_what_stands_behind():
    assert tel("01632 960 001 bleep 4412") == tel("01632 960 001")


@given(st.text(max_size=80) | st.from_regex(r"[0-9 x(]{0,9}(ext|x|bleep)[ .:]{0,2}[0-9]{0,9}"))
def test_nothing_typed_breaks_it_and_nothing_taken_is_changed(typed):
    with suppress(ValidationError):
        assert ReachField().clean(typed) == " ".join(typed.split())
