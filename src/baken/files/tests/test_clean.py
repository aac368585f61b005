"""What is kept of a file: a photo without place, device and tail; a PDF without its tail; sound as it is."""

import io

import pytest
from PIL import Image

from baken.files.accept import Refused, accept
from baken.files.models import said
from baken.files.tests.make import SECRET, pdf, photo_with_place, picture, upload, wav, zip_file


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_where_and_with_what_a_photo_was_taken_is_gone(kind):
    before = photo_with_place(kind)
    assert Image.open(io.BytesIO(before)).getexif().get_ifd(0x8825)[2] == (52, 5, 33)
    after = accept(upload(before))
    image = Image.open(io.BytesIO(after.content))
    assert (dict(image.getexif()), image.getexif().get_ifd(0x8825)) == ({}, {})
    assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert b"KANARIE" not in after.content
    assert b"Exif" not in after.content


def test_a_photo_stands_upright_after_the_note_of_the_camera_is_gone():
    image = Image.open(io.BytesIO(accept(upload(photo_with_place())).content))
    assert image.size == (48, 64)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("tail", [zip_file(), b"<script>alert(1)</script>" + SECRET, pdf() + SECRET])
def test_what_hangs_behind_a_photo_is_gone(kind, tail):
    kept = accept(upload(picture(kind) + tail)).content
    assert tail[:20] not in kept
    assert SECRET not in kept


@pytest.mark.parametrize(
    ("content", "becomes"),
    [
        (picture("WEBP"), "jpeg"), (picture("WEBP", mode="RGBA"), "jpeg"), (picture("PNG", mode="RGBA"), "png"),
        (picture("PNG", mode="P"), "png"), (picture("PNG", mode="1"), "png"), (picture("PNG", mode="LA"), "png"),
        (picture("PNG", mode="I;16"), "png"), (picture("JPEG", mode="L"), "jpeg"), (picture("JPEG", mode="CMYK"), "jpeg"),
    ],
)  # fmt: skip
def test_every_sort_of_photo_is_kept_as_one_that_everybody_can_open(content, becomes):
    kept = accept(upload(content))
    assert kept.format == becomes
    assert Image.open(io.BytesIO(kept.content)).size == (64, 48)


def test_a_large_ordinary_photo_is_made_smaller_instead_of_refused(settings):
    settings.PHOTO_DOTS = 10_000
    kept = Image.open(io.BytesIO(accept(upload(picture(size=(150, 120)))).content))
    assert kept.size == (75, 60)
    for refused in (
        picture(size=(150, 120), progressive=True),
        picture("PNG", (150, 120)),
        picture(size=(250, 200)),
    ):
        with pytest.raises(Refused, match="te veel beeldpunten"):
            accept(upload(refused))


def test_half_a_photo_is_not_kept():
    for kind in ("JPEG", "PNG", "WEBP"):
        whole = picture(kind, (300, 300))
        for size in (20, len(whole) // 2, len(whole) - 30):
            with pytest.raises(Refused, match="niet heel"):
                accept(upload(whole[:size]))


def test_a_pdf_stays_as_it_is_up_to_its_end():
    assert accept(upload(pdf(), "a.txt")).content == pdf() + b"\n"
    assert accept(upload(pdf(behind=b"\n" + zip_file()))).content == pdf() + b"\n"


def test_a_pdf_with_a_program_or_without_an_end_is_refused():
    for inside in (b"3 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj", b"<</S/Launch/F(cmd.exe)>>"):
        with pytest.raises(Refused, match="bevat een programma"):
            accept(upload(pdf(inside)))
    for broken in (pdf()[:-6], b"%PDF-1.7\n" + bytes(500), b"%PDF-1.7\n<html>%%EOF"):
        with pytest.raises(Refused, match="niet heel"):
            accept(upload(broken))


def test_sound_stays_as_it_is():
    assert accept(upload(wav())).content == wav()


def test_a_size_is_said_in_words():
    assert [said(size) for size in (1, 999, 64_400, 1_240_000, 10_000_000)] == [
        "1 kB",
        "1 kB",
        "64 kB",
        "1,2 MB",
        "10,0 MB",
    ]
