import pytest
from hypothesis import given
from hypothesis import strategies as st

from services_directory.assurance.proposals.forms import days

WEEKDAYS = [code for code, _ in days.WEEK]


def row(byday: str, freq: str = "WEEKLY", interval: int = 1) -> dict[str, object]:
    return {"byday": byday, "freq": freq, "interval": interval}


@given(
    often=st.sampled_from([key for key, _ in days.OFTEN]),
    chosen=st.lists(st.sampled_from(WEEKDAYS), min_size=1, unique=True),
)
def test_what_the_boxes_say_comes_back_to_the_boxes(often, chosen):
    rule = days.rule_of(often, chosen)
    assert days.boxes_of(rule) == (often, [code for code in WEEKDAYS if code in chosen])


@pytest.mark.parametrize(
    ("rule", "boxes"),
    [
        (row("MO,FR"), ("W1", ["MO", "FR"])),
        (row("TU", interval=2), ("W2", ["TU"])),
        (row("1TU", "MONTHLY"), ("M1", ["TU"])),
        (row("-1FR", "MONTHLY"), ("M-1", ["FR"])),
        (row("1TU,3TU", "MONTHLY"), ("M1,3", ["TU"])),
    ],
)
def test_usual_rules_are_said_by_the_boxes(rule, boxes):
    assert days.boxes_of(rule) == boxes


@pytest.mark.parametrize(
    "rule",
    [row("1TU,2FR", "MONTHLY"), row("1TU", "MONTHLY", 2), row("MO", interval=5),
     row("MO", "MONTHLY"), row("-3MO", "MONTHLY")],
)  # fmt: skip
def test_a_rule_that_the_boxes_cannot_say_can_be_kept_in_words(rule):
    assert days.boxes_of(rule) == (days.AS_NOW, [])
    first, *_ = days.choices_for(rule)
    assert first[0] == days.AS_NOW
    assert first[1].startswith("As now: ")


def test_a_usual_rule_and_a_new_row_have_only_the_usual_choices():
    assert days.choices_for(row("MO")) == days.OFTEN
    assert days.choices_for(None) == days.OFTEN


def test_the_same_days_in_another_order_stay_as_they_were_written():
    own = row("TU,MO")
    assert days.keeping(own, days.rule_of("W1", ["MO", "TU"]))["byday"] == "TU,MO"
    assert days.keeping(own, days.rule_of("W1", ["MO", "WE"]))["byday"] == "MO,WE"
    assert days.keeping(own, days.rule_of("W2", ["MO", "TU"]))["byday"] == "MO,TU"
