import pytest

from referrals.exchange.checks import check_destinations
from referrals.exchange.outbound.configuration import Misconfigured, read
from referrals.exchange.outbound.destinations import LABELS, REPLY, configured


def test_a_site_without_destinations_is_sound():
    assert check_destinations() == []
    assert configured() == {}


@pytest.mark.parametrize(
    ("setting", "text", "said"),
    [
        ("REFERRALS_SEND_HTTPS", "http://receiver.example/", "must begin with https://"),
        ("REFERRALS_SEND_HTTPS", "https://receiver.example/#pasword=1", "pasword"),
        ("REFERRALS_SEND_MESH", "https://mesh.example/", "MAILBOX"),
        ("REFERRALS_SEND_FILES", "/srv/drop", "key_file"),
        ("REFERRALS_SEND_FILES", "#key_file=/x", "the address"),
    ],
)
def test_a_wrong_setting_stops_the_start_with_what_is_wrong(settings, setting, text, said):
    setattr(settings, setting, text)
    (error,) = check_destinations()
    assert error.id == "referrals.E003"
    assert said in error.msg


def test_https_answers_senders_too(settings):
    settings.REFERRALS_SEND_HTTPS = "https://receiver.example/#target=1"
    found = configured()
    assert found[REPLY] is found["https"]
    assert set(found) <= set(LABELS)


def test_what_stands_after_the_sign_stays_here():
    setting = read(
        "X", "https://a.example/p#token_file=/run/t&name=A%20B", frozenset({"token_file", "name"})
    )
    assert setting.address == "https://a.example/p"
    assert setting.party.name == "A B"


def test_a_secret_is_read_from_its_file(tmp_path):
    file = tmp_path / "secret"
    file.write_text("  word\n")
    setting = read("X", f"/a#key_file={file}", frozenset({"key_file"}))
    assert setting.secret("key_file") == "word"
    file.write_text("")
    with pytest.raises(Misconfigured, match="empty"):
        setting.secret("key_file")
