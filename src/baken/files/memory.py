"""Uploads stay in memory, never in a temporary file: on disk they would lie there unencrypted.

Of a file that is too large only the size is remembered, so that a request of any length takes no more memory than what
may be sent at once, and the page can say what was too large without losing what was typed. It is read to its end:
an answer halfway would not be shown by a browser, and the server would keep the rest in memory (measured).
"""

import io

from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler


class InMemory(FileUploadHandler):
    """The only upload handler of the house."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.total = self.size = 0
        self.pieces: list[bytes] = []

    def new_file(self, *args: object, **kwargs: object) -> None:
        """A next file begins."""
        super().new_file(*args, **kwargs)  # type: ignore[arg-type]
        self.pieces, self.size = [], 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep a piece, as long as it fits."""
        self.size += len(raw_data)
        self.total += len(raw_data)
        if self.size <= settings.FILE_BYTES and self.total <= settings.REPORT_FILES_BYTES:
            self.pieces.append(raw_data)
        else:
            self.pieces.clear()

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """The file; one that was too large has its size and no content."""
        content = b"".join(self.pieces)
        return InMemoryUploadedFile(
            io.BytesIO(content), self.field_name, self.file_name or "", self.content_type, self.size, self.charset
        )
