"""Names of towns, so that `Stoke on Trent`, `STOKE-ON-TRENT` and `stoke‑on‑trent` are one."""

import re
import unicodedata
from functools import lru_cache

LONGEST = 80
_APOSTROPHES = re.compile(r"['’‘`]")
_BETWEEN_WORDS = re.compile(r"[\W_]+")


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """Return the name in small letters without accents and signs; empty if nothing is left."""
    plain = unicodedata.normalize("NFKD", name[: 4 * LONGEST]).casefold()
    plain = unicodedata.normalize("NFKD", plain)
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    words = _BETWEEN_WORDS.sub(" ", _APOSTROPHES.sub("", letters.replace("&", " and ")))
    return words.strip()[:LONGEST].strip()
