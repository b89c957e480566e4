"""What a file is, by what is in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referrals.attachments.sniffing import Kind, kind_of
from tests.referrals.attachments.build import PDF, picture


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PDF, Kind.PDF),
        (picture("JPEG"), Kind.JPEG),
        (picture("PNG"), Kind.PNG),
        (picture("WEBP"), Kind.WEBP),
        (picture("HEIF"), Kind.HEIC),
    ],
    ids=["pdf", "jpeg", "png", "webp", "heic"],
)
def test_each_kind_that_is_taken_is_known_by_its_first_bytes(content, kind):
    assert kind_of(content) is kind


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 64,
        b"MZ\x90\0 an exe",
        b"PK\x03\x04 a docx or a zip",
        b"<html><script>alert(1)</script>",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"GIF89a",
        b"  %PDF-1.7",
        b"RIFF\0\0\0\0WAVE",
        b"\0\0\0\x18ftypmp42",
        b"%!PS-Adobe",
        picture("GIF"),
        picture("TIFF"),
        picture("BMP"),
    ],
    ids=range(14),
)
def test_nothing_else_is_taken(content):
    assert kind_of(content) is None


@given(st.binary(max_size=64))
def test_any_bytes_at_all_have_an_answer(content):
    assert kind_of(content) in {None, *Kind}
