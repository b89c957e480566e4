"""Take files in without writing them to a disk unsealed, and without more than is allowed."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from referrals.attachments.limits import LARGEST_FILE


class InMemoryOnly(FileUploadHandler):
    """Keep each file in memory, and of one that is too large no more than tells that it is.

    Django's own would write larger ones in the clear to a folder for temporary files.
    """

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self._kept = bytearray()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        room = LARGEST_FILE + 1 - len(self._kept)
        self._kept += raw_data[:room]
        return None

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        content = bytes(self._kept)
        return InMemoryUploadedFile(
            BytesIO(content), self.field_name, self.file_name, self.content_type, len(content),
            self.charset, self.content_type_extra,
        )  # fmt: skip
