import pytest
from hypothesis import given
from hypothesis import strategies as st

from services_directory.imports.cleaning.phones import (
    INVENTED,
    NO_NUMBER,
    SEVERAL,
    phones,
    readable,
)
from services_directory.validators import validate_phone


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("01632960001", "01632 960 001"),
        ("+441632960001", "01632 960 001"),
        ("+44 (0)1632 960001", "01632 960 001"),
        ("0044 1632 960001", "01632 960 001"),
        ("02079460001", "020 7946 0001"),
        ("01174960001", "0117 496 0001"),
        ("08081570001", "0808 157 0001"),
        ("07700900001", "07700 900 001"),
        ("01632 960001", "01632 960001"),
        ("116 123", "116 123"),
        ("116123", "116123"),
        ("999", "999"),
        ("01632-960-001", "01632-960-001"),
        ("+353 1 234 5678", "+353 1 234 5678"),
    ],
)
def test_numbers_are_written_as_people_read_them(value, expected):
    made, note = phones(value)
    assert [each["number"].replace("-", " ") for each in made] == [expected.replace("-", " ")]
    assert note == ""


@pytest.mark.parametrize(
    ("value", "numbers"),
    [
        ("01632 960001 / 01632 960002", ["01632 960001", "01632 960002"]),
        ("01632960001, 07700900001", ["01632 960 001", "07700 900 001"]),
        ("01632 960001 or 0808 157 0001", ["01632 960001", "0808 157 0001"]),
        ("01632 960001\n01632 960002", ["01632 960001", "01632 960002"]),
    ],
)
def test_several_numbers_in_one_field_are_told_apart(value, numbers):
    made, note = phones(value)
    assert [each["number"] for each in made] == numbers
    assert note == SEVERAL


@pytest.mark.parametrize(
    ("value", "description"),
    [
        ("Advice line: 01632 960001", "Advice line"),
        ("01632 960001 ext 12", "Extension 12"),
        ("Desk 01632 960001 x34", "Desk, extension 34"),
        ("Tel: 01632 960001", None),
        ("01632 960001 (9am-5pm)", None),
    ],
)
def test_words_before_a_number_say_what_it_is_for(value, description):
    (made,), _ = phones(value)
    assert made["number"] == "01632 960001"
    assert made.get("description") == description


@pytest.mark.parametrize("value", ["00000000000", "01234567890", "0123456789", "07777777777"])
def test_invented_numbers_go_and_it_is_said(value):
    assert phones(value) == ([], INVENTED)


@pytest.mark.parametrize("value", ["none given", "see website", "12", "ring us", "1" * 40])
def test_a_field_without_a_number_is_said(value):
    made, note = phones(value)
    assert made == []
    assert note in {NO_NUMBER, INVENTED}


@pytest.mark.parametrize("value", [None, "", "N/A"])
def test_no_number_is_nothing(value):
    assert phones(value)[0] == []


def test_a_number_that_was_made_readable_stays_so():
    assert readable(readable("+441632960001")) == "01632 960 001"


@given(st.text(alphabet="0123456789 +()-./,;ext orTel:\n\u0660", max_size=60))
def test_every_number_that_comes_out_can_be_dialled(value):
    for each in phones(value)[0]:
        assert validate_phone(each["number"]) is None
        assert len(each["number"]) <= 40
        assert len(each.get("description", "")) <= 120
