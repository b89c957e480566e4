"""Staff open files: recorded, as a download, and with a warning where nobody has looked yet."""

import pytest

from referrals.attachments import opening, services
from referrals.intake import Submission, accept
from referrals.models import Attachment, AuditEvent, Verdict
from tests.referrals.attachments.build import PDF
from tests.referrals.conftest import pathway

pytestmark = pytest.mark.django_db


@pytest.fixture
def referral(draft):
    file = services.add(draft, 'letter "ä".pdf', PDF)
    return accept(Submission(draft.submission_key, pathway(), {}, attachments=(file.key,)))


@pytest.fixture
def address(referral):
    return f"/staff/referrals/{referral.reference}/files/{Attachment.objects.get().key}/"


def judge(verdict):
    Attachment.objects.update(verdict=verdict)


def opened():
    return AuditEvent.objects.filter(action="attachment opened")


def test_the_page_of_the_referral_lists_them(client, triage, referral, address):
    client.force_login(triage)
    html = client.get(f"/staff/referrals/{referral.reference}/").content.decode()
    assert address in html
    assert "Not scanned" in html


def test_a_clean_file_comes_as_a_download_that_can_run_nothing(client, triage, address):
    judge(Verdict.CLEAN)
    client.force_login(triage)
    answer = client.get(address)
    assert answer.content == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment; filename")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "no-store" in answer["Cache-Control"]


def test_it_is_recorded_who_opened_it(client, triage, referral, address):
    judge(Verdict.CLEAN)
    client.force_login(triage)
    client.get(address)
    event = opened().get()
    assert (event.actor, event.referral_id) == (triage, referral.reference)
    assert event.detail["verdict"] == "clean"
    assert "letter" not in str(event.detail)
    page = client.get(f"/staff/referrals/{referral.reference}/").content.decode()
    assert "Opened a file" in page


def test_one_in_quarantine_shows_a_warning_first(client, triage, address):
    client.force_login(triage)
    warning = client.get(address)
    assert "This file may not be safe" in warning.content.decode()
    assert not opened().exists()
    assert client.post(address).content == PDF
    assert opened().get().detail["verdict"] == "quarantined"


def test_one_with_malware_is_opened_by_nobody(client, triage, address):
    judge(Verdict.INFECTED)
    client.force_login(triage)
    for answer in (client.get(address), client.post(address)):
        assert "This file is not opened" in answer.content.decode()
        assert PDF not in answer.content
    assert answer.status_code == 403
    assert not opened().exists()


@pytest.mark.parametrize("who", ["editor", "directory_editor", "partner", "stranger"])
def test_other_roles_are_refused(client, request, address, who):
    judge(Verdict.CLEAN)
    client.force_login(request.getfixturevalue(who))
    assert client.get(address).status_code == 403
    assert not opened().exists()


def test_a_visitor_is_sent_to_sign_in(client, address):
    assert "/accounts/login/" in client.get(address).url


def test_a_file_is_found_by_its_own_referral_only(client, triage, address, make_referral):
    other = make_referral().reference
    key = Attachment.objects.get().key
    client.force_login(triage)
    for path in (f"{other}/files/{key}", f"NONE-SUCH/files/{key}", f"{other}/files/not-a-key"):
        assert client.get(f"/staff/referrals/{path}/").status_code == 404
    with pytest.raises(Attachment.DoesNotExist):
        opening.find(other, key)


def test_a_file_of_a_draft_cannot_be_opened(draft, triage, client):
    file = services.add(draft, "a.pdf", PDF)
    client.force_login(triage)
    assert client.get(f"/staff/referrals/None/files/{file.key}/").status_code == 404


def test_a_list_of_files_reads_no_bytes(referral, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert len(opening.files_of(referral)) == 1
