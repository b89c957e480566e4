import pytest
from hypothesis import given
from hypothesis import strategies as st

from services_directory.imports.cleaning.days import CODES
from services_directory.imports.readers.opening_hours import read_hours


def read(text: str) -> list[tuple[str, str, str]]:
    hours = read_hours(text)
    assert hours.unread == []
    return [
        (each["byday"], each["opens_at"][:5], each["closes_at"][:5]) for each in hours.schedules
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mon-Fri 09:00-17:00", [("MO,TU,WE,TH,FR", "09:00", "17:00")]),
        ("Monday to Friday 9am to 5pm", [("MO,TU,WE,TH,FR", "09:00", "17:00")]),
        (
            "Mon-Fri 09:00-17:00; Sat 10:00-12:00",
            [("MO,TU,WE,TH,FR", "09:00", "17:00"), ("SA", "10:00", "12:00")],
        ),
        ("Tue 18:00-20:00", [("TU", "18:00", "20:00")]),
        ("Tue, Thu 6-8pm", [("TU,TH", "18:00", "20:00")]),
        ("Tue 10-2pm", [("TU", "10:00", "14:00")]),
        ("Mon 9.30am - noon", [("MO", "09:30", "12:00")]),
        ("Mon 9:00-12:00, 13:00-17:00", [("MO", "09:00", "12:00"), ("MO", "13:00", "17:00")]),
        ("Mon 9:00-12:00 and 13:00-17:00", [("MO", "09:00", "12:00"), ("MO", "13:00", "17:00")]),
        ("Mon 9:00-12:00; 13:00-17:00", [("MO", "09:00", "12:00"), ("MO", "13:00", "17:00")]),
        ("1st Tue 14:00-16:00", [("1TU", "14:00", "16:00")]),
        ("last Friday of the month 14:00-16:00", [("-1FR", "14:00", "16:00")]),
        ("daily 08:00-20:00", [(",".join(CODES), "08:00", "20:00")]),
        ("Weekdays: 9-17", [("MO,TU,WE,TH,FR", "09:00", "17:00")]),
        ("Mon\u2013Wed 9:00\u201317:00", [("MO,TU,WE", "09:00", "17:00")]),
        ("Fri 22:00-02:00", [("FR", "22:00", "02:00")]),
        ("Mon 10:00-12:00\nTue 10:00-12:00", [("MO", "10:00", "12:00"), ("TU", "10:00", "12:00")]),
        ("Mon 9-10; Sun closed", [("MO", "09:00", "10:00")]),
        ("", []),
    ],
)
def test_hours_are_read_as_people_write_them(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize("text", ["24 hours", "24/7", "Open day and night", "24 hours a day"])
def test_hours_that_never_end_are_said_once(text):
    hours = read_hours(text)
    assert hours.always
    assert hours.schedules == hours.unread == []


@pytest.mark.parametrize("text", ["Sunday closed", "Closed", "by appointment", "Please ring us"])
def test_words_that_give_no_hours_are_understood(text):
    hours = read_hours(text)
    assert (hours.schedules, hours.unread, hours.always) == ([], [], False)


@pytest.mark.parametrize(
    "text",
    [
        "09:00-17:00",
        "Mon",
        "Mon 25:00-26:00",
        "Mon 9",
        "most days 9:00-17:00",
        "Mon 9:00-17:00 term time",
        "soon",
    ],
)
def test_what_cannot_be_read_is_given_back(text):
    hours = read_hours(text)
    assert hours.unread == [text]
    assert hours.schedules == []


def test_one_piece_that_cannot_be_read_does_not_lose_the_others():
    hours = read_hours("Mon 9:00-10:00; when the moon is full; Tue 9:00-10:00")
    assert hours.unread == ["when the moon is full"]
    assert [each["byday"] for each in hours.schedules] == ["MO", "TU"]


def test_monthly_days_are_monthly():
    assert [
        each["freq"] for each in read_hours("Mon 9:00-10:00; 2nd Tue 9:00-10:00").schedules
    ] == [
        "WEEKLY",
        "MONTHLY",
    ]


@given(
    st.sampled_from(CODES),
    st.times(),
    st.times(),
)
def test_what_is_written_in_our_notation_comes_back(day, opens, closes):
    assert read(f"{day} {opens:%H:%M}-{closes:%H:%M}") == [
        (day, f"{opens:%H:%M}", f"{closes:%H:%M}")
    ]


@given(st.text(alphabet="MonTueFri0123456789:.-; apm\ntolast&,", max_size=50))
def test_every_piece_is_read_or_given_back(text):
    hours = read_hours(text)
    for each in hours.schedules:
        assert {"freq", "byday", "opens_at", "closes_at"} == set(each)
    assert all(piece in text for piece in hours.unread)
