"""Short codes for the keys of services, safe to read out and to type.

27 letters and figures of Crockford's base 32 (crockford.com/base32.html): no matter whether small
or capital, and O, I and L are read as 0, 1 and 1. The number behind a code is a multiple of 127,
so that one wrong sign, or two neighbours swapped, never name another service.
"""

from uuid import UUID

_SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"
_VALUES = {sign: value for value, sign in enumerate(_SIGNS)} | {"o": 0, "i": 1, "l": 1}
LENGTH = 27
_CHECK = 127


def code_of(pk: UUID) -> str:
    """Return the code of a key."""
    number = (pk.int << 7) + (-pk.int % _CHECK)
    return "".join(_SIGNS[number >> 5 * place & 31] for place in reversed(range(LENGTH)))


def key_of(code: str) -> UUID | None:
    """Return the key of a code, or None when it is mistyped or no code at all."""
    signs = code.strip().lower()
    if len(signs) != LENGTH or any(sign not in _VALUES for sign in signs):
        return None
    number = sum(_VALUES[sign] << 5 * place for place, sign in enumerate(reversed(signs)))
    key, check = number >> 7, number & 127
    fits = number % _CHECK == 0 and check < _CHECK and key < 1 << 128
    return UUID(int=key) if fits else None
