from cryptography.fernet import Fernet

from portal.checks import referrals_can_be_encrypted


def ids(settings_keys, settings):
    settings.REFERRALS_ENCRYPTION_KEYS = settings_keys
    return [message.id for message in referrals_can_be_encrypted(None)]


def test_good_keys_pass(settings):
    assert ids([Fernet.generate_key().decode()], settings) == []


def test_no_key_is_an_error_with_a_hint(settings):
    assert ids([], settings) == ["portal.E001"]
    assert "Fernet.generate_key" in referrals_can_be_encrypted(None)[0].hint


def test_a_key_that_does_not_work_is_an_error(settings):
    assert ids(["short"], settings) == ["portal.E002"]
