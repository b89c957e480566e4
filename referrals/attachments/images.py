"""Pictures drawn anew: what comes out holds the picture and nothing else of the file.

No place, no camera, no hidden text, nothing behind the end of the picture.
"""

from io import BytesIO

from PIL import Image, ImageOps
from pillow_heif import register_heif_opener

from referrals.attachments.limits import LONGEST_SIDE, MOST_POINTS
from referrals.attachments.sniffing import Kind

register_heif_opener()

# What Pillow 13 raises for files that are cut short, broken or made to exhaust memory.
_BROKEN = (OSError, ValueError, SyntaxError, EOFError, MemoryError, Image.DecompressionBombError)


class Unreadable(Exception):
    """The picture is broken, or far larger than any photograph."""


def drawn_anew(content: bytes, kind: Kind) -> bytes:
    """Return the first picture of the file, upright, as JPEG or PNG; raise Unreadable."""
    try:
        # Only as what its first bytes say: no second opinion of another decoder.
        with Image.open(BytesIO(content), formats=[kind.pillow]) as opened:
            if opened.width * opened.height > MOST_POINTS:
                raise Unreadable
            return _written(_upright(opened), "PNG" if kind is Kind.PNG else "JPEG")
    except _BROKEN as error:
        raise Unreadable from error


def _upright(opened: Image.Image) -> Image.Image:
    picture = ImageOps.exif_transpose(opened)
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    picture = picture.convert("RGBA")
    # On a new sheet: the old one carries comments and profiles along.
    sheet = Image.new("RGB", picture.size, "white")
    sheet.paste(picture, mask=picture.getchannel("A"))
    return sheet


def _written(picture: Image.Image, form: str) -> bytes:
    out = BytesIO()
    picture.save(out, form, quality=85, optimize=form == "PNG")
    return out.getvalue()
