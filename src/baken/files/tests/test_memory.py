"""Uploads never touch the disk, and a request that is far too long takes no more memory than one that is not."""

import io
import tempfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from baken.files.memory import InMemory


def sent(*files, **words):
    return RequestFactory().post("/melden/", {"attachments": list(files), **words})


def test_a_large_upload_makes_no_temporary_file(monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("een tijdelijk bestand")

    monkeypatch.setattr(tempfile, "NamedTemporaryFile", refuse)
    content = bytes(range(256)) * 30_000
    [file] = sent(SimpleUploadedFile("a.wav", content)).FILES.getlist("attachments")
    assert file.read() == content
    assert isinstance(file.file, io.BytesIO)


def test_of_what_is_too_large_only_the_size_is_kept_and_words_stay(settings):
    settings.FILE_BYTES, settings.REPORT_FILES_BYTES = 100_000, 250_000
    request = sent(*(SimpleUploadedFile("a", bytes(size)) for size in (100_001, 90_000, 70_000)), story="tekst")
    assert [(file.size, len(file.read())) for file in request.FILES.getlist("attachments")] == [
        (100_001, 0),
        (90_000, 90_000),
        (70_000, 0),
    ]
    assert request.POST["story"] == "tekst"


def test_what_is_far_too_long_is_read_to_its_end_and_not_kept(settings):
    settings.FILE_BYTES = settings.REPORT_FILES_BYTES = 100_000
    [file] = sent(SimpleUploadedFile("a", bytes(3_000_000))).FILES.getlist("attachments")
    assert (file.size, file.read()) == (3_000_000, b"")


@pytest.mark.parametrize("size", [0, 1])
def test_a_small_file_is_a_file(size):
    handler = InMemory()
    handler.new_file("attachments", "a", "audio/amr", None, None)
    if size:
        assert handler.receive_data_chunk(b"x", 0) is None
    assert handler.file_complete(size).size == size
