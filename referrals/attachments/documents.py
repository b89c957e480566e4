"""PDFs are kept as they are; those that can do something by themselves are set apart.

A PDF cannot be cleaned without the risk of losing a letter's words. Encrypted ones, and those with
scripts, actions that start programs, or files inside, are quarantined whatever a scanner says.
Names: ISO 32000-1, 7.6, 7.11.4, 12.6.4. A file that hides them well is for the scanner to find.
"""

import re
import zlib


def _name(text: str) -> bytes:
    """Return the pattern of a name, each of whose signs may be escaped: `/JS` as `/J#53`."""
    signs = (rf"(?:{sign}|#(?i:{ord(sign):x}))" for sign in text)
    return ("/" + "".join(signs) + r"(?![\w#])").encode()


_NAMES = (
    "Encrypt", "JavaScript", "JS", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "XFA"
)  # fmt: skip
_ACTIVE = re.compile(b"|".join(map(_name, _NAMES)))
_PACKED = re.compile(_name("ObjStm"))
# Where compressed parts begin in which names can stand. Their ends are found without a pattern:
# one that looks for them from every beginning takes hours over a small file of beginnings alone.
_OBJECTS = re.compile(_PACKED.pattern + rb".{0,400}?stream\r?\n", re.DOTALL)
_MOST_INFLATED = 2_000_000
_MOST_INFLATED_TOGETHER = 20_000_000
_MOST_STREAMS = 200


def is_active(content: bytes) -> bool:
    """Say whether the PDF is encrypted or carries scripts, actions or files."""
    if _ACTIVE.search(content) or len(_PACKED.findall(content)) > _MOST_STREAMS:
        return True
    room = _MOST_INFLATED_TOGETHER
    for found in _OBJECTS.finditer(content):
        part = _inflated(content[found.end() : content.find(b"endstream", found.end())])
        room -= len(part)
        if room < 0 or _ACTIVE.search(part):
            return True
    return False


def _inflated(packed: bytes) -> bytes:
    """Return the first part unpacked; what cannot be unpacked, or is too long, counts as active."""
    try:
        inflater = zlib.decompressobj()
        plain = inflater.decompress(packed, _MOST_INFLATED)
    except zlib.error:
        return b"/Encrypt"
    return plain if not inflater.unconsumed_tail else b"/Encrypt"
