from uuid import UUID

import pytest

from services_directory.board.keys import Keys

SEVEN = [UUID(int=number) for number in range(7)]


@pytest.mark.parametrize(("start", "stop"), [(0, 3), (5, 9), (7, 9), (3, 3), (0, 100)])
def test_a_page_is_that_of_the_list(start, stop):
    assert Keys(SEVEN).page(start, stop) == SEVEN[start:stop]


def test_keys_are_counted_and_take_sixteen_bytes_each():
    assert len(Keys(iter(SEVEN))) == 7
    assert len(Keys([])) == 0
    assert len(Keys(SEVEN).packed) == 7 * 16
