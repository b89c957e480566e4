"""A folder that another system empties. Each message is one encrypted file, there whole or not."""

import os
from pathlib import Path

from cryptography.fernet import Fernet

from referrals.exchange.outbound.configuration import Configuration, Misconfigured
from referrals.exchange.outbound.parcel import Parcel
from referrals.exchange.outbound.verdict import Delivered, TryAgain, Verdict

OPTIONS = frozenset({"key_file", "name", "ods", "target"})


class Files:
    """Encrypts with the recipient's Fernet key, read anew each time so that it can be changed."""

    name, label = "files", "Files"

    def __init__(self, configuration: Configuration) -> None:
        """Raise Misconfigured without a key: nothing is ever written in clear."""
        configuration.needed("key_file")
        self.configuration = configuration
        self.folder = Path(configuration.address)
        self.party = configuration.party

    def send(self, parcel: Parcel) -> Verdict:
        """Write `<message key>.json.fernet`; one that is there already was delivered before."""
        path = self.folder / f"{parcel.key}.json.fernet"
        try:
            sealed = self._fernet().encrypt(parcel.body)
            if not path.exists():
                write_whole(path, sealed)
        except OSError as error:
            return TryAgain(f"The folder: {type(error).__name__}", down=True)
        return Delivered()

    def _fernet(self) -> Fernet:
        try:
            return Fernet(self.configuration.secret("key_file"))
        except ValueError as error:
            raise Misconfigured(f"{self.configuration.setting}: no Fernet key.") from error


def write_whole(path: Path, content: bytes) -> None:
    """Write the file so that it is never seen half, and is on the disk when this returns."""
    part = path.with_name(f".{path.name}.part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o640), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
