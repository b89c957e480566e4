import pytest
from cryptography.fernet import Fernet
from hypothesis import given
from hypothesis import strategies as st

from referrals.cipher import (
    CannotUnseal,
    Ring,
    fingerprint,
    reseal,
    seal,
    seal_bytes,
    unseal,
    unseal_bytes,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(JSON)
def test_what_is_sealed_comes_back_whole(value):
    assert unseal(seal(value)) == value


def test_the_same_words_are_never_sealed_alike():
    assert seal("a weak heart") != seal("a weak heart")


def test_the_words_cannot_be_read_in_the_seal():
    assert "heart" not in seal({"illness": "heart"})


def test_a_seal_that_was_altered_does_not_open():
    sealed = seal("a weak heart")
    middle = len(sealed) // 2
    other = "A" if sealed[middle] != "A" else "B"
    with pytest.raises(CannotUnseal):
        unseal(sealed[:middle] + other + sealed[middle + 1 :])


def test_a_new_key_in_front_writes_and_the_old_one_still_reads(settings):
    old = settings.REFERRALS_ENCRYPTION_KEYS
    before = seal("kept")
    new = Fernet.generate_key().decode()
    settings.REFERRALS_ENCRYPTION_KEYS = [new, *old]
    assert unseal(before) == "kept"
    anew = reseal(before)
    settings.REFERRALS_ENCRYPTION_KEYS = [new]
    assert unseal(anew) == "kept"
    with pytest.raises(CannotUnseal):
        unseal(before)


def test_resealing_without_the_old_key_is_refused(settings):
    before = seal("kept")
    settings.REFERRALS_ENCRYPTION_KEYS = [Fernet.generate_key().decode()]
    with pytest.raises(CannotUnseal):
        reseal(before)


def test_bytes_come_back_as_they_were():
    assert unseal_bytes(seal_bytes(b"\x00\xff%PDF")) == b"\x00\xff%PDF"


def test_what_one_ring_sealed_the_other_does_not_open():
    with pytest.raises(CannotUnseal):
        unseal(seal("key safe 1948", Ring.SECRETS))


def test_a_fingerprint_is_the_same_for_the_same_and_depends_on_the_key(settings):
    first = fingerprint(b"9434765919")
    assert first == fingerprint(b"9434765919") != fingerprint(b"9434765870")
    assert "9434765919" not in first
    settings.REFERRALS_INDEX_KEYS = ["another-key-" + "0" * 32]
    assert fingerprint(b"9434765919") != first
