from datetime import timedelta

import pytest

from referrals.models import OutboxMessage

pytestmark = pytest.mark.django_db


@pytest.fixture
def message(make_referral):
    make_referral()
    return OutboxMessage.objects.get()


def test_it_waits_to_be_delivered_at_once(message):
    assert message.next_try_at == message.created_at == message.referral.submitted_at
    assert (message.attempts, message.delivered_at, message.given_up_at) == (0, None, None)


def test_it_carries_no_answers(message):
    words = " ".join(str(value) for value in vars(message).values())
    assert "Martha" not in words
    assert message.referral.sealed_answers not in words


def test_it_is_named_by_kind_and_key(message):
    assert str(message) == f"referral.received {message.key}"


def test_what_is_due_first_is_delivered_first(message, make_referral):
    make_referral(at=message.created_at - timedelta(days=1))
    assert OutboxMessage.objects.last() == message


def test_each_has_a_key_of_its_own(message, make_referral):
    make_referral()
    assert len({each.key for each in OutboxMessage.objects.all()}) == 2
