import pytest
from hypothesis import given
from hypothesis import strategies as st

from services_directory.imports.cleaning import links
from services_directory.imports.cleaning.links import mail_address, web_address


@pytest.mark.parametrize(
    "value",
    ["https://a.example.co.uk", "http://hospice.example/group?x=1#y", "https://a.org.uk:8080/x"],
)
def test_good_addresses_stay(value):
    assert web_address(value) == (value, "")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("www.hospice.example", "https://www.hospice.example"),
        ("hospice.example/group", "https://hospice.example/group"),
    ],
)
def test_a_missing_scheme_is_completed_and_it_is_said(value, expected):
    assert web_address(value) == (expected, links.NO_SCHEME)


@pytest.mark.parametrize(
    "value",
    [
        "http:hospice.example",
        "http//hospice.example",
        "http:/hospice.example",
        "http;//hospice.example",
    ],
)
def test_a_broken_scheme_is_mended(value):
    assert web_address(value)[0] == "http://hospice.example"


@pytest.mark.parametrize(
    "value",
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "see our leaflet",
        "ftp://a.example", "https://", "http://user:word@a.example", "https://nhs.uk@evil.example",
        "https://a.example/" + "x" * 200, "vbscript:x", "https://[", "\x00javascript:alert(1)",
        {"url": "https://a.example"}, "mailto:a@b.example",
    ],
)  # fmt: skip
def test_what_is_no_web_address_goes_and_it_is_said(value):
    made, note = web_address(value)
    assert made == ""
    assert note


@pytest.mark.parametrize(
    "value",
    [
        "http://example.com",
        "https://www.example.org/x",
        "https://path.to/profile",
        "http://nothing.invalid",
    ],
)
def test_invented_addresses_go(value):
    assert web_address(value) == ("", links.EXAMPLE)


def test_of_several_addresses_the_first_is_taken_and_it_is_said():
    assert web_address("https://a.example or https://b.example") == (
        "https://a.example",
        links.ONE_OF_SEVERAL,
    )


@pytest.mark.parametrize("value", [None, "", " "])
def test_no_address_is_nothing_to_speak_of(value):
    assert web_address(value) == ("", "")
    assert mail_address(value) == ("", "")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("groups@hospice.example", "groups@hospice.example"),
        ("mailto:groups@hospice.example?subject=x", "groups@hospice.example"),
        ("<groups@hospice.example>", "groups@hospice.example"),
        (" groups@hospice.example. ", "groups@hospice.example"),
    ],
)
def test_mail_addresses_are_found(value, expected):
    assert mail_address(value) == (expected, "")


@pytest.mark.parametrize(
    "value", ["Unknown-4711@noemail.invalid", "email@example.com", "a@example.org", "x@test.com"]
)
def test_invented_mail_addresses_go(value):
    assert mail_address(value) == ("", links.EXAMPLE)


@pytest.mark.parametrize("value", ["not an address", "a@b", "@x.example", "a@@b.example", "a b@c"])
def test_what_is_no_mail_address_goes(value):
    assert mail_address(value) == ("", links.NOT_MAIL)


@given(st.text(max_size=100))
def test_whatever_comes_out_is_web_or_nothing(value):
    made, note = web_address(value)
    assert made == "" or made.startswith(("http://", "https://"))
    assert len(made) <= links.LONGEST_URL
    assert made or note or not value.strip() or value
    assert web_address(made)[0] == made


@given(st.emails())
def test_a_real_mail_address_is_kept_or_its_loss_is_said(value):
    made, note = mail_address(value)
    assert (made and made in value) or note
