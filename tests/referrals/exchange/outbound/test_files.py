import os
from uuid import UUID

import pytest
from cryptography.fernet import Fernet

from referrals.exchange.outbound import files
from referrals.exchange.outbound.configuration import Misconfigured, read
from referrals.exchange.outbound.parcel import Parcel
from referrals.exchange.outbound.verdict import Delivered, TryAgain

PARCEL = Parcel(UUID(int=7), UUID(int=8), "Łucja".encode())


@pytest.fixture
def drop(tmp_path):
    (tmp_path / "key").write_bytes(Fernet.generate_key())
    folder = tmp_path / "drop"
    folder.mkdir()
    return folder


def adapter(folder):
    setting = f"{folder}#key_file={folder.parent / 'key'}"
    return files.Files(read("REFERRALS_SEND_FILES", setting, files.OPTIONS))


def opened(path):
    return Fernet((path.parent.parent / "key").read_bytes()).decrypt(path.read_bytes())


def test_the_recipient_opens_what_was_sent(drop):
    assert adapter(drop).send(PARCEL) == Delivered()
    (file,) = drop.iterdir()
    assert file.name == f"{PARCEL.key}.json.fernet"
    assert opened(file) == PARCEL.body
    assert b"ucja" not in file.read_bytes()


def test_a_second_try_changes_nothing(drop):
    adapter(drop).send(PARCEL)
    before = next(drop.iterdir()).read_bytes()
    assert adapter(drop).send(PARCEL) == Delivered()
    assert [file.read_bytes() for file in drop.iterdir()] == [before]


def test_a_full_disk_leaves_no_half_file(drop, monkeypatch):
    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert adapter(drop).send(PARCEL) == TryAgain("The folder: OSError", down=True)
    assert [file for file in drop.iterdir() if file.suffix == ".fernet"] == []


def test_a_half_file_of_a_killed_worker_is_written_over(drop):
    (drop / f".{PARCEL.key}.json.fernet.part").write_bytes(b"x" * 100_000)
    adapter(drop).send(PARCEL)
    (file,) = drop.iterdir()
    assert opened(file) == PARCEL.body


def test_a_folder_that_is_not_there_is_tried_again(tmp_path, drop):
    drop.rmdir()
    assert isinstance(adapter(drop).send(PARCEL), TryAgain)


def test_nothing_is_written_in_clear():
    with pytest.raises(Misconfigured, match="lacks key_file"):
        files.Files(read("REFERRALS_SEND_FILES", "/srv/drop", files.OPTIONS))


def test_a_key_that_is_none_is_a_fault(drop):
    (drop.parent / "key").write_text("not a key")
    with pytest.raises(Misconfigured, match="no Fernet key"):
        adapter(drop).send(PARCEL)
    assert list(drop.iterdir()) == []
