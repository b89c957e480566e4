"""What we send and get back is the same referral, over every pathway, however it was answered."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referrals.exchange.bundles import messages
from referrals.exchange.inbound.mapping import answers_in
from referrals.exchange.inbound.mapping.own import all_fit
from referrals.exchange.inbound.message import understood
from referrals.models import Referral
from tests.referrals.exchange import samples
from tests.referrals.exchange.inbound.senders import SERVICE, send


def back(letter):
    whole = messages.request(letter, samples.message())
    return answers_in(understood(json.loads(messages.as_bytes(whole))))


@pytest.mark.parametrize("number", [None, 0, 1, 2, 3], ids=lambda n: f"option-{n}")
@pytest.mark.parametrize("named", samples.NAMED)
def test_answers_come_back_key_for_key(named, number):
    letter = samples.letter(named, number)
    pathway, answers = back(letter)
    assert pathway == letter.pathway
    assert answers == letter.answers


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_any_words_come_back(words):
    letter = samples.letter(samples.NAMED[0], None, name=words.strip())
    assert back(letter)[1]["name"] == words.strip()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("date_of_birth", "1948-02-30"), ("date_of_birth", "27 March 1948"), ("name", 5),
        ("name", "a\x00b"), ("name", ["a"]), ("interpreter", "perhaps"), ("strange", "x"),
        ("access_needs", "braille"), ("access_needs", ["nothing we ask"]), ("name", "\ud800"),
        ("name", None), ("name", "x" * 60_000),
    ],
)  # fmt: skip
def test_answers_that_no_form_of_ours_gives_are_not_taken_for_ours(key, value):
    pathway = samples.pathway_of("palliative-care-support/2")
    assert all_fit(pathway, {"name": "Martha Keel"})
    assert not all_fit(pathway, {"name": "Martha Keel", key: value})


@pytest.mark.django_db
@pytest.mark.parametrize("named", samples.NAMED)
def test_a_message_of_ours_is_accepted_as_the_same_referral(named):
    letter = samples.letter(named, 0)
    letter = type(letter)(**{**vars(letter), "receiver": samples.Party("Us", "W0V01", SERVICE)})
    answer = send(messages.as_bytes(messages.request(letter, samples.message())))
    assert answer.status_code == 200, answer.content
    made = Referral.objects.get()
    assert (made.pathway_slug, made.pathway_version) == (
        letter.pathway.slug, letter.pathway.version
    )  # fmt: skip
    assert made.answers == letter.answers
