"""Which answer of which pathway raises which flag: the whole list, so that none slips away."""

import pytest

from referrals.flags import to_read_first
from referrals.pathways import pathway_at
from referrals.pathways.answers import flags_of, flags_raised
from referrals.pathways.declare import Kind, Option, Question
from tests.referrals.conftest import SLUGS, pathway
from tests.referrals.pathways.declared import DECLARED

INTERPRETER = {"bsl", "makaton", "deafblind"}


def needs(slug: str) -> dict[str, str]:
    """Return each access need and its flag: those with an interpreter are booked before a call."""
    options = pathway(slug).questions()["access_needs"].options
    return {
        f"access_needs {option.value}": "interpreter"
        if option.value in INTERPRETER
        else "accessible"
        for option in options
    }


RAISED = {slug: DECLARED[slug]["raises"] | needs(slug) for slug in SLUGS}
EVERY = [
    (slug, *which.split(" "), flag)
    for slug, flags in RAISED.items()
    for which, flag in flags.items()
]


@pytest.mark.parametrize(("slug", "key", "value", "flag"), EVERY)
def test_the_answer_raises_its_flag(slug, key, value, flag):
    many = pathway(slug).questions()[key].kind is Kind.CHOICES
    assert flags_raised(pathway(slug), {key: [value] if many else value}) == [flag]


@pytest.mark.parametrize("slug", SLUGS)
def test_no_other_answer_raises_one(slug):
    declared = {
        f"{question.key} {option.value}"
        for question in pathway(slug).questions().values()
        for option in question.options
        if option.flag
    }
    assert declared == set(RAISED[slug])


@pytest.mark.parametrize(("slug", "answer"), [(SLUGS[0], "today"), (SLUGS[2], "24h")])
def test_who_says_that_it_cannot_wait_does_not_wait_with_the_others(slug, answer):
    raised = flags_raised(pathway(slug), {"how_soon": answer})
    assert raised == ["asks-soon"]
    assert to_read_first(raised)
    for calm in {"days", "weeks", "no-hurry", "2wd", "5wd"}:
        assert flags_raised(pathway(slug), {"how_soon": calm}) == []


@pytest.mark.parametrize("slug", SLUGS)
def test_every_answer_that_shows_help_at_once_is_flagged_for_staff(slug):
    for question in pathway(slug).questions().values():
        for option in question.options:
            assert not option.help_now or flags_of(question, option.value)


def test_a_need_in_ones_own_words_is_flagged_once_something_is_written():
    assert flags_raised(pathway(), {"access_other": "Ring twice"}) == ["accessible"]
    assert flags_raised(pathway(), {"access_other": ""}) == []


def test_words_beside_the_matter_lift_too_and_a_name_never_does():
    assert flags_raised(pathway(), {"best_times": "When he is out, he hits me"}) == [
        "safeguarding-words"
    ]
    assert flags_raised(pathway(), {"name": "Anna Rapetti", "known_as": "Suicide Sue"}) == []


def test_an_older_version_still_flags_what_it_asked():
    first = pathway_at(SLUGS[0], 1)
    assert flags_raised(first, {"before_we_visit": "A dog"}) == ["hazard"]
    assert flags_raised(first, {"before_we_visit": ""}) == []


@pytest.mark.parametrize("slug", SLUGS)
def test_no_secret_answer_raises_a_flag_by_what_was_chosen(slug):
    secret = [q for q in pathway(slug).questions().values() if q.secret]
    answers = {q.key: [o.value for o in q.options] or "4417, left of the door" for q in secret}
    assert flags_raised(pathway(slug), answers) == []


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
