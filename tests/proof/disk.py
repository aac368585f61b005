"""A disk that loses power: what was not synced survives by the toss of a coin, sector by sector.

A file system for SQLite (APSW) that lies in memory. Of each file it knows what is safe (synced) and what was done since.
Names of files are taken to be safe at once, and a write-ahead log is used by one connection (exclusive locking).
"""

import random
from pathlib import Path
from typing import Any

import apsw

SECTOR = 512


class PowerCut(Exception):
    """The power is gone: nothing works any more."""


class Platter:
    """One file: `safe` survives for certain, `now` is what the program sees, `since` what was done after the last sync."""

    def __init__(self, content: bytes = b"") -> None:
        self.safe, self.now = bytearray(content), bytearray(content)
        self.since: list[tuple[int, bytes | None]] = []

    def write(self, data: bytes, offset: int) -> None:
        if len(self.now) < offset + len(data):
            self.now.extend(bytes(offset + len(data) - len(self.now)))
        self.now[offset : offset + len(data)] = data
        while data:  # a write reaches the disk in sectors
            size = SECTOR - offset % SECTOR
            self.since.append((offset, data[:size]))
            data, offset = data[size:], offset + size

    def truncate(self, size: int) -> None:
        del self.now[size:]
        self.since.append((size, None))

    def sync(self) -> None:
        self.safe = bytearray(self.now)
        self.since.clear()

    def survivor(self, chance: random.Random) -> bytes:
        """What lies on the disk after the cut."""
        left = bytearray(self.safe)
        for place, data in self.since:
            if chance.random() < 0.5:
                continue
            if data is None:
                del left[place:]
                continue
            if len(left) < place + len(data):
                left.extend(bytes(place + len(data) - len(left)))
            left[place : place + len(data)] = data
        return bytes(left)


class Disk(apsw.VFS):  # type: ignore[misc]
    """A folder of platters. After `cut_after` more changes the power goes, and `survivors` says what is left."""

    def __init__(self, name: str, chance: random.Random, files: dict[str, bytes]) -> None:
        super().__init__(name, base="")
        self.files = {key: Platter(content) for key, content in files.items()}
        self.chance, self.left = chance, -1
        self.survivors: dict[str, bytes] | None = None
        self.off = False  # after the cut, so that closing says nothing

    def cut_after(self, changes: int) -> None:
        self.left = changes

    def cut(self) -> None:
        """The power goes now."""
        self.survivors = {name: each.survivor(self.chance) for name, each in self.files.items()}

    def change(self) -> None:
        """Something is about to change; perhaps it is too late."""
        if self.survivors is None and self.left == 0:
            self.cut()
        if self.survivors is not None and not self.off:
            raise PowerCut
        self.left -= 1

    def xFullPathname(self, name: str) -> str:
        return name

    def xAccess(self, name: str, flags: int) -> bool:
        return name in self.files

    def xDelete(self, name: str, sync: bool) -> None:
        self.change()
        self.files.pop(name, None)

    def xOpen(self, name: Any, flags: list[int]) -> "Handle":
        key = name.filename() if isinstance(name, apsw.URIFilename) else str(name or id(flags))
        if key not in self.files:
            self.files[key] = Platter()
        return Handle(self, self.files[key])

    def remains(self, folder: Path) -> None:
        """Lay what is left in a real folder."""
        for name, content in (self.survivors or {}).items():
            (folder / name).write_bytes(content)


class Handle:
    """An open file of the disk, as SQLite asks for it."""

    def __init__(self, disk: Disk, platter: Platter) -> None:
        self.disk, self.platter = disk, platter

    def xRead(self, amount: int, offset: int) -> bytes:
        return bytes(self.platter.now[offset : offset + amount])

    def xWrite(self, data: bytes, offset: int) -> None:
        self.disk.change()
        self.platter.write(bytes(data), offset)

    def xTruncate(self, size: int) -> None:
        self.disk.change()
        self.platter.truncate(size)

    def xSync(self, flags: int) -> None:
        self.disk.change()
        self.platter.sync()

    def xFileSize(self) -> int:
        return len(self.platter.now)

    def xSectorSize(self) -> int:
        return SECTOR

    def xDeviceCharacteristics(self) -> int:
        return 0

    def xCheckReservedLock(self) -> bool:
        return False

    def xFileControl(self, op: int, pointer: int) -> bool:
        return False

    def xLock(self, level: int) -> None: ...

    def xUnlock(self, level: int) -> None: ...

    def xClose(self) -> None: ...
