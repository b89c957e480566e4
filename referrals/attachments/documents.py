"""PDFs are kept as they are; those that can do something by themselves are set apart.

A PDF cannot be cleaned without the risk of losing a letter's words. Encrypted ones, and those with
scripts, actions that start programs, or files inside, are quarantined whatever a scanner says.
Names: ISO 32000-1, 7.6, 7.11.4, 12.6.4. A file that hides them well is for the scanner to find.
"""

import re
import zlib

_ACTIVE = re.compile(rb"/(?:Encrypt|JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA)\b")
_HEX = re.compile(rb"#([0-9A-Fa-f]{2})")
# Where compressed parts begin in which names can stand. Their ends are found without a pattern:
# one that looks for them from every beginning takes hours over a small file of beginnings alone.
_OBJECTS = re.compile(rb"/ObjStm\b.{0,400}?stream\r?\n", re.DOTALL)
_MOST_INFLATED = 2_000_000
_MOST_INFLATED_TOGETHER = 20_000_000
_MOST_STREAMS = 200


def is_active(content: bytes) -> bool:
    """Say whether the PDF is encrypted or carries scripts, actions or files."""
    if _has_active_name(content) or content.count(b"/ObjStm") > _MOST_STREAMS:
        return True
    room = _MOST_INFLATED_TOGETHER
    for found in _OBJECTS.finditer(content):
        part = _inflated(content[found.end() : content.find(b"endstream", found.end())])
        room -= len(part)
        if room < 0 or _has_active_name(part):
            return True
    return False


def _has_active_name(content: bytes) -> bool:
    return bool(_ACTIVE.search(_without_escapes(content)))


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
