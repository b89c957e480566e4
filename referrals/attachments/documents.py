"""PDFs are kept as they are; those that can do something by themselves are set apart.

A PDF cannot be cleaned without the risk of losing a letter's words. Encrypted ones, and those with
scripts, actions that start programs, or files inside, are quarantined whatever a scanner says.
Names: ISO 32000-1, 7.6, 7.11.4, 12.6.4. A file that hides them well is for the scanner to find.
"""

import re
import zlib

_ACTIVE = re.compile(rb"/(?:Encrypt|JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA)\b")
_HEX = re.compile(rb"#([0-9A-Fa-f]{2})")
# Compressed parts in which names can stand.
_OBJECTS = re.compile(rb"/ObjStm\b.{0,400}?stream\r?\n(.*?)endstream", re.DOTALL)
_MOST_INFLATED = 2_000_000
_MOST_STREAMS = 200


def is_active(content: bytes) -> bool:
    """Say whether the PDF is encrypted or carries scripts, actions or files."""
    plain = _without_escapes(content)
    if _ACTIVE.search(plain):
        return True
    streams = list(_OBJECTS.finditer(content))
    if len(streams) > _MOST_STREAMS:
        return True
    return any(_ACTIVE.search(_without_escapes(_inflated(found[1]))) for found in streams)


def _without_escapes(content: bytes) -> bytes:
    """Return it with `/J#53` read as `/JS`."""
    return _HEX.sub(lambda found: bytes([int(found[1], 16)]), content)


def _inflated(packed: bytes) -> bytes:
    """Return the first part unpacked; what cannot be unpacked, or is too long, counts as active."""
    try:
        inflater = zlib.decompressobj()
        plain = inflater.decompress(packed, _MOST_INFLATED)
    except zlib.error:
        return b"/Encrypt"
    return plain if not inflater.unconsumed_tail else b"/Encrypt"
