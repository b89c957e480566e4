import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referrals.references import ALPHABET, grouped, new_reference, normalise_reference


def test_a_reference_has_two_groups_of_four():
    assert all(
        re.fullmatch(rf"[{ALPHABET}]{{4}}-[{ALPHABET}]{{4}}", new_reference()) for _ in "x" * 99
    )


@pytest.mark.parametrize("alike", ["0O", "1IL", "2Z", "5S", "8B", "UV"])
def test_of_letters_that_look_alike_at_most_one_is_used(alike):
    assert len(set(alike) & set(ALPHABET)) <= 1


def test_no_reference_can_be_a_word():
    assert not set("AEIOU") & set(ALPHABET)


def test_references_do_not_repeat():
    assert len({new_reference() for _ in range(2000)}) == 2000


@pytest.mark.parametrize("typed", ["K7RT-3WXH", "k7rt3wxh", " k7 rt 3w xh ", "K7RT–3WXH"])
def test_a_reference_is_found_however_it_is_typed(typed):
    assert normalise_reference(typed) == "K7RT-3WXH"


@given(st.text(ALPHABET, min_size=8, max_size=8), st.data())
def test_case_spaces_and_hyphens_never_matter(characters, data):
    parts = [data.draw(st.sampled_from([c, c.lower(), f" {c}", f"{c}-"])) for c in characters]
    assert normalise_reference("".join(parts)) == grouped(characters)


@given(st.text())
def test_whatever_is_typed_is_short_and_settled_once(typed):
    once = normalise_reference(typed)
    assert len(once) <= 21
    assert normalise_reference(once) == once


@pytest.mark.parametrize(
    ("typed", "kept"), [("", ""), ("k7", "K7"), ("k7rt", "K7RT"), ("k7rt3", "K7RT-3"), ("-?", "")]
)
def test_a_part_of_a_reference_stays_a_part(typed, kept):
    assert normalise_reference(typed) == kept
