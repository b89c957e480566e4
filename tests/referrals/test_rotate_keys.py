import pytest
from cryptography.fernet import Fernet
from django.core.management import call_command
from django.utils import timezone

from referrals.cipher import CannotUnseal, Ring, seal, seal_bytes, unseal, unseal_bytes
from referrals.journey.drafts import begin, contents_of, find, save_answers
from referrals.management.commands import rotate_referral_keys
from referrals.models import (
    Attachment,
    AttachmentContent,
    AuditEvent,
    Draft,
    Outcome,
    Referral,
    Verdict,
)
from referrals.triage import services
from tests.referrals.conftest import pathway

pytestmark = pytest.mark.django_db


def test_after_rotation_the_old_key_can_go(settings, make_referral, triage, capsys):
    referral = make_referral()
    services.decide(referral.reference, Outcome.ASK, "The letter, please", triage, 1)
    token = begin(pathway())
    save_answers(find(token), "gp", {"gp_practice": "Quayside"})
    new = Fernet.generate_key().decode()
    settings.REFERRALS_ENCRYPTION_KEYS = [new, *settings.REFERRALS_ENCRYPTION_KEYS]
    call_command("rotate_referral_keys")
    settings.REFERRALS_ENCRYPTION_KEYS = [new]
    referral.refresh_from_db()
    assert referral.answers["name"] == "Martha Keel"
    assert referral.summary["initials"] == "MK"
    assert referral.decisions.get().reason == "The letter, please"
    assert contents_of(find(token)).steps["gp"] == {"gp_practice": "Quayside"}
    assert "draft sealed: 1 sealed anew" in capsys.readouterr().out


def test_a_missing_key_stops_the_rotation_and_changes_nothing(settings, make_referral):
    before = make_referral().sealed_answers
    settings.REFERRALS_ENCRYPTION_KEYS = [Fernet.generate_key().decode()]
    with pytest.raises(CannotUnseal):
        call_command("rotate_referral_keys")
    assert Referral.objects.get().sealed_answers == before


def test_a_draft_saved_during_the_rotation_is_not_overwritten(monkeypatch):
    token = begin(pathway())
    real, interrupted = rotate_referral_keys.reseal, []

    def reseal(sealed, ring):
        if not interrupted:
            interrupted.append(True)
            save_answers(find(token), "gp", {"gp_practice": "Written meanwhile"})
        return real(sealed, ring)

    monkeypatch.setattr(rotate_referral_keys, "reseal", reseal)
    assert rotate_referral_keys.rotate(Draft, "sealed") == 1
    assert contents_of(find(token)).steps["gp"] == {"gp_practice": "Written meanwhile"}


def test_a_forgotten_draft_is_passed_over():
    begin(pathway())
    Draft.objects.update(sealed="")
    assert rotate_referral_keys.rotate(Draft, "sealed") == 0


def test_each_sealed_column_is_counted_and_the_next_step_is_said(make_referral, triage, capsys):
    for _ in range(2):
        referral = make_referral()
    services.decide(referral.reference, Outcome.ACCEPT, "Yes.", triage, 1)
    call_command("rotate_referral_keys")
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if " 0 sealed" not in line] == [
        "referral sealed_answers: 2 sealed anew",
        "referral sealed_summary: 2 sealed anew",
        "decision sealed_reason: 1 sealed anew",
        f"The older keys may be taken out of {' and '.join(Ring)} now.",
    ]


def test_every_sealed_column_of_the_room_is_rotated():
    from django.apps import apps

    columns = {
        (model, field.name)
        for model in apps.get_app_config("referrals").get_models()
        for field in model._meta.get_fields()
        if field.name.startswith("sealed")
    }
    assert columns == set(rotate_referral_keys.SEALED)


def test_a_draft_forgotten_during_the_rotation_stays_forgotten(monkeypatch):
    begin(pathway())
    real = rotate_referral_keys.reseal

    def reseal(sealed, ring):
        Draft.objects.update(sealed="")
        return real(sealed, ring)

    monkeypatch.setattr(rotate_referral_keys, "reseal", reseal)
    assert rotate_referral_keys.rotate(Draft, "sealed") == 0
    assert Draft.objects.get().sealed == ""


def test_rotation_changes_neither_versions_nor_times_nor_the_trail(make_referral):
    def state():
        kept = ("reference", "version", "submitted_at", "due_at", "read_first")
        return Referral.objects.values_list(*kept).get(), AuditEvent.objects.count()

    make_referral()
    before = state()
    call_command("rotate_referral_keys")
    assert state() == before


def test_files_and_secrets_are_rotated_each_under_its_own_ring(settings, make_referral):
    referral = make_referral()
    Referral.objects.update(sealed_secrets=seal({"key_safe": "1948"}, Ring.SECRETS))
    attachment = Attachment.objects.create(
        referral=referral, sealed_name=seal("letter.pdf"), media_type="application/pdf", size=4,
        fingerprint="", verdict=Verdict.CLEAN, added_at=timezone.now(),
    )  # fmt: skip
    AttachmentContent.objects.create(attachment=attachment, sealed=seal_bytes(b"%PDF"))
    answers, secrets = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    settings.REFERRALS_ENCRYPTION_KEYS = [answers, *settings.REFERRALS_ENCRYPTION_KEYS]
    settings.REFERRALS_SECRETS_KEYS = [secrets, *settings.REFERRALS_SECRETS_KEYS]
    call_command("rotate_referral_keys")
    settings.REFERRALS_ENCRYPTION_KEYS, settings.REFERRALS_SECRETS_KEYS = [answers], [secrets]
    assert unseal_bytes(AttachmentContent.objects.get().sealed) == b"%PDF"
    assert unseal(Referral.objects.get().sealed_secrets, Ring.SECRETS) == {"key_safe": "1948"}
    with pytest.raises(CannotUnseal):
        unseal(Referral.objects.get().sealed_secrets)
