"""Pictures drawn anew: the picture comes through, everything else stays behind."""

from contextlib import suppress
from io import BytesIO
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image, ImageOps

from referrals.attachments.images import Unreadable, drawn_anew
from referrals.attachments.sniffing import Kind
from tests.referrals.attachments.build import (
    picture,
    png_of_claimed_size,
    png_with_a_text_that_unpacks_to,
    with_place_and_turn,
)

FORMS = [(kind, kind.pillow) for kind in Kind if kind.pillow]


def opened(content):
    return Image.open(BytesIO(content))


@pytest.mark.parametrize(("kind", "form"), FORMS, ids=[form for _, form in FORMS])
def test_each_kind_comes_out_as_a_picture_that_can_be_seen_anywhere(kind, form):
    after = opened(drawn_anew(picture(form), kind))
    assert after.format == ("PNG" if kind is Kind.PNG else "JPEG")
    assert after.size == (60, 40)
    red, blue = (after.convert("RGB").getpixel(at) for at in ((5, 20), (55, 20)))
    assert red[0] > 200 > red[2]
    assert blue[2] > 200 > blue[0]


def test_place_maker_and_comment_stay_behind():
    before = with_place_and_turn()
    assert b"SECRETMAKER" in before
    after = drawn_anew(before, Kind.JPEG)
    assert b"SECRET" not in after
    assert b"Exif" not in after
    assert not opened(after).getexif()


def test_a_photo_that_lay_on_its_side_stands_upright():
    assert opened(drawn_anew(with_place_and_turn(), Kind.JPEG)).size == (40, 60)


@pytest.mark.parametrize("turn", range(10))
def test_however_the_phone_was_held_the_letter_stands_upright(turn):
    """Four colours in the corners, so that turned is told from mirrored."""
    sheet, exif, out = Image.new("RGB", (60, 40), "white"), Image.Exif(), BytesIO()
    for colour, at in [("red", (0, 0)), ("lime", (30, 0)), ("blue", (0, 20)), ("black", (30, 20))]:
        sheet.paste(colour, (*at, at[0] + 30, at[1] + 20))
    exif[ExifTags.Base.Orientation] = turn
    sheet.save(out, "JPEG", exif=exif, quality=95)
    after, upright = opened(drawn_anew(out.getvalue(), Kind.JPEG)), opened(out.getvalue())
    upright = ImageOps.exif_transpose(upright)
    assert after.size == upright.size
    width, height = after.size
    for at in product((8, width - 8), (8, height - 8)):
        pairs = zip(after.getpixel(at), upright.getpixel(at), strict=True)
        assert all(abs(one - other) < 60 for one, other in pairs)


def test_what_stands_behind_the_picture_stays_behind():
    after = drawn_anew(picture() + b"<script>alert(1)</script>PK\x03\x04", Kind.JPEG)
    assert b"script" not in after
    assert b"PK\x03\x04" not in after


def test_what_is_clear_becomes_white_and_not_black():
    out = BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(out, "PNG")
    assert opened(drawn_anew(out.getvalue(), Kind.PNG)).getpixel((5, 5)) == (255, 255, 255)


def test_only_the_first_of_moving_pictures_is_kept():
    out = BytesIO()
    first, second = (Image.new("RGB", (10, 10), colour) for colour in ("red", "blue"))
    first.save(out, "WEBP", save_all=True, append_images=[second])
    after = opened(drawn_anew(out.getvalue(), Kind.WEBP))
    assert getattr(after, "n_frames", 1) == 1
    assert after.getpixel((5, 5))[0] > 200


def test_a_huge_photo_is_made_smaller():
    after = opened(drawn_anew(picture("PNG", (6000, 100)), Kind.PNG))
    assert after.size[0] == 5000


@pytest.mark.parametrize("size", [(8000, 8000), (20_000, 20_000), (2**31 - 1, 2**31 - 1), (0, 9)])
def test_a_picture_that_says_it_is_enormous_is_refused_before_it_is_unpacked(size):
    with pytest.raises(Unreadable):
        drawn_anew(png_of_claimed_size(*size), Kind.PNG)


def test_a_bomb_in_a_text_beside_the_picture_is_refused():
    with pytest.raises(Unreadable):
        drawn_anew(png_with_a_text_that_unpacks_to(200_000_000), Kind.PNG)


@pytest.mark.parametrize("kind", [kind for kind, _ in FORMS], ids=[form for _, form in FORMS])
def test_a_picture_that_is_cut_short_or_of_another_kind_is_refused(kind):
    whole = picture(kind.pillow, (300, 300))
    other = picture("GIF")
    for broken in (whole[:40], whole[: len(whole) // 3], other, b""):
        with pytest.raises(Unreadable):
            drawn_anew(broken, kind)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(FORMS), st.integers(0, 10**6), st.integers(0, 255))
def test_a_picture_with_one_byte_changed_never_fails_in_another_way(kind_and_form, where, byte):
    kind, form = kind_and_form
    whole = bytearray(picture(form))
    whole[where % len(whole)] = byte
    with suppress(Unreadable):
        assert drawn_anew(bytes(whole), kind)
