"""Words that lift: plain, paraphrased, misspelt and denied; and words that do not."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referrals.flags import FLAGS, to_read_first
from referrals.lifting import HARM, SAFEGUARDING, WORDS, flags_in_text

PLAIN = [
    "I want to die", "I am suicidal", "end it all", "I would be better off dead", "overdose",
    "self-harm", "cutting myself", "he wants to hang himself", "ending my life",
    "take her own life", "assisted dying", "she wants to go to Dignitas",
]  # fmt: skip
PARAPHRASED = [
    "I can’t go on", "I cant go on any more", "no point in living", "nothing to live for",
    "I don't want to be here anymore", "I don't want to wake up tomorrow",
    "I wish I hadn't woken up", "They'd be better off without me", "I want to be with him again",
    "want to join my wife", "I have been saving up my tablets", "I took all my pills",
    "sick of living", "life isn't worth living", "what's the point any more",
    "I just want it to end", "I want to disappear", "I'm done with life", "cant see a way out",
    "I dont see a future", "thinking of ways to die", "I might do something stupid",
    "hes had enough of life", "jump off a bridge", "I cannot cope any longer",
    "I want to go to sleep and never wake up", "I could kill him",
]  # fmt: skip
MISSPELT = [
    "sucidal", "thinking about suiside", "thoughts of sucide", "SUICIIIDE", "sui cide", "suicde",
    "want too die", "i want 2 die", "kil myself", "kill my self", "kill meself", "overdoes",
    "I’m sui­cidal", "self harrm", "s u i c i d a l suicidle", "wanna die",
]  # fmt: skip
DENIED = [
    "no suicidal thoughts", "I am not going to kill myself", "denies suicidal ideation",
    "I would never self harm", "she does not want to die", "not suicidal, just sad",
]  # fmt: skip
ABUSE = [
    "My son hits me", "he takes my money", "I am scared of my husband", "she is being neglected",
    "domestic violence", "He won't let her see anyone", "locked in her room", "not being fed",
    "unexplained bruises", "my neighbour is stealing from him", "money has gone missing",
    "I don't feel safe at home", "he shouts at me", "she was raped", "he controls my money",
    "forced marriage", "the carer pushes her", "left in a wet bed", "afraid to go home",
    "dad drinks and hits mum", "her son is rough with her", "morphine is going missing",
    "she flinches when he comes near", "safeguarding referral made", "he is violent",
    "no safeguarding concerns", "he has never hit me",
    # Slips of typing.
    "safegarding concern", "safe guarding", "abbused", "niglected by the carers", "thretening me",
]  # fmt: skip
QUIET = [
    "I get out of breath on the stairs and it frightens me at night.",
    "I look after Dad and I have not slept a whole night since October.",
    "She wants to die at home", "He would like to die in the hospice",
    "He wants to die here with us", "preferred place of death is home",
    "Pain not controlled on oral morphine; vomiting since yesterday.",
    "takes morphine twice a day", "keeping the tablets in a locked box",
    "Slow decline, falls, family wants to plan.", "He died suddenly at work",
    "Two friendly dogs. Please ring the bell twice.", "I miss her so much", "I feel low",
    "I cry every day", "She is afraid of needles", "We would like to talk about dying",
    "Kidney failure. I have decided not to have dialysis.", "the carers could not go on Sunday",
    "he is not safe on the stairs", "unsafe on her feet", "I have had enough of hospital food",
    "I want to keep going as long as I can", "I have to be with her at night",
    "go with her to clinic", "the money is spent", "has the morphine at home", "the end of life",
    "burns from radiotherapy", "the money advice helped", "got locked out once", "",
    "12345", "…!?", "\x00\ud800",
]  # fmt: skip


@pytest.mark.parametrize("text", PLAIN + PARAPHRASED + MISSPELT + DENIED)
def test_words_of_harm_lift(text):
    assert HARM in flags_in_text(text)


@pytest.mark.parametrize("text", ABUSE)
def test_words_of_abuse_and_fear_lift(text):
    assert SAFEGUARDING in flags_in_text(text)


@pytest.mark.parametrize("text", QUIET)
def test_what_many_referrals_say_lifts_nothing(text):
    assert flags_in_text(text) == []


@given(
    st.sampled_from(PLAIN + ABUSE), st.sampled_from(QUIET), st.sampled_from(["! ", ". ", "\n\n"])
)
def test_words_are_found_anywhere_in_a_text_however_they_are_written(words, around, between):
    found = flags_in_text(words)
    assert set(found) <= set(flags_in_text(around + between + words.upper() + between + around))


@given(st.text(max_size=300))
def test_any_text_can_be_looked_through(text):
    assert set(flags_in_text(text)) <= set(WORDS)


def test_both_flags_are_known_and_lift():
    assert set(WORDS) <= set(FLAGS)
    assert all(to_read_first([flag]) for flag in WORDS)


@pytest.mark.parametrize("text", ["kill " * 800, "a" * 4000, "my " * 1300, "sui " * 1000])
def test_the_longest_answer_is_looked_through_in_no_time(text):
    start = time.perf_counter()
    flags_in_text(text)
    assert time.perf_counter() - start < 1
