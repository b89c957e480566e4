"""Adding files: checked, cleaned, sealed, counted, and bound to what is sent."""

from datetime import timedelta

import pytest
from django.utils import timezone

from referrals.attachments import services
from referrals.attachments.limits import LARGEST_FILE, LARGEST_TOGETHER, MOST_FILES
from referrals.attachments.words import name_of
from referrals.cipher import unseal_bytes
from referrals.intake import AttachmentMissing, Submission, accept
from referrals.journey.drafts import forget_expired, submit
from referrals.models import Attachment, AttachmentContent, Draft, Referral, Verdict
from tests.referrals.attachments.build import EICAR_LIKE, PDF, clamd, picture, with_place_and_turn
from tests.referrals.conftest import SLUGS, fill_in, pathway

pytestmark = pytest.mark.django_db


def refused(draft, name, content):
    with pytest.raises(services.Refused) as caught:
        services.add(draft, name, content)
    assert draft.attachments.count() == 0
    return caught.value.why


class TestAdding:
    def test_name_and_bytes_are_sealed(self, draft):
        file = services.add(draft, "letter from clinic.pdf", PDF)
        sealed = bytes(AttachmentContent.objects.get().sealed)
        assert unseal_bytes(sealed) == PDF
        assert b"Catalog" not in sealed
        assert "clinic" not in file.sealed_name
        assert (name_of(file), file.media_type, file.size) == (
            "letter from clinic.pdf",
            "application/pdf",
            len(PDF),
        )

    def test_without_a_scanner_it_waits_in_quarantine(self, draft):
        file = services.add(draft, "a.pdf", PDF)
        assert (file.verdict, file.scanned_at) == (Verdict.QUARANTINED, None)

    def test_what_the_scanner_finds_nothing_in_is_clean(self, draft, scanner_there):
        file = services.add(draft, "a.pdf", PDF)
        assert file.verdict == Verdict.CLEAN
        assert file.scanned_at is not None

    def test_the_scanner_sees_what_was_sent_and_not_what_is_kept(self, draft, scanner_there):
        services.add(draft, "a.jpg", with_place_and_turn())
        assert scanner_there.seen == [with_place_and_turn()]
        assert b"SECRET" not in unseal_bytes(AttachmentContent.objects.get().sealed)

    def test_a_pdf_with_scripts_is_quarantined_though_nothing_was_found(self, draft, scanner_there):
        file = services.add(draft, "a.pdf", PDF + b"<</JS(x)>>")
        assert file.verdict == Verdict.QUARANTINED
        assert file.scanned_at is not None

    def test_a_retry_keeps_the_same_file_once(self, draft):
        first, again = (services.add(draft, "a.pdf", PDF) for _ in range(2))
        assert first == again
        assert AttachmentContent.objects.count() == 1

    def test_two_drafts_each_keep_their_own(self, draft, begin):
        from referrals.journey.drafts import find

        services.add(draft, "a.pdf", PDF)
        services.add(find(begin()), "a.pdf", PDF)
        assert Attachment.objects.count() == 2


class TestRefusing:
    @pytest.mark.parametrize(
        ("name", "content", "why"),
        [
            ("a.pdf", b"", "empty"),
            ("a.pdf", b"%PDF-" + b"x" * LARGEST_FILE, "too_large"),
            ("a.pdf", b"MZ not a pdf", "kind"),
            ("letter.docx", b"PK\x03\x04", "kind"),
            ("a.jpg", b"\xff\xd8\xff broken", "unreadable"),
            ("a.png", b"\x89PNG\r\n\x1a\n", "unreadable"),
            ("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0", "unreadable"),
        ],
        ids=["empty", "large", "exe", "docx", "jpeg", "png", "heic"],
    )
    def test_what_cannot_be_kept_is_refused_with_a_reason(self, draft, name, content, why):
        assert refused(draft, name, content) == why

    def test_malware_is_refused_and_not_kept(self, draft, scanner_there):
        assert refused(draft, "a.pdf", EICAR_LIKE) == "malware"
        assert AttachmentContent.objects.count() == 0

    @pytest.mark.parametrize("how", [{"hang_up": True}, {"answer": b"stream: ERROR\0"}])
    def test_a_scanner_without_a_clear_answer_means_no(self, draft, settings, how):
        with clamd(**how) as server:
            settings.CLAMAV_ADDRESS = server.address
            assert refused(draft, "a.pdf", PDF) == "not_checked"

    def test_no_more_files_than_allowed(self, draft):
        for number in range(MOST_FILES):
            services.add(draft, "a.pdf", PDF + b"%" * number)
        with pytest.raises(services.Refused, match="too_many"):
            services.add(draft, "a.pdf", PDF + b"one more")
        assert draft.attachments.count() == MOST_FILES

    def test_no_more_bytes_together_than_allowed(self, draft):
        services.add(draft, "a.pdf", PDF)
        Attachment.objects.update(size=LARGEST_TOGETHER - 10)
        with pytest.raises(services.Refused, match="too_much"):
            services.add(draft, "b.pdf", PDF + b"more")


class TestRemoving:
    def test_the_bytes_go_too_and_twice_does_no_harm(self, draft):
        file = services.add(draft, "a.pdf", PDF)
        services.remove(draft, file.key)
        services.remove(draft, file.key)
        assert AttachmentContent.objects.count() == 0

    def test_nobody_removes_the_file_of_another_draft(self, draft, begin):
        from referrals.journey.drafts import find

        file = services.add(draft, "a.pdf", PDF)
        services.remove(find(begin()), file.key)
        assert Attachment.objects.count() == 1


class TestSending:
    @pytest.fixture
    def whole(self, client, begin):
        from referrals.journey.drafts import find

        token = begin()
        fill_in(client, token, SLUGS[0])
        return find(token)

    def test_every_file_comes_along_byte_for_byte(self, whole):
        services.add(whole, "a.pdf", PDF)
        services.add(whole, "b.jpg", picture())
        referral = submit(whole)
        files = list(referral.attachments.all())
        assert [name_of(file) for file in files] == ["a.pdf", "b.jpg"]
        assert unseal_bytes(files[0].content.sealed) == PDF

    def test_afterwards_nothing_is_added_or_taken_away(self, whole):
        file = services.add(whole, "a.pdf", PDF)
        submit(whole)
        with pytest.raises(services.NotOpen):
            services.add(whole, "b.pdf", PDF + b"2")
        with pytest.raises(services.NotOpen):
            services.remove(whole, file.key)
        assert Referral.objects.get().attachments.count() == 1

    def test_if_one_is_gone_nothing_is_accepted(self, whole):
        file = services.add(whole, "a.pdf", PDF)
        file.delete()
        with pytest.raises(AttachmentMissing):
            accept(Submission(whole.submission_key, pathway(), {}, attachments=(file.key,)))
        assert Referral.objects.count() == 0

    def test_the_files_of_a_sent_form_outlive_the_draft(self, whole):
        services.add(whole, "a.pdf", PDF)
        submit(whole)
        Draft.objects.update(expires_at=timezone.now() - timedelta(days=1))
        forget_expired()
        assert AttachmentContent.objects.count() == 1


def test_the_files_of_a_forgotten_draft_are_deleted(draft, begin):
    services.add(draft, "a.pdf", PDF)
    Draft.objects.filter(pk=draft.pk).update(expires_at=timezone.now() - timedelta(days=1))
    begin()
    assert forget_expired() == 1
    assert Attachment.objects.count() == AttachmentContent.objects.count() == 0
