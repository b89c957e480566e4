"""What a draft holds, and whose words win when two windows write on one page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referrals.cipher import unseal
from referrals.journey.contents import ChangedElsewhere, Contents

A, B = {"name": "Ann"}, {"name": "Ben"}
TYPED = {"name": ["An"]}


def test_leaving_twice_with_the_same_words_is_no_conflict():
    contents = Contents()
    for _ in range(2):
        contents.keep_unsent("name", TYPED, {""})
    with pytest.raises(ChangedElsewhere):
        contents.keep_unsent("name", {"name": ["Ann"]}, {""})
    contents.keep_unsent("name", {"name": ["Ann"]}, None)
    assert contents.unsent == {"name": {"name": ["Ann"]}}


def test_an_answer_is_stamped_anew_each_time():
    contents = Contents()
    contents.answer("name", A, None)
    first = contents.stamp("name")
    contents.answer("name", B, None)
    assert contents.steps == {"name": B}
    assert first != contents.stamp("name") != ""


def test_an_older_window_cannot_put_other_answers_in_place_of_newer_ones():
    contents = Contents()
    contents.answer("name", A, {""})
    with pytest.raises(ChangedElsewhere):
        contents.answer("name", B, {""})
    assert contents.steps == {"name": A}


def test_a_double_click_is_no_conflict():
    contents = Contents()
    contents.answer("name", A, {""})
    contents.answer("name", A, {""})
    contents.judge_wrong("phone", TYPED, {""})
    contents.judge_wrong("phone", TYPED, {""})
    assert contents.steps == {"name": A}


def test_a_window_that_has_seen_the_newest_goes_on():
    contents = Contents()
    contents.answer("name", A, {""})
    contents.answer("name", B, {contents.stamp("name")})
    assert contents.steps == {"name": B}


def test_what_is_being_typed_can_be_saved_again_and_again_by_the_same_window():
    contents = Contents()
    contents.keep_unsent("name", TYPED, {"", "one"}, "one")
    contents.keep_unsent("name", {"name": ["Ann"]}, {"", "one"}, "one")
    assert contents.unsent == {"name": {"name": ["Ann"]}}


def test_an_older_windows_typing_does_not_overwrite_newer_typing_or_answers():
    contents = Contents()
    contents.keep_unsent("name", TYPED, {"", "one"}, "one")
    with pytest.raises(ChangedElsewhere):
        contents.keep_unsent("name", {"name": ["Zed"]}, {"", "two"}, "two")
    contents.answer("name", A, {"one"})
    with pytest.raises(ChangedElsewhere):
        contents.keep_unsent("name", {"name": ["late"]}, {"", "one"}, "one")
    assert (contents.steps, contents.unsent) == ({"name": A}, {})


def test_unsent_words_of_another_window_are_not_lost_to_a_press_of_continue():
    contents = Contents(steps={"name": dict(A)})
    contents.keep_unsent("name", TYPED, {""}, "one")
    with pytest.raises(ChangedElsewhere):
        contents.answer("name", A, {""})


def test_an_answer_and_a_judgement_end_what_was_unsent():
    contents = Contents()
    contents.keep_unsent("name", TYPED, {""}, "one")
    contents.judge_wrong("name", TYPED, None)
    assert (contents.unsent, contents.unfinished) == ({}, {"name"})
    contents.answer("name", A, None)
    assert contents.unfinished == set()


def test_steps_do_not_disturb_each_other():
    contents = Contents()
    contents.answer("name", A, {""})
    contents.keep_unsent("phone", {"phone": ["0"]}, {""}, "other")
    contents.answer("gp", B, {""})
    assert set(contents.steps) == {"name", "gp"}


def test_what_older_drafts_hold_can_still_be_read():
    assert Contents(steps={"name": A}, typed={}).stamp("name") == ""
    assert Contents(**unseal(Contents().sealed())) == Contents()


WRITES = st.tuples(st.sampled_from("ab"), st.sampled_from(["send", "type"]), st.text(max_size=3))


@given(st.lists(WRITES, max_size=12))
def test_of_two_windows_one_only_ever_overwrites_what_it_has_seen(writes):
    """Each window opens the page once; a refusal shows it what is there, as the page does."""
    contents = Contents()
    known = {"a": {"", "a"}, "b": {"", "b"}}
    last = None
    for window, how, text in writes:
        blind = contents.stamp("s") not in known[window]
        try:
            if how == "send":
                contents.answer("s", {"q": text}, known[window])
                known[window] = {contents.stamp("s"), window}
            else:
                contents.keep_unsent("s", {"q": [text]}, known[window], window)
        except ChangedElsewhere:
            assert blind
            known[window] = {contents.stamp("s"), window}
            continue
        same = last == ("send", text)
        assert not blind or (how == "send" and same)
        last = (how, text)
        kept = contents.steps["s"]["q"] if how == "send" else contents.unsent["s"]["q"][0]
        assert kept == text
