import pytest
from hypothesis import given
from hypothesis import strategies as st

from referrals.attachments.limits import LONGEST_NAME
from referrals.attachments.names import harmless_name
from referrals.attachments.sniffing import Kind


@pytest.mark.parametrize(
    ("given_name", "kind", "kept"),
    [
        ("letter.pdf", Kind.PDF, "letter.pdf"),
        ("Letter from Dr Öst.PDF", Kind.PDF, "Letter from Dr Öst.pdf"),
        ("photo.heic", Kind.HEIC, "photo.jpg"),
        ("letter.pdf.exe", Kind.PDF, "letter.pdf.pdf"),
        ("../../etc/passwd", Kind.PDF, "passwd.pdf"),
        ("C:\\Users\\ann\\scan.jpeg", Kind.JPEG, "scan.jpg"),
        ("a\x00b\r\nc.png", Kind.PNG, "a b c.png"),
        ("gpj.exe\u202e", Kind.JPEG, "gpj.jpg"),
        ("letter\u202egpj.exe", Kind.JPEG, "letter gpj.jpg"),
        ("in\u2028two\u2029lines.png", Kind.PNG, "in two lines.png"),
        ('"; rm -rf.pdf', Kind.PDF, "rm -rf.pdf"),
        ("", Kind.PDF, "file.pdf"),
        ("...", Kind.PDF, "file.pdf"),
        (".htaccess", Kind.PNG, "htaccess.png"),
        ("\ud800.pdf", Kind.PDF, "file.pdf"),
    ],
)
def test_a_name_keeps_its_words_and_loses_its_tricks(given_name, kind, kept):
    assert harmless_name(given_name, kind) == kept


def test_a_huge_name_is_cut():
    assert len(harmless_name("x" * 100_000 + ".pdf", Kind.PDF)) <= LONGEST_NAME


@given(st.text(max_size=200), st.sampled_from(list(Kind)))
def test_any_name_at_all_becomes_one_that_can_be_shown_and_kept(name, kind):
    kept = harmless_name(name, kind)
    assert kept.endswith(kind.ending)
    assert len(kept) <= LONGEST_NAME
    assert kept.isprintable()
    assert not set(kept) & set('/\\:"<>|?*;')
    assert kept == kept.strip() != kind.ending
    assert kept.encode()
