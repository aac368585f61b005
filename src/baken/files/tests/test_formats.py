"""What a file is, is read from its content: names and claims mean nothing, and nothing may stand before the mark."""

import pytest
from django.core.exceptions import ValidationError

from baken.files.accept import Refused, accept, tidy_name
from baken.files.formats import format_of, is_heic
from baken.files.forms import FilesField
from baken.files.tests.make import (
    SECRET,
    amr,
    box,
    boxed,
    mp3,
    ogg,
    pdf,
    picture,
    pixel_bomb,
    upload,
    wav,
    zip_file,
)  # fmt: skip

GOOD = {
    "jpeg": picture(), "png": picture("PNG"), "webp": picture("WEBP"), "pdf": pdf(), "wav": wav(), "ogg": ogg(), "mp3": mp3(),
    "m4a": boxed(), "3gp": boxed(b"3gp4"), "amr": amr(),
}  # fmt: skip
SAME = [
    (ogg(b"\x01vorbis"), "ogg"), (mp3(SECRET), "mp3"), (amr(wide=True), "amr"), (boxed(b"mp42"), "m4a"),
    (picture("JPEG", progressive=True), "jpeg"), (mp3(SECRET + bytes(40)), "mp3"),
]  # fmt: skip
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
WRONG = {
    "svg": SVG, "html": b"<!doctype html><script>alert(1)</script>", "zip": zip_file(), "exe": b"MZ" + bytes(90),
    "gif": picture("GIF", mode="P"), "tiff": picture("TIFF"), "bmp": picture("BMP"), "doc": b"\xd0\xcf\x11\xe0" + bytes(90),
    "text": b"zomaar tekst", "one byte": b"\xff", "html before pdf": b"<script>" + pdf(), "spaces before pdf": b"\n" + pdf(),
    "html before jpeg": SVG + picture(), "zip before png": zip_file() + picture("PNG"), "avi": b"RIFF\0\0\0\0AVI LIST" + bytes(90),
    "wave without sound": b"RIFF\0\0\0\0WAVEfmt \0\0\0\0", "film in ogg": ogg(b"\x80theora"), "film and sound in ogg": ogg(b"OpusHead", b"\x80theora"),
    "film": boxed(b"mp42", b"vide", b"soun"), "phone film": boxed(b"3gp4", b"soun", b"vide"), "no track": box(b"ftyp", b"M4A ") + box(b"moov", b""),
    "box too long": boxed()[:-20], "unknown brand": boxed(b"qt  "), "tag and a page": b"ID3\4\0\0\0\0\0\x0a" + SVG, "tag alone": b"ID3\4\0\0\x7f\x7f\x7f\x7f",
    "two frames": mp3(frames=1) + bytes(9), "frame of nothing": b"\xff\xfb\xf0\x00" * 40, "nothing but zeros": bytes(5_000),
}  # fmt: skip


@pytest.mark.parametrize("kind", GOOD)
def test_every_kind_is_known_by_its_content(kind):
    assert format_of(GOOD[kind]).id == kind


@pytest.mark.parametrize(("content", "kind"), SAME)
def test_other_ways_of_the_same_kinds(content, kind):
    assert format_of(content).id == kind


@pytest.mark.parametrize("kind", WRONG)
def test_what_is_something_else_is_refused_whatever_it_is_called(kind):
    with pytest.raises(Refused, match=r"kunnen aannemen|niet heel"):
        accept(upload(WRONG[kind], "vakantie.jpg"))


@pytest.mark.parametrize("kind", GOOD)
def test_what_is_cut_off_or_almost_it_never_breaks_anything(kind):
    for size in (*range(40), len(GOOD[kind]) // 2, len(GOOD[kind]) - 1):
        format_of(GOOD[kind][:size])


def test_the_photo_of_an_iphone_hears_what_to_do():
    heic = box(b"ftyp", b"heic" + bytes(4)) + bytes(90)
    assert is_heic(heic)
    with pytest.raises(Refused, match=r"HEIC-foto\. Bewaar de foto als JPEG"):
        accept(upload(heic))


def test_an_empty_file_is_told_so():
    with pytest.raises(Refused, match="is leeg"):
        accept(upload(b""))


def test_a_name_cannot_hide_what_it_is_or_bring_a_path():
    assert tidy_name("foto\u202egpj.exe\x00\n") == "fotogpj.exe"
    assert len(tidy_name("x" * 900)) == 120
    assert accept(upload(picture(), "../../etc/cron.d/x.jpg")).name == "x.jpg"


def test_one_sentence_for_each_wrong_file_and_what_to_do():
    with pytest.raises(ValidationError) as told:
        FilesField(required=False).clean(
            [upload(SVG, "a.jpg"), upload(picture(), "goed.jpg"), upload(b"", "b.jpg")]
        )
    sentence = told.value.messages[0]
    assert "“a.jpg” is geen foto" in sentence
    assert "“b.jpg” is leeg" in sentence
    assert "goed" not in sentence.split("Er is nog niets")[0]
    assert "Kies al je bestanden opnieuw." in sentence


def test_sizes_and_numbers_have_limits_that_are_settings(settings):
    settings.FILE_BYTES, settings.REPORT_FILES_BYTES, settings.FILES_AT_ONCE = 2_000_000, 3_000_000, 3
    field, large = FilesField(required=False), wav(bytes(1_900_000))
    for wrong, files in (
        ("hooguit 2 MB per bestand", [upload(wav(bytes(2_100_000)))]),
        ("Samen zijn je bestanden te groot: hooguit 3 MB", [upload(large), upload(large)]),
        ("hooguit 3 bestanden", [upload(picture())] * 4),
    ):
        with pytest.raises(ValidationError, match=wrong):
            field.clean(files)
    assert [each.format for each in field.clean([upload(large)])] == ["wav"]


def test_when_the_disk_is_nearly_full_words_go_before_files(settings):
    settings.FREE_BYTES = 10**18
    field = FilesField(required=False)
    assert field.clean([]) == ()
    with pytest.raises(ValidationError, match="geen ruimte voor bestanden"):
        field.clean([upload(picture())])


def test_a_pixel_bomb_is_not_drawn():
    for bomb in (pixel_bomb(60_000, 60_000), pixel_bomb(9_000, 9_000), pixel_bomb(65_000, 65_000, kind="JPEG")):
        assert len(bomb) < 3_000
        with pytest.raises(Refused, match="te veel beeldpunten"):
            accept(upload(bomb))
