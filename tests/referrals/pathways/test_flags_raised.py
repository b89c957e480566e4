"""Which answer of which pathway raises which flag: the whole list, so that none slips away."""

import pytest

from referrals.pathways.answers import flags_of, flags_raised
from referrals.pathways.declare import Kind, Option, Question
from tests.referrals.conftest import SLUGS, pathway

PUBLIC, BEREAVED, PROFESSIONAL = SLUGS
ACCESS = ["large-print", "easy-read", "braille", "text-relay", "text-message", "carer-present",
          "more-time"]  # fmt: skip
HAZARDS = ["pets", "smoking", "behaviour", "weapons", "substances", "no-signal", "access"]
SHARED = {
    ("interpreter", "yes"): "interpreter",
    ("access_needs", "bsl"): "interpreter",
    **{("access_needs", value): "accessible" for value in ACCESS},
}
RAISED = {
    PUBLIC: SHARED | {
        ("aware_of_illness", "no"): "unaware-diagnosis",
        ("aware_of_illness", "not-sure"): "unaware-diagnosis",
        ("aware_of_outlook", "no"): "unaware-prognosis",
        ("aware_of_outlook", "not-sure"): "unaware-prognosis",
        ("voicemail", "no"): "no-voicemail",
        ("they_agree", "cannot-decide"): "lacks-capacity",
        ("they_agree", "not-told"): "does-not-know",
        ("lives_alone", "with-children"): "child",
    },
    BEREAVED: SHARED | {
        ("reasons", "children"): "child",
        ("thoughts_of_suicide", "sometimes"): "self-harm",
        ("thoughts_of_suicide", "yes"): "self-harm",
        ("voicemail", "no"): "no-voicemail",
    },
    PROFESSIONAL: SHARED | {
        ("they_agree", "best-interests"): "lacks-capacity",
        ("they_agree", "not-told"): "does-not-know",
        ("household", "children"): "child",
        ("reasons", "last-days"): "dying",
        ("phase", "dying"): "dying",
        ("aware_of_illness", "no"): "unaware-diagnosis",
        ("aware_of_illness", "not-known"): "unaware-diagnosis",
        ("aware_of_outlook", "no"): "unaware-prognosis",
        ("aware_of_outlook", "not-known"): "unaware-prognosis",
        ("carer_aware_of_illness", "no"): "carer-unaware",
        ("carer_aware_of_illness", "not-known"): "carer-unaware",
        ("carer_aware_of_outlook", "no"): "carer-unaware",
        ("carer_aware_of_outlook", "not-known"): "carer-unaware",
        ("safeguarding", "yes"): "safeguarding",
        ("infection", "yes"): "infection",
        **{("hazards", value): "hazard" for value in HAZARDS},
    },
}  # fmt: skip
EVERY = [
    (slug, key, value, flag)
    for slug, flags in RAISED.items()
    for (key, value), flag in flags.items()
]


@pytest.mark.parametrize(("slug", "key", "value", "flag"), EVERY)
def test_the_answer_raises_its_flag(slug, key, value, flag):
    many = pathway(slug).questions()[key].kind is Kind.CHOICES
    assert flags_raised(pathway(slug), {key: [value] if many else value}) == [flag]


@pytest.mark.parametrize("slug", SLUGS)
def test_no_other_answer_raises_one(slug):
    declared = {
        (question.key, option.value)
        for question in pathway(slug).questions().values()
        for option in question.options
        if option.flag
    }
    assert declared == set(RAISED[slug])


def test_what_to_know_before_a_visit_is_a_hazard_once_something_is_written():
    assert flags_raised(pathway(), {"before_we_visit": "A dog"}) == ["hazard"]
    assert flags_raised(pathway(), {"before_we_visit": ""}) == []


@pytest.mark.parametrize("slug", SLUGS)
def test_no_answers_raise_no_flag(slug):
    assert flags_raised(pathway(slug), {}) == []


@pytest.mark.parametrize("nothing", [None, "", [], [""]])
def test_a_question_left_empty_raises_nothing(nothing):
    question = Question(
        "q", Kind.CHOICES, "Q", purpose="Test.", flag="child",
        options=(Option("a", "A", flag="hazard"),),
    )  # fmt: skip
    assert flags_of(question, nothing) == []
    assert flags_of(question, ["a"]) == ["hazard", "child"]
