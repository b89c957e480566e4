"""Sets as large numbers do what sets of Python do."""

from hypothesis import given
from hypothesis import strategies as st

from services_directory.board import bits

SIZE = 5_000
sets = st.sets(st.integers(0, SIZE - 1), max_size=60)


@given(sets)
def test_the_places_of_a_set_come_back_in_order(places):
    assert bits.places(bits.of(places, SIZE)) == sorted(places)


@given(sets, st.integers(0, 70), st.integers(0, 70))
def test_a_slice_is_that_of_the_whole(places, start, length):
    found = bits.places(bits.of(places, SIZE), start, start + length)
    assert found == sorted(places)[start : start + length]


@given(sets, sets)
def test_and_or_and_counting_are_those_of_sets(one, two):
    first, second = bits.of(one, SIZE), bits.of(two, SIZE)
    assert bits.places(first & second) == sorted(one & two)
    assert (first | second).bit_count() == len(one | two)
    assert bits.places(bits.everything(SIZE) & ~first) == sorted(set(range(SIZE)) - one)


@given(sets, st.integers(0, SIZE - 1))
def test_what_is_after_a_place_taken_out_moves_up(places, gone):
    expected = {place - (place > gone) for place in places if place != gone}
    assert bits.places(bits.without(bits.of(places, SIZE), gone)) == sorted(expected)


@given(sets, st.integers(0, SIZE), st.booleans())
def test_what_is_after_a_place_put_in_moves_down(places, at, value):
    expected = {place + (place >= at) for place in places} | ({at} if value else set())
    assert bits.places(bits.with_(bits.of(places, SIZE), at, value)) == sorted(expected)


@given(sets)
def test_a_tester_knows_every_place(places):
    tell = bits.tester(bits.of(places, SIZE), SIZE)
    assert [place for place in range(SIZE) if tell(place)] == sorted(places)


def test_nothing_is_a_set_too():
    assert bits.of([], 0) == bits.everything(0) == 0
    assert bits.places(0) == bits.places(0, 3, 9) == []
