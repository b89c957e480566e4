from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services_directory.finder.shortlist.codes import LENGTH, code_of, key_of

KEY = UUID("12345678-1234-5678-1234-567812345678")
EDGES = [UUID(int=0), UUID(int=1), UUID(int=(1 << 128) - 1), KEY]
SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"


@pytest.mark.parametrize("key", EDGES)
def test_the_smallest_and_the_largest_key_come_back(key):
    assert key_of(code_of(key)) == key


@given(st.uuids())
def test_every_key_has_one_code_of_one_length(key):
    code = code_of(key)
    assert len(code) == LENGTH == 27
    assert set(code) <= set(SIGNS)
    assert key_of(code) == key


def test_a_code_never_changes():
    """Lists are printed on paper: an old code must be read for ever."""
    assert code_of(KEY) == "28t5cy0j6hb7g4hmasw14d2pf1h"


@given(st.uuids(), st.integers(0, LENGTH - 1), st.sampled_from(SIGNS))
def test_one_wrong_sign_names_no_other_service(key, place, sign):
    code = code_of(key)
    wrong = code[:place] + sign + code[place + 1 :]
    assert key_of(wrong) == (key if wrong == code else None)


@given(st.uuids(), st.integers(0, LENGTH - 2))
def test_two_neighbours_swapped_name_no_other_service(key, place):
    code = code_of(key)
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert key_of(swapped) == (key if swapped == code else None)


def test_capitals_and_letters_like_figures_are_read_as_meant():
    code = code_of(KEY)
    typed = code.upper().replace("0", "O").replace("1", "I")
    assert key_of(f" {typed} ") == KEY
    assert key_of(code.replace("1", "l")) == KEY


@pytest.mark.parametrize(
    "text", ["", "a", "0" * 26, "0" * 28, "u" * 27, "٣" * 27, "z" * 27, "😀" * 27]
)
def test_what_is_no_code_names_nothing(text):
    assert key_of(text) is None
