"""Sets of small whole numbers as one large one: bit n is set when n belongs to the set.

Python counts and combines a hundred thousand of them in microseconds.
"""

from collections.abc import Callable, Iterable

_CHUNK = 256  # bytes looked at together
_OFFSETS = tuple(tuple(n for n in range(8) if byte >> n & 1) for byte in range(256))


def of(places: Iterable[int], size: int) -> int:
    """Return the set of the places, each below `size`."""
    row = bytearray(size // 8 + 1)
    for place in places:
        row[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(row, "little")


def everything(size: int) -> int:
    """Return the set of all places below `size`."""
    return (1 << size) - 1


def places(bits: int, start: int = 0, stop: int | None = None) -> list[int]:
    """Return the places in order, from the start-th to before the stop-th."""
    row = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
    found: list[int] = []
    passed = skipped = 0
    for at in range(0, len(row), _CHUNK):
        chunk = row[at : at + _CHUNK]
        count = int.from_bytes(chunk, "little").bit_count()
        if passed + count > start:
            found += [
                (at + index) * 8 + n for index, byte in enumerate(chunk) for n in _OFFSETS[byte]
            ]
        else:
            skipped += count
        passed += count
        if stop is not None and passed >= stop:
            break
    return found[start - skipped : None if stop is None else stop - skipped]


def without(bits: int, place: int) -> int:
    """Take a place out; all after it move up by one."""
    return (bits >> place + 1 << place) | (bits & everything(place))


def with_(bits: int, place: int, value: bool) -> int:
    """Put a place in, set or not; all from there on move down by one."""
    return (bits >> place << place + 1) | (value << place) | (bits & everything(place))


def tester(bits: int, size: int) -> Callable[[int], int]:
    """Return a quick way to ask of many places below `size` whether each is set: 1 or 0."""
    row = bits.to_bytes(size // 8 + 1, "little")
    return lambda place: row[place >> 3] >> (place & 7) & 1
