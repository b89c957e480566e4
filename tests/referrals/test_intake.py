from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError

from portal.places.models import Area, Postcode
from referrals import intake
from referrals.cipher import Ring, seal, unseal
from referrals.demo.answers import finished
from referrals.intake import RECEIVED, AttachmentMissing, Submission, accept
from referrals.models import Attachment, AuditEvent, OutboxMessage, Referral, Source
from referrals.pathways.declare import Kind, Pathway, Question
from tests.referrals.conftest import PERSON, SLUGS, pathway

pytestmark = pytest.mark.django_db
FRIDAY_EVENING = datetime(2026, 11, 20, 18, 30, tzinfo=ZoneInfo("Europe/London"))

SECRET = Question(
    "key_safe", Kind.TEXT, "Key safe", purpose="Whoever visits opens the door.", secret=True
)


def _questions(steps):
    return {question.key: question for step in steps for question in step.questions}


def submission(slug=SLUGS[0], key=None, at=None, **answers):
    whole = finished(pathway(slug), PERSON | answers)
    return Submission(key or uuid4(), pathway(slug), whole, at)


def tally():
    return [m.objects.count() for m in (Referral, AuditEvent, OutboxMessage)]


def test_a_submission_becomes_a_referral_an_audit_row_and_an_outbox_row():
    referral = accept(submission())
    assert tally() == [1, 1, 1]
    assert AuditEvent.objects.get().action == "received"
    assert OutboxMessage.objects.get().kind == RECEIVED
    assert referral.answers["name"] == "Martha Keel"
    assert referral.band == ""


def test_the_same_key_gives_the_same_referral_however_often():
    one = submission()
    references = {accept(one).reference for _ in range(5)}
    assert len(references) == 1
    assert tally() == [1, 1, 1]


def test_another_key_gives_another_referral():
    assert accept(submission()).reference != accept(submission()).reference


def test_the_version_of_the_pathway_is_kept():
    referral = accept(submission())
    assert (referral.pathway_slug, referral.pathway_version) == (SLUGS[0], pathway().version)


def test_it_is_due_within_the_working_days_promised():
    referral = accept(submission(at=FRIDAY_EVENING))
    assert referral.due_at == datetime(2026, 11, 25, 9, tzinfo=ZoneInfo("Europe/London"))


@pytest.mark.parametrize("fails", ["audit", "outbox"])
def test_if_one_part_fails_nothing_is_kept(monkeypatch, fails):
    def broken(*args, **kwargs):
        raise RuntimeError("the disk is full")

    target = (intake.audit, "record") if fails == "audit" else (OutboxMessage.objects, "create")
    monkeypatch.setattr(*target, broken)
    with pytest.raises(RuntimeError):
        accept(submission())
    assert tally() == [0, 0, 0]


def test_a_reference_already_given_is_drawn_anew(monkeypatch):
    taken = accept(submission()).reference
    drawn = iter([taken, taken, "CCCC-3333"])
    monkeypatch.setattr(intake, "new_reference", lambda: next(drawn))
    assert accept(submission()).reference == "CCCC-3333"


def test_it_does_not_look_for_a_reference_for_ever(monkeypatch):
    taken = accept(submission()).reference
    monkeypatch.setattr(intake, "new_reference", lambda: taken)
    with pytest.raises(RuntimeError):
        accept(submission())


def test_the_database_itself_refuses_a_second_referral_of_one_key():
    first = accept(submission())
    first.pk, first.reference = None, "DDDD-4444"
    with pytest.raises(IntegrityError):
        first.save(force_insert=True)


def test_the_summary_has_initials_age_and_flags():
    referral = accept(submission(name="Anne-Marie van Dyke", interpreter="yes", language="Dutch"))
    assert referral.summary["initials"] == "AVD"
    assert referral.summary["date_of_birth"] == "1948-03-27"
    assert referral.summary["flags"] == ["interpreter"]


def test_the_area_comes_from_the_postcode():
    area = Area.objects.create(code="vale-east", name="Vale East", kind="council")
    Postcode.objects.create(
        postcode="WY1 1AA", outcode="WY1", latitude=54, longitude=1.5, area=area
    )
    assert accept(submission(postcode="WY1 1AA")).area_code == "vale-east"
    assert accept(submission(postcode="")).area_code == ""


def test_the_time_of_sending_is_now_unless_said():
    before = accept(submission()).submitted_at
    assert accept(submission(at=before - timedelta(days=3))).submitted_at < before


def test_what_is_secret_is_sealed_apart_under_other_keys(monkeypatch):
    whole = pathway()
    with_secret = [
        replace(step, questions=(*step.questions, SECRET)) if step.slug == "gp" else step
        for step in whole.steps
    ]
    monkeypatch.setattr(Pathway, "questions", lambda self: _questions(with_secret))
    one = submission()
    referral = accept(replace(one, answers={**one.answers, "key_safe": "1948"}))
    assert "key_safe" not in referral.answers
    assert unseal(referral.sealed_secrets, Ring.SECRETS) == {"key_safe": "1948"}


@pytest.mark.parametrize("slug", [SLUGS[0], SLUGS[2]])
def test_words_of_harm_lift_a_referral_where_they_are_sealed_apart_as_well(slug):
    whole, words = submission(slug), "He says that he will kill himself"
    referral = accept(replace(whole, answers={**whole.answers, "hazard_details": words}))
    assert "hazard_details" not in referral.answers
    assert "words-of-harm" in referral.summary["flags"]
    assert referral.read_first


def test_without_secrets_nothing_is_sealed_apart():
    assert accept(submission()).sealed_secrets == ""


def test_an_nhs_number_is_found_by_its_digest_however_it_is_written():
    one = submission()
    referral = accept(replace(one, answers={**one.answers, "nhs_number": "999 000 0018"}))
    assert referral.nhs_number_index == intake.nhs_number_index("999-000-0018") != ""
    assert "9990000018" not in referral.nhs_number_index


def test_two_people_without_a_number_are_not_taken_for_one():
    accept(submission(nhs_number=""))
    assert accept(submission()).nhs_number_index == ""


def attachment(**facts):
    return Attachment.objects.create(
        sealed_name=seal("letter.pdf"), media_type="application/pdf", size=4, fingerprint="",
        verdict="clean", added_at=FRIDAY_EVENING, **facts,
    )  # fmt: skip


def test_files_come_with_the_referral():
    one, two = attachment(), attachment()
    referral = accept(replace(submission(), attachments=(one.key, two.key)))
    assert set(referral.attachments.all()) == {one, two}
    assert AuditEvent.objects.get().detail["attachments"] == 2


def test_if_a_file_is_gone_nothing_is_accepted():
    one = attachment()
    with pytest.raises(AttachmentMissing):
        accept(replace(submission(), attachments=(one.key, uuid4())))
    assert tally() == [0, 0, 0]
    one.refresh_from_db()
    assert one.referral is None


def test_a_file_of_another_referral_is_never_taken():
    one = attachment()
    accept(replace(submission(), attachments=(one.key,)))
    with pytest.raises(AttachmentMissing):
        accept(replace(submission(), attachments=(one.key,)))


def test_a_message_keeps_its_conversation_and_journey():
    talk, way = uuid4(), uuid4()
    sent = replace(submission(), source=Source.BARS, conversation=talk, journey=way)
    referral = accept(sent)
    assert (referral.correlation_id, referral.journey_id) == (talk, way)
    assert referral.source == Source.BARS


def test_each_form_begins_a_conversation_of_its_own():
    assert accept(submission()).correlation_id != accept(submission()).correlation_id
