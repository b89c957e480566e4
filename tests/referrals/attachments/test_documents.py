"""PDFs that can do something by themselves are told from those that are only read."""

import time
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referrals.attachments.documents import is_active
from tests.referrals.attachments.build import PDF, pdf_with_hidden


def test_a_plain_letter_is_not_active():
    assert not is_active(PDF)


@pytest.mark.parametrize(
    "part",
    [
        b"/Encrypt 5 0 R",
        b"/JavaScript (app.alert)",
        b"/JS(this)",
        b"/S/Launch/F(cmd.exe)",
        b"/EmbeddedFile ",
        b"/EmbeddedFiles 3 0 R",
        b"/RichMedia ",
        b"/XFA [",
        b"/J#53 (hidden by an escape)",
        b"/#4aava#53cript ",
    ],
)
def test_scripts_programs_files_and_locks_are_found(part):
    assert is_active(PDF + b"<<" + part + b">>")
    assert is_active(pdf_with_hidden(part))


@pytest.mark.parametrize(
    "part", [b"/JSON ", b"/JS#4fN ", b"/Launched ", b"/URI (https://x.example)", b"/Font"]
)
def test_names_that_only_look_alike_are_not(part):
    assert not is_active(PDF + b"<<" + part + b">>")
    assert not is_active(pdf_with_hidden(part))


def test_a_part_that_unpacks_without_end_counts_as_active():
    packed = zlib.compress(b"\0" * 50_000_000)
    bomb = PDF + b"<</Type/ObjStm>>stream\n" + packed + b"endstream"
    assert is_active(bomb)


def test_a_part_that_cannot_be_unpacked_counts_as_active():
    assert is_active(PDF + b"<</Type/ObjStm>>stream\nnot packed at all endstream")


def test_a_part_whose_name_is_escaped_is_looked_into():
    assert is_active(pdf_with_hidden(b"/JS ").replace(b"/ObjStm", b"/Obj#53#74m"))


def test_a_part_without_an_end_is_read_to_the_end_of_the_file():
    assert is_active(pdf_with_hidden(b"/JS ").replace(b"endstream", b""))
    assert not is_active(pdf_with_hidden(b"/Font ").replace(b"endstream", b""))


@pytest.mark.parametrize(
    "content",
    [
        b"/ObjStm stream\n" * 4_000,
        b"/ObjStm " * 199 + b"/ObjStm stream\n" + b"stream\n" * 900_000,
        (b"/ObjStm stream\n" + zlib.compress(b"#41" * 600_000) + b"endstream") * 200,
    ],
    ids=["beginnings alone", "one beginning, many streams", "parts that unpack to escapes"],
)
def test_a_file_made_to_keep_the_site_busy_has_an_answer_soon(content):
    begun = time.process_time()
    is_active(PDF + content)
    assert time.process_time() - begun < 5


@given(st.binary(max_size=300))
def test_any_bytes_have_an_answer(content):
    assert is_active(b"%PDF-1.7" + content) in {True, False}
