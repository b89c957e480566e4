import pytest

from referrals.attachments import services
from referrals.attachments.rescanning import scan_waiting
from referrals.models import Attachment, Verdict
from tests.referrals.attachments.build import EICAR_LIKE, PDF, clamd

pytestmark = pytest.mark.django_db


def verdicts():
    return list(Attachment.objects.values_list("verdict", flat=True))


def test_what_waits_is_scanned_once_there_is_a_scanner(draft, settings):
    for content in (PDF, EICAR_LIKE, PDF + b"<</JS(x)>>"):
        services.add(draft, "a.pdf", content)
    assert scan_waiting() == 0
    with clamd() as server:
        settings.CLAMAV_ADDRESS = server.address
        assert scan_waiting() == 3
        assert scan_waiting() == 0
    assert verdicts() == [Verdict.CLEAN, Verdict.INFECTED, Verdict.QUARANTINED]
    assert not Attachment.objects.filter(scanned_at=None).exists()


def test_without_an_answer_it_waits_on(draft, settings, caplog):
    services.add(draft, "a.pdf", PDF)
    settings.CLAMAV_ADDRESS = "127.0.0.1:1"
    assert scan_waiting() == 0
    assert verdicts() == [Verdict.QUARANTINED]
    assert "does not answer" in caplog.text
