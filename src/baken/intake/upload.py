"""An upload stays in memory: nothing of it touches the disk before it is sealed, and what is too big stops at once."""

from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload

from baken.intake.tables import MOST_BYTES


class InMemory(FileUploadHandler):
    """Keeps one file of at most MOST_BYTES in memory; of a bigger one nothing is kept."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """A file begins."""
        super().new_file(*args, **kwargs)
        self.parts: list[bytes] = []

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """A piece of it."""
        if start + len(raw_data) > MOST_BYTES:
            raise StopUpload
        self.parts.append(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """The whole file."""
        from io import BytesIO

        return InMemoryUploadedFile(
            BytesIO(b"".join(self.parts)), self.field_name, self.file_name or "", self.content_type or "", file_size,
            self.charset,
        )  # fmt: skip
