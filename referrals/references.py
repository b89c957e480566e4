"""References that people can read out over the phone."""

import secrets

# No vowels, so no words; no 0 O Q, 1 I L, 2 Z, 5 S, 8 B, U V, which are taken for one another.
ALPHABET = "CDFGHJKMNPRTVWXY34679"
LENGTH = 8


def new_reference() -> str:
    """Return eight random characters in two groups, as `K7RT-3WXH` (21^8 of them)."""
    return grouped("".join(secrets.choice(ALPHABET) for _ in range(LENGTH)))


def normalise_reference(text: str) -> str:
    """Return what was typed in the way references are stored: capitals, one hyphen, no spaces."""
    return grouped("".join(character for character in text.upper() if character.isalnum())[:20])


def grouped(characters: str) -> str:
    half = LENGTH // 2
    return f"{characters[:half]}-{characters[half:]}" if len(characters) > half else characters
