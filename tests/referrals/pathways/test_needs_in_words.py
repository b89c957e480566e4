"""Language and access needs in words, wherever a referral is shown."""

import pytest

from referrals.pathways import pathway_at
from referrals.pathways.words import needs_in_words
from tests.referrals.conftest import SLUGS, pathway, prefill

NEEDS = {
    "interpreter": "yes",
    "language": "pl",
    "access_help": "yes",
    "access_needs": ["large-print", "bsl"],
    "access_other": "Ring twice, I am slow to the phone",
}


@pytest.mark.parametrize("slug", SLUGS)
def test_each_need_is_named(slug):
    assert needs_in_words(pathway(slug), NEEDS) == [
        "Interpreter: Polish",
        "Large print",
        "A British Sign Language interpreter",
        "Ring twice, I am slow to the phone",
    ]


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({}, []),
        ({"interpreter": "no", "access_needs": []}, []),
        ({"interpreter": "yes"}, ["Interpreter: language not given"]),
        (
            {"interpreter": "yes", "language": "other", "language_other": "Hakka"},
            ["Interpreter: Hakka"],
        ),
    ],
)
def test_what_is_not_needed_is_not_said(answers, words):
    assert needs_in_words(pathway(), answers) == words


def test_an_older_version_names_them_as_well():
    first = pathway_at(SLUGS[0], 1)
    assert needs_in_words(first, {"interpreter": "yes", "language": "Polish"}) == [
        "Interpreter: Polish"
    ]


@pytest.mark.django_db
def test_the_answers_to_check_begin_with_them(client, begin):
    token = begin()
    prefill(
        token,
        {
            "language-and-access": {"interpreter": "yes", "access_help": "yes"},
            "language": {"language": "cy"},
            "access-needs": {"access_needs": ["braille"], "access_other": ""},
        },
    )
    html = client.get(f"/refer/form/{token}/check/").content.decode()
    assert "sees this first: <strong>Interpreter: Welsh. Braille.</strong>" in html


@pytest.mark.django_db
def test_the_head_of_a_referral_names_them_and_the_queue_flags_them(client, triage, make_referral):
    referral = make_referral(access_help="yes", access_needs=["easy-read"])
    client.force_login(triage)
    page = client.get(f"/staff/referrals/{referral.reference}/").content.decode()
    assert "<strong>Language and access:</strong> Easy read." in page
    assert "Access needs" in client.get("/staff/referrals/").content.decode()


@pytest.mark.django_db
def test_without_needs_the_head_says_nothing_of_them(client, triage, make_referral):
    client.force_login(triage)
    page = client.get(f"/staff/referrals/{make_referral().reference}/").content.decode()
    assert "Language and access:</strong>" not in page
