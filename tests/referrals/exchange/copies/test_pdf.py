import re
import zlib

import pytest

from referrals.exchange.copies.pdf import LACKING, Page, lacking, referral_as_pdf
from referrals.models import AuditEvent
from tests.referrals.conftest import SLUGS

pytestmark = pytest.mark.django_db


def letters_in(pdf):
    """Return the letters that are in a PDF, from the maps that let people copy its text."""
    found = set()
    for stream in re.finditer(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            content = zlib.decompressobj().decompress(stream[1])
        except zlib.error:
            content = stream[1]
        if b"beginbfchar" in content:
            codes = re.findall(rb"<[0-9A-F]{4}> <([0-9A-F]{4,8})>", content)
            found |= {bytes.fromhex(code.decode()).decode("utf-16-be") for code in codes}
    return found


@pytest.mark.parametrize("slug", SLUGS)
def test_every_pathway_makes_a_file(make_referral, slug):
    pdf = referral_as_pdf(make_referral(slug))
    assert pdf.startswith(b"%PDF-")
    assert pdf.rstrip().endswith(b"%%EOF")


def test_the_same_referral_makes_the_same_file(make_referral):
    referral = make_referral()
    assert referral_as_pdf(referral) == referral_as_pdf(referral)


def test_it_says_its_language_and_title_and_has_bookmarks(make_referral):
    referral = make_referral()
    pdf = referral_as_pdf(referral)
    assert b"/Lang (en-GB)" in pdf
    assert b"/Outlines" in pdf
    assert b"/Title" in pdf


def test_names_keep_their_letters(make_referral):
    pdf = referral_as_pdf(make_referral(name="Łucja Żółć Çelik Ольга Γιώργος"))
    assert set("ŁŻółćÇОльгаΓιώς") <= letters_in(pdf)


@pytest.mark.parametrize(("name", "told"), [("Łucja Ольга ’–•", False), ("李", True)])
def test_a_letter_that_the_font_lacks_is_told_of(make_referral, monkeypatch, name, told):
    written, paragraph = [], Page.paragraph

    def note(page, text, *more, **style):
        written.append(text)
        return paragraph(page, text, *more, **style)

    monkeypatch.setattr(Page, "paragraph", note)
    referral_as_pdf(make_referral(name=name))
    assert lacking(name) is told
    assert (LACKING in written) is told


def test_secrets_are_left_out_unless_they_are_handed_over(make_referral):
    # Letters that no word of the form has show what is in the file.
    referral = make_referral(
        "specialist-palliative-care", key_safe_there="yes", key_safe="Ѫ 4711", visit_risk="yes",
        hazard_details="Dogs",
    )  # fmt: skip
    assert "Ѫ" not in letters_in(referral_as_pdf(referral))
    assert "Ѫ" in letters_in(referral_as_pdf(referral, referral.secrets))


def test_a_very_long_answer_runs_over_pages(make_referral):
    long = "Breathless and very tired, and cannot sleep at night. " * 200
    pdf = referral_as_pdf(make_referral("specialist-palliative-care", problem=long))
    assert pdf.count(b"/Type /Page\n") >= 5


@pytest.mark.parametrize("bad", ["", "\x0b\x0c", "x" * 3000, "a\u202eb", "🕊 dove", "{nb}"])
def test_no_text_makes_it_fail(make_referral, bad):
    assert referral_as_pdf(make_referral(name=bad or "A", illness=bad)).startswith(b"%PDF")


def test_staff_download_it_and_that_is_recorded(client, triage, make_referral):
    referral = make_referral()
    client.force_login(triage)
    answer = client.get(f"/staff/referrals/{referral.reference}/pdf/")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f'attachment; filename="{referral.reference}.pdf"'
    assert "no-store" in answer["Cache-Control"]
    actions = AuditEvent.objects.filter(actor=triage).values_list("action", flat=True)
    assert list(actions) == ["printed"]


def test_with_secrets_it_is_posted_and_recorded_as_opening_them(client, triage, make_referral):
    referral = make_referral("specialist-palliative-care", key_safe_there="yes", key_safe="Ѫ 4711")
    client.force_login(triage)
    pdf = client.post(f"/staff/referrals/{referral.reference}/pdf/").content
    assert "Ѫ" in letters_in(pdf)
    actions = AuditEvent.objects.filter(actor=triage).values_list("action", flat=True)
    assert sorted(actions) == ["printed", "secrets opened"]


def test_the_page_of_a_referral_offers_both_copies(client, triage, make_referral):
    referral = make_referral()
    client.force_login(triage)
    page = client.get(f"/staff/referrals/{referral.reference}/").content.decode()
    assert f"/staff/referrals/{referral.reference}/pdf/" in page
    assert f"/staff/referrals/{referral.reference}/message/" in page
