"""Giving a file: always to be kept, never shown in the page, and never under a name that a sender chose."""

from django.http import HttpResponse

from baken.files.models import StoredFile


def download(file: StoredFile) -> HttpResponse:
    """The answer that hands over this file. Who may have it was decided before; the headers of the house do the rest:
    nosniff, no cache, and a sandbox for whatever is an attachment.
    """
    return HttpResponse(
        file.content,
        content_type="application/octet-stream",
        headers={"Content-Disposition": f'attachment; filename="{file.safe_name}"'},
    )
