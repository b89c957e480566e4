"""What intake reads out of the answers: initials, date of birth, flags, area, and what it lifts."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referrals.demo.answers import finished
from referrals.intake import Submission, _summary, accept
from tests.referrals.conftest import PERSON, SLUGS, pathway
from tests.services_directory.build import area, postcode


def sent(slug=SLUGS[0], **answers):
    whole = finished(pathway(slug), PERSON | answers)
    return accept(Submission(uuid4(), pathway(slug), whole))


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Martha Keel", "MK"),
        ("martha keel", "MK"),
        ("Anne-Marie van Dyke", "AVD"),
        ("O'Neill", "O"),
        ("Øyvind Ångström", "ØÅ"),
        ("A B C D E F", "ABCD"),
        ("Bill 'Bo' Smith (Sr)", "BS"),
        ("  Martha   Keel ", "MK"),
        ("7 ?", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_initials_are_the_first_letters_of_up_to_four_words(name, initials):
    assert _summary(pathway(), {"name": name})["initials"] == initials


@given(st.text(max_size=60))
def test_whatever_is_typed_as_a_name_gives_at_most_four_letters(name):
    initials = _summary(pathway(), {"name": name})["initials"]
    assert len(initials) <= 4
    assert initials == "" or any(character.isalpha() for character in name)


def test_a_form_without_name_and_date_has_an_empty_summary():
    assert _summary(pathway(), {}) == {"initials": "", "date_of_birth": "", "flags": []}


LIFTED = [
    (SLUGS[0], {}, False),
    (SLUGS[0], {"interpreter": "yes", "language": "Polish"}, False),
    (SLUGS[0], {"who_for": "someone", "they_agree": "not-told"}, True),
    (SLUGS[0], {"who_for": "someone", "they_agree": "cannot-decide"}, False),
    # Not shown for oneself, so it is not sent and lifts nothing.
    (SLUGS[0], {"who_for": "me", "they_agree": "not-told"}, False),
    (SLUGS[1], {"thoughts_of_suicide": "yes"}, True),
    (SLUGS[1], {"thoughts_of_suicide": "rather-not"}, False),
    (SLUGS[2], {"reasons": ["pain", "last-days"]}, True),
    (SLUGS[2], {"safeguarding": "adult"}, True),
    (SLUGS[2], {"visit_risk": "yes", "hazards": ["weapons"]}, False),
    # Words in free text lift it as well; what is not shown does not.
    (SLUGS[0], {"in_own_words": "I cant go on"}, True),
    (SLUGS[0], {"in_own_words": "My neighbour takes my money"}, True),
    (SLUGS[0], {"in_own_words": "I am so tired"}, False),
    (SLUGS[1], {"who_for": "me", "child_changes": "He wants to die"}, False),
    (SLUGS[3], {"safe_at_home": "no"}, True),
    (SLUGS[3], {"coping": "limit"}, False),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("slug", "answers", "lifted"), LIFTED)
def test_only_the_gravest_flags_lift_it(slug, answers, lifted):
    referral = sent(slug, **answers)
    assert referral.read_first is lifted
    assert referral.band == ""


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "code"),
    [("WY3 1AB", "east"), ("wy31ab", "east"), ("WY3 9ZZ", "east"), ("ZZ9 9ZZ", ""), ("", "")],
)
def test_the_area_is_the_nearest_that_holds_the_postcode(typed, code):
    area("east", parent=area("vale"))
    postcode("WY3 1AB", code="east")
    assert sent(postcode=typed).area_code == code


@pytest.mark.django_db
def test_the_form_and_its_version_stand_in_the_trail(make_referral):
    event = make_referral(SLUGS[2]).events.get()
    assert event.actor is None
    assert event.detail == {"pathway": SLUGS[2], "version": 3}
