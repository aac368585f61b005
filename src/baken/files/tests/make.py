"""Builders for tests: small real files of every kind, and files that pretend. Everything is invented."""

import io
import struct
import zlib

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, TiffImagePlugin

SECRET = b"KANARIE-in-een-bestand"


def upload(content: bytes, name: str = "bestand.jpg") -> SimpleUploadedFile:
    """As a browser sends it; the name and the type that it claims mean nothing."""
    return SimpleUploadedFile(name, content, content_type="image/jpeg")


def picture(kind: str = "JPEG", size: tuple[int, int] = (64, 48), mode: str = "RGB", **more: object) -> bytes:
    """A drawing with some colours."""
    image = Image.linear_gradient("L").resize(size).convert(mode)
    out = io.BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


def photo_with_place(kind: str = "JPEG") -> bytes:
    """A photo on its side that tells where, when and with what it was taken, and has a comment."""
    exif = Image.Exif()
    exif[0x0110] = "Toestel KANARIE 7"  # model
    exif[0x0112] = 6  # turned a quarter
    exif[0x013B] = SECRET.decode()  # artist
    exif.get_ifd(0x8825).update(
        {1: "N", 2: tuple(TiffImagePlugin.IFDRational(each) for each in (52, 5, 33)), 3: "E", 4: (4, 18, 2)}
    )
    more = {"comment": SECRET} if kind == "JPEG" else {}
    return picture(kind, exif=exif, icc_profile=b"profiel " + SECRET, **more)


def pdf(inside: bytes = b"", behind: bytes = b"") -> bytes:
    """A small PDF."""
    body = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        + inside
    )
    return body + b"\nxref\n0 1\ntrailer<</Root 1 0 R/Size 3>>\nstartxref\n9\n%%EOF" + behind


def wav(data: bytes = b"\1\2" * 400) -> bytes:
    """A WAVE recording."""
    head = b"fmt " + struct.pack("<IHHIIHH", 16, 1, 1, 8000, 16000, 2, 16)
    body = b"WAVE" + head + b"data" + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _page(first: int, packet: bytes) -> bytes:
    return b"OggS\0" + bytes([first]) + bytes(20) + bytes([1, len(packet)]) + packet


def ogg(*heads: bytes) -> bytes:
    """An Ogg recording whose streams begin with these heads; Opus when none is given."""
    starts = b"".join(_page(2, head + bytes(11)) for head in heads or (b"OpusHead",))
    return starts + _page(0, b"OpusTags" + bytes(8)) + _page(0, b"\1" * 60)


def mp3(tag: bytes = b"", frames: int = 5) -> bytes:
    """An MPEG layer III recording of 128 kbit/s, with a tag (ID3) before it when given."""
    size = len(tag)
    parts = [size >> 21 & 127, size >> 14 & 127, size >> 7 & 127, size & 127]
    head = b"ID3\4\0\0" + bytes(parts) + tag if tag else b""
    return head + (b"\xff\xfb\x90\x00" + bytes(413)) * frames


def box(name: bytes, content: bytes) -> bytes:
    """One box of an MP4 file."""
    return struct.pack(">I", len(content) + 8) + name + content


def boxed(brand: bytes = b"M4A ", *handlers: bytes) -> bytes:
    """An m4a or 3gp with one track for each handler; sound when none is given."""
    tracks = [
        box(b"trak", box(b"mdia", box(b"hdlr", bytes(8) + each + bytes(12)))) for each in handlers or (b"soun",)
    ]
    return box(b"ftyp", brand + bytes(4) + b"isom") + box(b"mdat", b"\3" * 90) + box(b"moov", b"".join(tracks))


def amr(wide: bool = False) -> bytes:
    """An AMR recording."""
    return (b"#!AMR-WB\n" if wide else b"#!AMR\n") + b"\x3c" * 64


def pixel_bomb(width: int, height: int, *, kind: str = "PNG") -> bytes:
    """A tiny file that says it is enormous."""
    if kind == "JPEG":
        small = picture(size=(8, 8))
        at = small.index(b"\xff\xc0") + 5
        return small[:at] + struct.pack(">HH", height, width) + small[at + 4 :]

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes(1_000_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def zip_file() -> bytes:
    """A zip with a page in it."""
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("index.html", b"<script>alert(1)</script>" + SECRET + bytes(2_000_000))
    return out.getvalue()
