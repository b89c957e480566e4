import re

import pytest

from referrals.references import ALPHABET, new_reference, normalise_reference


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
