"""What the worker does with messages that were left open or refused."""

from datetime import timedelta

import pytest
from django.utils import timezone

from referrals.exchange.inbound.deadline import Deadline
from referrals.exchange.inbound.keeping import LEASE, take_over
from referrals.exchange.inbound.processing import work_on
from referrals.exchange.inbound.upkeep import REFUSED_KEPT, finish_left_open, forget_refused
from referrals.models import InboundMessage, Referral
from tests.referrals.exchange.inbound.senders import issues, referral, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def left_open(monkeypatch):
    """A message that was stored just before its process was killed."""

    class Killed(BaseException):
        pass

    def killed(*args):
        raise Killed

    monkeypatch.setattr("referrals.exchange.inbound.processing.act", killed)
    with pytest.raises(Killed):
        send(referral())
    monkeypatch.undo()
    return InboundMessage.objects.get()


def later(much=LEASE + timedelta(seconds=1)):
    return timezone.now() + much


def test_what_was_left_open_is_finished_by_the_worker(left_open):
    assert (left_open.status, Referral.objects.count()) == (None, 0)
    assert finish_left_open(later()) == 1
    left_open.refresh_from_db()
    assert left_open.status == 200
    assert left_open.referral == Referral.objects.get()


def test_the_sender_who_asks_again_hears_that_it_was_processed(left_open):
    finish_left_open(later())
    assert issues(send(referral())) == [("duplicate", "REC_CONFLICT")]


def test_a_worker_who_lost_the_message_to_another_leaves_nothing(left_open):
    """It was slower than its lease: what the other one does is what counts."""
    other = take_over(InboundMessage.objects.get())
    answer = work_on(left_open, Deadline.from_now())
    assert (answer.status, answer.body["issue"][0]["code"]) == (425, "duplicate")
    assert not Referral.objects.exists()
    assert InboundMessage.objects.get().finished_at is None, "the other one still works on it"
    assert work_on(other, Deadline.from_now()).status == 200
    assert Referral.objects.count() == 1


def test_what_is_in_work_is_left_alone(left_open):
    assert finish_left_open() == 0
    assert not Referral.objects.exists()


def test_what_is_finished_is_left_alone(db):
    send(referral())
    assert finish_left_open(later()) == 0


def test_what_was_refused_is_forgotten_after_its_time(db):
    send(b"{}")
    assert forget_refused(later(REFUSED_KEPT - timedelta(minutes=1))) == 0
    assert forget_refused(later(REFUSED_KEPT + timedelta(minutes=1))) == 1
    assert not InboundMessage.objects.exists()


def test_what_became_a_referral_is_never_forgotten_so(db):
    send(referral())
    assert forget_refused(later(timedelta(days=5000))) == 0


def test_what_was_left_open_is_never_forgotten(left_open):
    assert forget_refused(later(timedelta(days=5000))) == 0
