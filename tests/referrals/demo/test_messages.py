"""The demo's message from another system."""

import pytest

from referrals.demo.messages import SERVICE, receive
from referrals.models import InboundMessage, Referral, Source
from referrals.triage import presenters

pytestmark = pytest.mark.django_db


def test_it_is_received_once(settings):
    settings.BARS_RECEIVER_SERVICE_IDS = [SERVICE]
    assert [receive(), receive()] == [True, False]
    made = Referral.objects.get()
    assert made.source == Source.BARS
    labels = {flag.label for flag in presenters.flags_of(made)}
    assert {"ReSPECT or DNACPR", "Home-visit hazard", "Access needs"} <= labels


def test_where_it_is_not_ours_to_receive_nothing_happens(settings):
    settings.BARS_RECEIVER_SERVICE_IDS = []
    assert not receive()
    assert not InboundMessage.objects.exists()
