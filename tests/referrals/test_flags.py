import pytest
from hypothesis import given
from hypothesis import strategies as st

from referrals.flags import FLAGS, in_order, to_read_first

KEYS = st.lists(st.sampled_from([*FLAGS, "no-such-flag", ""]))
URGENT = {
    "self-harm",
    "words-of-harm",
    "child-risk",
    "safeguarding",
    "safeguarding-words",
    "asks-soon",
    "dying",
    "does-not-know",
}


@given(KEYS)
def test_flags_are_shown_once_each_and_in_one_order_however_they_were_raised(keys):
    shown = in_order(keys)
    assert set(shown) == set(keys) & set(FLAGS)
    assert len(shown) == len(set(shown))
    assert shown == in_order(list(reversed(keys))) == in_order(shown)


@given(KEYS)
def test_the_urgent_stand_before_all_others(keys):
    urgent = [FLAGS[key].colour == "urgent" for key in in_order(keys)]
    assert urgent == sorted(urgent, reverse=True)


@pytest.mark.parametrize("key", FLAGS)
def test_only_the_gravest_lift_a_referral(key):
    assert to_read_first([key]) == (key in URGENT)


@given(KEYS)
def test_one_grave_flag_among_others_is_enough_to_lift(keys):
    assert to_read_first(keys) == bool(URGENT & set(keys))


def test_thoughts_of_suicide_are_read_before_everything():
    assert in_order(list(reversed(FLAGS)))[0] == "self-harm"


@pytest.mark.parametrize("flag", FLAGS.values(), ids=FLAGS)
def test_each_flag_says_what_to_know_in_a_sentence(flag):
    assert flag.advice.endswith(".")
    assert 0 < len(flag.label) <= 30
    assert flag.colour in {"urgent", "warn", "info"}


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("unaware-diagnosis", "Do not name it"),
        ("unaware-prognosis", "Do not speak of it"),
        ("no-voicemail", "Do not leave a message"),
        ("interpreter", "before you ring"),
    ],
)
def test_what_must_not_be_said_or_done_is_said(key, words):
    assert words in FLAGS[key].advice
