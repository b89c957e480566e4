"""A long list of keys in sixteen bytes each."""

from collections.abc import Iterable
from uuid import UUID

_BYTES = 16


class Keys:
    """UUIDs in an order that stays."""

    def __init__(self, keys: Iterable[UUID]) -> None:
        self.packed = b"".join(key.bytes for key in keys)

    def __len__(self) -> int:
        return len(self.packed) // _BYTES

    def page(self, start: int, stop: int) -> list[UUID]:
        """Return the keys from the start-th to before the stop-th; fewer at the end."""
        piece = self.packed[start * _BYTES : stop * _BYTES]
        return [UUID(bytes=piece[at : at + _BYTES]) for at in range(0, len(piece), _BYTES)]
