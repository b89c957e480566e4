"""A new referral from another system."""

import json
from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from referrals.cipher import unseal_bytes
from referrals.models import AuditEvent, InboundMessage, OutboxMessage, Referral, Source
from tests.referrals.exchange.inbound.senders import (
    clinical,
    guid,
    referral,
    send,
)

pytestmark = pytest.mark.django_db


def test_a_referral_is_accepted_with_its_conversation_and_journey():
    answer = send(referral(*clinical()))
    assert answer.status_code == 200, answer.content
    made = Referral.objects.get()
    assert made.source == Source.BARS
    assert made.correlation_id == UUID(guid("conversation"))
    assert made.journey_id == UUID(guid("journey"))
    assert made.pathway_slug == "bars-referral"
    assert AuditEvent.objects.get().detail["source"] == "bars"
    assert OutboxMessage.objects.get().kind == "referral.received"


@pytest.mark.parametrize(
    ("episode", "known"),
    [
        ({"identifier": {"value": f"urn:uuid:{guid('journey')}"}}, True),
        ({"reference": f"EpisodeOfCare/{guid('journey')}"}, True),
        ([{"reference": f"urn:uuid:{guid('journey')}"}], True),
        ({"reference": "EpisodeOfCare/7"}, False),
        (None, False),
    ],
)
def test_a_journey_goes_on_however_it_is_named_and_else_begins_here(episode, known):
    sent = referral()
    contact = next(e["resource"] for e in sent["entry"] if "episodeOfCare" in e["resource"])
    contact["episodeOfCare"] = episode
    assert send(sent).status_code == 200
    assert (str(Referral.objects.get().journey_id) == guid("journey")) is known


def test_the_journey_is_found_though_the_request_names_no_contact():
    sent = referral()
    del sent["entry"][1]["resource"]["encounter"]
    assert send(sent).status_code == 200
    assert str(Referral.objects.get().journey_id) == guid("journey")


def test_the_answer_echoes_the_request_with_our_planned_contact():
    sent = referral(*clinical())
    body = json.loads(send(sent).content)
    made = Referral.objects.get()
    assert body["entry"][:-1] == sent["entry"]
    contact = body["entry"][-1]["resource"]
    assert (contact["resourceType"], contact["status"]) == ("Encounter", "planned")
    named = {each["use"]: each["value"] for each in contact["identifier"]}
    assert named == {"official": made.reference, "secondary": str(made.submission_key)}


def test_both_ids_come_back():
    answer = send(referral())
    assert answer["X-Request-Id"] == guid("request")
    assert answer["X-Correlation-Id"] == guid("conversation")
    assert answer["Content-Type"].startswith("application/fhir+json")
    assert not answer.cookies


def test_the_very_bytes_are_kept_sealed():
    raw = json.dumps(referral(), indent=3).encode() + b"\n"
    send(raw)
    row = InboundMessage.objects.get()
    assert unseal_bytes(row.sealed_raw) == raw
    assert b".1234567" in raw
    assert b"Keel" not in bytes(row.sealed_raw)
    assert row.status == 200
    assert row.referral == Referral.objects.get()
    assert row.bundle_id == guid("bundle")


def test_a_sender_who_needs_an_answer_sooner_is_taken_at_their_word():
    soon = timezone.now() + timedelta(hours=2)
    sent = referral()
    sent["entry"][1]["resource"]["occurrencePeriod"]["end"] = soon.isoformat()
    send(sent)
    assert Referral.objects.get().due_at == soon


def test_a_window_that_is_over_changes_nothing():
    sent = referral()
    sent["entry"][1]["resource"]["occurrencePeriod"]["end"] = "2021-11-26T15:20:00+00:00"
    send(sent)
    made = Referral.objects.get()
    assert made.due_at > made.submitted_at


def test_the_same_bundle_under_another_id_is_the_same_referral():
    first, second = send(referral(), request="one"), send(referral(), request="two")
    assert (first.status_code, second.status_code) == (200, 200)
    assert first.content == second.content
    assert Referral.objects.count() == 1


def test_another_bundle_under_the_same_name_is_no_silent_loss():
    send(referral(), request="one")
    other = send(referral(*clinical()), request="two")
    assert other.status_code == 409
    assert "conflict" in other.content.decode()
    assert Referral.objects.count() == 1


def test_two_bundles_in_one_conversation_are_two_referrals():
    send(referral(), request="one")
    send(referral(id="another"), request="two")
    assert Referral.objects.count() == 2


@pytest.mark.parametrize("odd", ["\ud800", "\x00"], ids=["half a letter", "NUL"])
def test_an_id_that_can_not_be_stored_is_none(odd):
    assert send(referral() | {"id": odd}).status_code == 200
    assert InboundMessage.objects.get().bundle_id == ""


def test_a_reason_that_can_not_be_stored_is_refused_and_done_with():
    whole = referral(reason="\ud800")
    assert send(whole).status_code == 400
    assert InboundMessage.objects.get().finished_at is not None
