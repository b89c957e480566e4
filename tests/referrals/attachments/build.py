"""Files as people and attackers send them, and a scanner that answers over a real socket."""

import socket
import struct
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from PIL import Image

PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
EICAR_LIKE = b"%PDF-1.7 this-is-found-by-the-test-scanner %%EOF"


def picture(form: str = "JPEG", size: tuple[int, int] = (60, 40), **how: Any) -> bytes:
    """Return a picture whose left half is red and whose right half is blue."""
    sheet = Image.new("RGB", size, "blue")
    sheet.paste("red", (0, 0, size[0] // 2, size[1]))
    out = BytesIO()
    sheet.save(out, form, **how)
    return out.getvalue()


def with_place_and_turn() -> bytes:
    """Return a photograph as a phone makes it: lying on its side, with place, maker and comment."""
    exif = Image.Exif()
    exif[0x0112] = 6  # orientation: turn it a quarter clockwise to see it upright
    exif[0x010F] = "SECRETMAKER"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (51.0, 30.0, 0.0)
    return picture(exif=exif, comment=b"SECRETCOMMENT")


def png_of_claimed_size(width: int, height: int) -> bytes:
    """Return a small PNG whose header says that it is huge."""
    header = struct.pack("!IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", header)
        + _chunk(b"IDAT", zlib.compress(b"\0" * 2000))
        + _chunk(b"IEND", b"")
    )


def png_with_a_text_that_unpacks_to(size: int) -> bytes:
    """Return a picture with a compressed text in it that is `size` bytes when unpacked."""
    whole = picture("PNG")
    bomb = _chunk(b"zTXt", b"k\0\0" + zlib.compress(b"\0" * size))
    return whole[:33] + bomb + whole[33:]


def pdf_with_hidden(name: bytes) -> bytes:
    """Return a PDF that has `name` in a compressed object stream only."""
    packed = zlib.compress(b"1 0 << " + name + b" 2 0 R >>")
    return b"%PDF-1.7\n1 0 obj<</Type/ObjStm/N 1>>stream\n" + packed + b"\nendstream endobj\n%%EOF"


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = struct.pack("!I", zlib.crc32(kind + content))
    return struct.pack("!I", len(content)) + kind + content + check


class Clamd:
    """Speaks the part of clamd's protocol that we use; finds the marked file, else nothing."""

    def __init__(self, answer: bytes | None = None, hang_up: bool = False) -> None:
        self.answer, self.hang_up = answer, hang_up
        self.seen: list[bytes] = []
        self.line = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self.line.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                caller, _ = self.line.accept()
            except OSError:
                return
            with caller:
                self._one(caller)

    def _one(self, caller: socket.socket) -> None:
        if self.hang_up:
            return
        with caller.makefile("rwb") as stream:
            assert stream.read(10) == b"zINSTREAM\0"
            content = b""
            while size := struct.unpack("!L", stream.read(4))[0]:
                content += stream.read(size)
            self.seen.append(content)
            found = b"this-is-found" in content
            usual = b"stream: Test-Signature FOUND\0" if found else b"stream: OK\0"
            stream.write(self.answer if self.answer is not None else usual)
            stream.flush()


@contextmanager
def clamd(**how: Any) -> Iterator[Clamd]:
    server = Clamd(**how)
    try:
        yield server
    finally:
        server.line.close()
