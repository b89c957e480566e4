from datetime import timedelta

import pytest
from django.core.signing import Signer

from services_directory.assurance.links import (
    LinkExpired,
    LinkUnknown,
    LinkUsed,
    find_verification,
    open_verification,
    token_for,
)
from services_directory.assurance.services import answer_unchanged
from services_directory.models import Service
from tests.services_directory.assurance.build import entry, question

pytestmark = pytest.mark.django_db


def test_a_link_opens_its_own_question():
    one, other = question(entry("One")), question(entry("Other"))
    assert open_verification(token_for(one)) == one
    assert open_verification(token_for(other)) == other


def test_a_link_holds_the_key_and_nothing_else():
    asked = question(entry())
    key, _, signature = token_for(asked).partition(".")
    assert key == asked.pk.hex
    assert len(signature) == 43


@pytest.mark.parametrize("spoil", ["{}x", "x{}", "{}.", "", "a.b", "é", "{}{}"])
def test_a_link_that_was_changed_or_cut_is_unknown(spoil):
    token = token_for(question(entry()))
    with pytest.raises(LinkUnknown):
        open_verification(spoil.format(token, token))


def test_a_key_signed_for_something_else_is_unknown():
    key = question(entry()).pk.hex
    with pytest.raises(LinkUnknown):
        open_verification(Signer(salt="something.else", sep=".").sign(key))


def test_a_link_works_once():
    asked = question(entry())
    answer_unchanged(asked)
    with pytest.raises(LinkUsed) as refusal:
        open_verification(token_for(asked))
    assert refusal.value.verification == asked
    assert find_verification(token_for(asked)) == asked


def test_an_answer_closes_every_other_letter_about_the_entry():
    service = entry()
    first, second = question(service), question(service)
    answer_unchanged(second)
    with pytest.raises(LinkUsed):
        open_verification(token_for(first))


def test_a_link_works_until_it_expires(clock):
    asked = question(entry(), days=28)
    clock.shift(timedelta(days=28, seconds=-1))
    assert open_verification(token_for(asked))
    clock.shift(timedelta(seconds=1))
    with pytest.raises(LinkExpired):
        open_verification(token_for(asked))


@pytest.mark.parametrize("state", [{"live": False}, {"status": "inactive"}])
def test_a_link_about_an_entry_that_was_taken_down_is_unknown(state):
    asked = question(entry())
    Service.objects.update(**state)
    with pytest.raises(LinkUnknown):
        open_verification(token_for(asked))


def test_a_link_about_a_hidden_entry_works():
    asked = question(entry())
    Service.objects.update(hidden_since="2026-11-01")
    assert open_verification(token_for(asked)) == asked


def test_each_refusal_has_words():
    for refusal in (LinkUnknown, LinkUsed, LinkExpired):
        assert refusal().words
        assert refusal().advice
