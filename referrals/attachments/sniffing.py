"""What a file is, by its first bytes; what its name says does not count.

Signatures: ISO 32000-1 7.5.2 (PDF), ITU-T T.81 (JPEG), W3C PNG 5.2, RFC 9649 (WebP),
ISO/IEC 23008-12 (HEIF brands).
"""

from enum import Enum

_HEIC_BRANDS = {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"}


class Kind(Enum):
    """A kind of file that is taken: its name in Pillow, and what is kept of it."""

    PDF = ("", "application/pdf", ".pdf")
    JPEG = ("JPEG", "image/jpeg", ".jpg")
    PNG = ("PNG", "image/png", ".png")
    WEBP = ("WEBP", "image/jpeg", ".jpg")
    HEIC = ("HEIF", "image/jpeg", ".jpg")

    def __init__(self, pillow: str, kept_as: str, ending: str) -> None:
        self.pillow, self.kept_as, self.ending = pillow, kept_as, ending


def kind_of(content: bytes) -> Kind | None:
    """Return the kind of a file; None for one that is not taken."""
    if content.startswith(b"%PDF-"):
        return Kind.PDF
    if content.startswith(b"\xff\xd8\xff"):
        return Kind.JPEG
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return Kind.PNG
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return Kind.WEBP
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC_BRANDS:
        return Kind.HEIC
    return None
