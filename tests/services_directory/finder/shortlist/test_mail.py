from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services_directory.finder.shortlist.mail import LONGEST, Mentioned, mailto

LINK = "https://frontdoor.example/services/shortlist/?list=abc.def&x=1"
GROUP = Mentioned("Evening group & tea", "St Wyvern's Hospice", "01632 960 001")
texts = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=120)


def letter(address: str) -> dict[str, str]:
    """Read the link as a mail program does."""
    parts = urlsplit(address)
    assert (parts.scheme, parts.path) == ("mailto", "")
    return {name: values[0] for name, values in parse_qs(parts.query).items()}


def test_a_letter_has_subject_link_names_and_numbers_and_no_recipient():
    read = letter(mailto("Services", LINK, [GROUP]))
    assert read["subject"] == "Services"
    assert read["body"].split("\r\n") == [
        "Read more:", LINK, "", "Evening group & tea", "St Wyvern's Hospice",
        "Phone: 01632 960 001",
    ]  # fmt: skip


def test_a_provider_of_the_same_name_and_a_missing_number_are_left_out():
    body = letter(mailto("x", LINK, [Mentioned("Samaritans", "Samaritans", "")]))["body"]
    assert body.endswith("\r\n\r\nSamaritans")


def test_spaces_and_line_ends_are_written_as_mail_programs_read_them():
    address = mailto("Two words", LINK, [GROUP])
    assert "+" not in address
    assert " " not in address
    assert "Two%20words" in address
    assert "%0D%0A" in address


def test_what_does_not_fit_is_counted_and_left_to_the_link():
    many = [
        Mentioned(f"Service {n:02} " + "x" * 80, "Provider", "01632 960 001") for n in range(20)
    ]
    address = mailto("x", LINK, many)
    body = letter(address)["body"]
    shown = body.count("Service ")
    assert len(address) <= LONGEST
    assert 5 < shown < 20
    assert f"And {20 - shown} more, at the address above." in body


def test_a_link_longer_than_a_letter_still_gives_a_letter():
    assert "https" in mailto("x", "https://x.example/" + "a" * 3000, [GROUP])


@pytest.mark.parametrize(
    "bad", ["a\nBcc: x@evil.example", "x&cc=a@evil.example", "?to=x@evil.example"]
)
def test_no_name_can_add_a_recipient(bad):
    read = letter(mailto("x", LINK, [Mentioned(bad, "P", "1")]))
    assert set(read) == {"subject", "body"}


@given(texts, st.lists(st.builds(Mentioned, texts, texts, texts), max_size=6))
def test_every_letter_is_an_address_of_plain_signs_and_not_too_long(subject, services):
    address = mailto(subject[:40], LINK, services)
    assert address.isascii()
    assert set(letter(address)) <= {"subject", "body"}
    assert len(address) <= LONGEST or not services or "And%20" in address
