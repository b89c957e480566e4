"""The demo's referrals come through the same doors as real ones, once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from portal.people import demo as people_demo
from portal.people.models import User
from referrals import demo
from referrals.models import AuditEvent, Decision, OutboxMessage, Referral

pytestmark = pytest.mark.django_db
MODELS = (Referral, Decision, AuditEvent, OutboxMessage)


@pytest.fixture
def said():
    return []


@pytest.fixture
def loaded(said):
    people_demo.load(lambda words: None)
    demo.load(said.append)
    return Referral.objects.all()


def tally():
    return [model.objects.count() for model in MODELS]


def test_it_says_how_many_there_are_and_how_many_are_new(loaded, said):
    demo.load(said.append)
    assert said == ["19 referrals, 19 of them new", "19 referrals, 0 of them new"]


def test_however_often_it_runs_nothing_is_added_anywhere(loaded):
    before = tally()
    for _ in range(2):
        demo.load(lambda words: None)
    assert tally() == before


def test_one_that_is_missing_is_made_again_and_no_other(loaded, said):
    gone = Referral.objects.get(submission_key=demo.key_of("martha-keel"))
    gone.messages.all().delete()
    gone.attachments.all().delete()
    gone.delete()
    others = set(Referral.objects.values_list("reference", flat=True))
    demo.load(said.append)
    assert said[-1] == "19 referrals, 1 of them new"
    assert others < set(Referral.objects.values_list("reference", flat=True))


def test_the_key_of_each_is_the_same_at_every_run():
    assert demo.key_of("martha-keel") == demo.key_of("martha-keel") != demo.key_of("huw-tallis")
    assert str(demo.key_of("martha-keel")).split("-")[2].startswith("5")


def test_without_the_triage_user_they_are_all_there_and_untouched(said):
    demo.load(said.append)
    assert tally() == [19, 0, 19, 19]
    assert not Referral.objects.exclude(owner=None, band="", decided_at=None).exists()


def test_each_has_its_rows_in_the_trail_and_the_outbox(loaded):
    for referral in loaded:
        actions = list(referral.events.order_by("pk").values_list("action", flat=True))
        assert actions[0] == "received"
        assert len(actions) == referral.version
        assert referral.messages.filter(kind="referral.received").count() == 1


def test_what_staff_did_is_done_in_the_name_of_the_triage_user(loaded):
    triage = User.objects.get(email=demo.TRIAGE_USER)
    done = AuditEvent.objects.exclude(action="received")
    assert {event.actor for event in done} == {triage}
    assert set(done.values_list("action", flat=True)) == {"taken", "band set", "asked", "decided"}


def test_each_was_sent_when_its_entry_says(loaded):
    newest = timezone.now() - max(referral.submitted_at for referral in loaded)
    oldest = timezone.now() - min(referral.submitted_at for referral in loaded)
    assert timedelta(hours=2) <= newest < timedelta(hours=2, minutes=5)
    assert timedelta(hours=260) <= oldest < timedelta(hours=260, minutes=5)


def test_every_reason_is_one_that_is_written_down(loaded):
    decisions = Decision.objects.all()
    assert {d.reason for d in decisions} == set(demo.REASONS.values())
    assert all(demo.REASONS[decision.outcome] == decision.reason for decision in decisions)


def test_a_redirection_names_where_to_and_no_other_decision_does(loaded):
    named = {d.outcome: d.service_name for d in Decision.objects.all() if d.service_name}
    assert named == {"redirect": "Wyvern Vale equipment service"}
