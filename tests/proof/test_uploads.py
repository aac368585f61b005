"""S13: hostile files. None is stored as something that it is not, none is given in a way that could run, nothing of where
and with what a photo was made is left, and the largest of them takes no more than 200 MB of memory.
"""

import io
import itertools
import random
import subprocess
import sys

import pytest
from PIL import Image

from baken.files.accept import Refused, accept
from baken.files.formats import FORMATS, Kind, format_of
from baken.files.tests.make import (
    SECRET,
    amr,
    box,
    boxed,
    mp3,
    ogg,
    pdf,
    photo_with_place,
    picture,
    pixel_bomb,
    upload,
    wav,
    zip_file,
)
from baken.signals.models import Report, ReportFile
from tests.proof.safe import lacks

PAGE = b"<!doctype html><script>alert('" + SECRET + b"')</script>"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'>" + SECRET + b"</svg>"
PHP = b"<?php system('" + SECRET + b"'); ?>"
EXE = b"MZ\x90\0" + SECRET + bytes(200)
HOSTILE = [
    PAGE,
    SVG,
    PHP,
    EXE,
    zip_file(),
    b"#!/bin/sh\necho " + SECRET,
    b"\xd0\xcf\x11\xe0" + SECRET,
    b"GIF89a" + SECRET,
]
PHOTOS = [photo_with_place(kind) for kind in ("JPEG", "PNG", "WEBP")]
SOUNDS = [wav(), ogg(), mp3(), amr(), boxed(), boxed(b"3gp4")]
NAMES = ["foto.jpg", "foto.jpg.exe", "foto.svg", "../../../etc/passwd", "foto\u202egpj.html", "CON", "a" * 250 + ".jpg", "x.php;.jpg",
         "<img src=x onerror=alert(1)>.png", "'; DROP TABLE signals_report; --.pdf", "rapport.docm", " .htaccess"]  # fmt: skip
DRAW = """
import re, sys
from baken.files import photo
def peak(word): return int(re.search(word + r":\\s+(\\d+)", open("/proc/self/status").read())[1]) // 1024
content = open(sys.argv[1], "rb").read()
before = peak("VmRSS")
photo.redraw(content, read_as=sys.argv[2], most_dots=25_000_000)
print(peak("VmHWM") - before)
"""


def hostile():
    """Every hostile file, as (name, content)."""
    names = itertools.cycle(NAMES)
    good = [*PHOTOS, pdf(), *SOUNDS]
    for start, tail in itertools.product(good, HOSTILE):  # something good, and something else behind it
        yield next(names), start + tail
    for start, tail in itertools.product(HOSTILE, good):  # and the other way around
        yield next(names), start + tail
    for content in HOSTILE:
        yield next(names), content
    chance = random.Random(13)
    for whole in (*good, photo_with_place() * 3):  # damaged and cut off
        for _ in range(12):
            broken = bytearray(whole)
            for _ in range(1 + len(broken) // 200):
                broken[chance.randrange(12, len(broken))] = chance.randrange(256)
            yield next(names), bytes(broken)
            yield next(names), whole[: chance.randrange(1, len(whole))]
    for size in (9_000, 30_000, 60_000):
        yield next(names), pixel_bomb(size, size)
        yield next(names), pixel_bomb(size, size, kind="JPEG" if size > 10_000 else "PNG")
    yield next(names), boxed(b"M4A ", b"vide", b"soun")
    yield next(names), box(b"ftyp", b"M4A \0\0\0\0") + b"\xff\xff\xff\xffmoov" + bytes(90)
    yield next(names), box(b"ftyp", b"M4A \0\0\0\0") + b"".join(box(b"moov", b"") for _ in range(4_000))
    yield next(names), b"RIFF\xff\xff\xff\xffWAVE" + b"JUNK\0\0\0\0" * 5_000
    yield next(names), b"ID3\4\0\0\x7f\x7f\x7f\x7f" + bytes(3_000)


def wrong_with(kept):
    """What is wrong with a file that was accepted."""
    found, kind = format_of(kept.content), FORMATS[kept.format].kind
    wrong = [] if found is not None and found.id == kept.format else [f"het is {found}, niet {kept.format}"]
    if kind == Kind.PHOTO:
        image = Image.open(io.BytesIO(kept.content))
        image.load()
        left = dict(image.getexif()) or b"KANARIE" in kept.content or "icc_profile" in image.info
        wrong += ["er is iets van de maker over"] if left else []
    if kind == Kind.PDF and not kept.content.endswith(b"%%EOF\n"):
        wrong.append("er hangt iets achter")
    return wrong + ([kept.name] if set(kept.name) & set("/\\\u202e\0") else [])


def test_no_hostile_file_is_kept_as_something_that_it_is_not():
    kept, refused, wrong = [], 0, {}
    for number, (name, content) in enumerate(hostile()):
        try:
            kept.append(accept(upload(content, name)))
        except Refused:
            refused += 1
            continue
        if found := wrong_with(kept[-1]):
            wrong[number] = found
    print(f"S13: {len(kept) + refused} vijandige bestanden: {refused} geweigerd, {len(kept)} schoon bewaard")
    assert wrong == {}
    assert len(kept) + refused >= 300
    assert {each.format for each in kept} >= {"jpeg", "png", "pdf", "wav"}
    assert refused >= 100


@pytest.mark.parametrize(
    "content", [PAGE, SVG, PHP, EXE, zip_file(), PAGE + picture(), SVG + pdf(), pixel_bomb(60_000, 60_000)]
)
def test_through_the_page_nothing_is_stored(cast, client, content):
    told = {"step": "check", "go": "send", "story": "Iets gezien.", "municipality": "havenstad", "form": "f" * 32}
    page = client.post("/melden/", told | {"who": "anonymous", "attachments": upload(content, "<kanarie>.jpg")})
    assert page.status_code == 422
    assert b"<kanarie>" not in page.content
    assert (Report.objects.count(), ReportFile.objects.count()) == (0, 0)


def test_what_is_given_never_runs(cast, client, signed_in):
    told = {"step": "check", "go": "send", "story": "Iets gezien.", "municipality": "havenstad", "form": "f" * 32}
    files = [upload(mp3(PAGE), "pagina.html"), upload(pdf(PAGE), "pagina.svg"), upload(wav(SVG * 9), "x.js")]
    assert client.post("/melden/", told | {"who": "anonymous", "attachments": files}).status_code == 200
    for file in ReportFile.objects.all():
        answer = signed_in(cast.amina).get(f"/werk/meldingen/{file.report_id}/bijlage/{file.pk}/")
        assert lacks(answer, personal=True) == []
        assert answer["Content-Type"] == "application/octet-stream"
        assert answer["Content-Disposition"] == f'attachment; filename="bijlage-{file.number}.{file.format}"'
        assert answer["Content-Security-Policy"].endswith("; sandbox")


@pytest.mark.slow
def test_the_largest_photo_takes_no_more_than_200_mb(tmp_path):
    most, turned = 0, Image.Exif()
    turned[0x0112] = 6
    for kind, size, more in (
        ("PNG", (5_000, 5_000), {}),
        ("JPEG", (8_600, 8_600), {"quality": 20}),
        ("JPEG", (4_470, 4_470), {"progressive": True, "subsampling": 0}),
        ("JPEG", (5_700, 4_280), {"exif": turned}),
        ("WEBP", (3_535, 3_535), {"method": 0}),
    ):
        path = tmp_path / kind
        path.write_bytes(picture(kind, size, **more))
        words = [sys.executable, "-c", DRAW, str(path), kind.lower()]
        told = subprocess.run(words, capture_output=True, text=True, check=True)
        print(f"S13: {kind} van {size[0]} × {size[1]}: {told.stdout.strip()} MB")
        most = max(most, int(told.stdout))
    assert most <= 200
