"""Pictures drawn anew: what comes out holds the picture and nothing else of the file.

No place, no camera, no hidden text, nothing behind the end of the picture.
"""

from io import BytesIO
from typing import Any

from PIL import ExifTags, Image
from pillow_heif import register_heif_opener

from referrals.attachments.limits import LONGEST_SIDE, MOST_POINTS
from referrals.attachments.sniffing import Kind

register_heif_opener()

# What Pillow 13 and pillow_heif raise for files cut short, broken or made to exhaust memory.
_BROKEN = (OSError, ValueError, SyntaxError, EOFError, MemoryError, RuntimeError,
           Image.DecompressionBombError)  # fmt: skip
# By Exif's orientation. Pillow's own exif_transpose writes all the other tags anew, though we keep
# none, and fails over one that is odd.
_Turn = Image.Transpose
_TURNS: dict[Any, Image.Transpose] = {
    2: _Turn.FLIP_LEFT_RIGHT, 3: _Turn.ROTATE_180, 4: _Turn.FLIP_TOP_BOTTOM, 5: _Turn.TRANSPOSE,
    6: _Turn.ROTATE_270, 7: _Turn.TRANSVERSE, 8: _Turn.ROTATE_90,
}  # fmt: skip


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
    turn = _TURNS.get(opened.getexif().get(ExifTags.Base.Orientation))
    picture = opened if turn is None else opened.transpose(turn)
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
