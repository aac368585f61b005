"""Which sound recording these bytes are. Pure: the mark at the beginning, and enough of the structure behind it.

Formats and where they are described: WAVE (RIFF, IBM/Microsoft 1991), Ogg (RFC 3533) with Opus (RFC 7845) or Vorbis,
AMR (RFC 4867 section 5), MPEG audio (ISO 11172-3) with ID3v2, and m4a/3gp (ISO 14496-12 boxes). Film is no sound.
"""

from collections.abc import Iterator

BITRATES = {  # kbit/s of MPEG layer III by index 1 to 14; version 1, and versions 2 and 2.5
    True: (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    False: (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
RATES = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8_000)}
OGG_SOUND = (b"OpusHead", b"\x01vorbis", b"Speex   ", b"\x7fFLAC")
BOXES_OF_SOUND = {b"M4A ", b"M4B ", b"mp42", b"mp41", b"isom", b"iso2"}
INSIDE = {b"moov", b"trak", b"mdia"}
DEEPEST, MOST_BOXES = 4, 2_000


def format_of(content: bytes) -> str | None:
    """The id of the format (`mp3`, `m4a`, `3gp`, `wav`, `ogg`, `amr`), or None."""
    if content.startswith((b"#!AMR\n", b"#!AMR-WB\n")):
        return "amr"
    if content.startswith(b"RIFF"):
        return "wav" if _is_wave(content) else None
    if content.startswith(b"OggS"):
        return "ogg" if _is_ogg(content) else None
    if content[4:8] == b"ftyp":
        return _boxed(content)
    return "mp3" if _is_mp3(content) else None


def _is_wave(content: bytes) -> bool:
    """RIFF with the type WAVE, and chunks `fmt ` and `data` one after another."""
    if content[8:12] != b"WAVE":
        return False
    place, seen = 12, set[bytes]()
    while place + 8 <= len(content) and len(seen) < 40:
        name, size = content[place : place + 4], int.from_bytes(content[place + 4 : place + 8], "little")
        seen.add(name)
        if name == b"data":
            return b"fmt " in seen
        place += 8 + size + size % 2
    return False


def _is_ogg(content: bytes) -> bool:
    """The first page begins a stream of sound, and no other stream begins behind it (that would be film)."""
    place, streams = 0, 0
    while content[place : place + 4] == b"OggS" and len(content) > place + 27:
        first = content[place + 5] & 2
        segments = content[place + 26]
        body = place + 27 + segments
        if first and not content.startswith(OGG_SOUND, body):
            return False
        if not first:
            break
        streams += 1
        place = body + sum(content[place + 27 : body])
    return streams == 1


def _frame(content: bytes, place: int) -> int:
    """How many bytes the frame of MPEG layer III at this place takes; 0 when there is none."""
    head = content[place : place + 4]
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2:
        return 0
    version, bitrate, rate = head[1] >> 3 & 3, head[2] >> 4, head[2] >> 2 & 3
    if version == 1 or bitrate in (0, 15) or rate == 3:
        return 0
    first = version == 3
    samples = 144 if first else 72
    return samples * BITRATES[first][bitrate - 1] * 1000 // RATES[version][rate] + (head[2] >> 1 & 1)


def _is_mp3(content: bytes) -> bool:
    """Three frames follow on each other, behind the tag (ID3v2) when there is one."""
    place = 0
    if content.startswith(b"ID3") and len(content) > 10:
        a, b, c, d = content[6:10]
        place = 10 + (a << 21 | b << 14 | c << 7 | d)
        while content[place : place + 1] == b"\0" and place < len(
            content
        ):  # some tags are filled up beyond their size
            place += 1
    for _ in range(3):
        size = _frame(content, place)
        if not size:
            return False
        place += size
    return place <= len(content) + 1


def _boxes(content: bytes, start: int, end: int, depth: int = 0) -> Iterator[tuple[bytes, int, int]]:
    """Every box between two places, and those inside the boxes that hold tracks: (name, begin of its content, end)."""
    place = start
    while place + 8 <= end:
        size, name, head = int.from_bytes(content[place : place + 4], "big"), content[place + 4 : place + 8], 8
        if size == 1:
            size, head = int.from_bytes(content[place + 8 : place + 16], "big"), 16
        size = size or end - place
        if size < head or place + size > end:
            yield b"", place, end  # broken
            return
        yield name, place + head, place + size
        if name in INSIDE and depth < DEEPEST:
            yield from _boxes(content, place + head, place + size, depth + 1)
        place += size


def _boxed(content: bytes) -> str | None:
    """m4a or 3gp when it holds sound and nothing else."""
    brand, handlers = content[8:12], set()
    for count, (name, begin, _) in enumerate(_boxes(content, 0, len(content))):
        if not name or count > MOST_BOXES:
            return None
        if name == b"hdlr":
            handlers.add(content[begin + 8 : begin + 12])
    if b"soun" not in handlers or b"vide" in handlers:
        return None
    if brand.startswith(b"3g"):
        return "3gp"
    return "m4a" if brand in BOXES_OF_SOUND else None
