import pytest
from hypothesis import given
from hypothesis import strategies as st

from referrals import nhs_number

NINE = st.text("0123456789", min_size=9, max_size=9)


@pytest.mark.parametrize("number", ["9990000018", "999 000 0018", "999-000-0018", " 9990000026 "])
def test_a_right_number_is_taken_in_any_grouping(number):
    assert nhs_number.is_valid(number)


@pytest.mark.parametrize(
    "number", ["9990000019", "999000001", "99900000180", "999000001X", "", "９９９００００１８"]
)
def test_a_wrong_number_is_refused(number):
    assert not nhs_number.is_valid(number)


@given(NINE, st.integers(0, 9))
def test_one_wrong_digit_never_passes(first_nine, place):
    check = nhs_number.check_digit(first_nine)
    if check is None:
        return
    whole = f"{first_nine}{check}"
    for digit in "0123456789":
        changed = whole[:place] + digit + whole[place + 1 :]
        assert nhs_number.is_valid(changed) == (changed == whole)


def test_it_is_read_out_in_three_groups():
    assert nhs_number.spaced("9990000018") == "999 000 0018"
