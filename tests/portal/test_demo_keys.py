"""Keys of a demo are made once, kept, and added to when a new one is needed."""

import json
import stat

from cryptography.fernet import Fernet

from portal.settings.demo_keys import kept_keys

NAMES = {
    "SECRET_KEY", "REFERRALS_ENCRYPTION_KEYS", "REFERRALS_SECRETS_KEYS", "REFERRALS_INDEX_KEYS",
}  # fmt: skip


def test_keys_are_made_once_and_kept(tmp_path):
    path = tmp_path / "keys.json"
    first = kept_keys(path)
    assert set(first) == NAMES
    assert kept_keys(path) == first


def test_nobody_else_may_read_the_file(tmp_path):
    kept_keys(tmp_path / "keys.json")
    assert stat.S_IMODE((tmp_path / "keys.json").stat().st_mode) == 0o600


def test_a_key_that_an_older_file_lacks_is_added_and_the_others_stay(tmp_path):
    path, old = tmp_path / "keys.json", [Fernet.generate_key().decode()]
    path.write_text(json.dumps({"SECRET_KEY": "kept", "REFERRALS_ENCRYPTION_KEYS": old}))
    keys = kept_keys(path)
    assert keys["SECRET_KEY"] == "kept"
    assert keys["REFERRALS_ENCRYPTION_KEYS"] == old
    assert Fernet(keys["REFERRALS_SECRETS_KEYS"][0])


def test_no_two_keys_are_the_same(tmp_path):
    keys = kept_keys(tmp_path / "keys.json")
    assert keys["REFERRALS_ENCRYPTION_KEYS"] != keys["REFERRALS_SECRETS_KEYS"]
