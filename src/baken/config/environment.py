"""Four small readers of environment variables. A wrong value stops the start with one clear sentence."""

import os
from pathlib import Path

YES = {"1", "true", "yes", "ja", "on", "aan"}
NO = {"0", "false", "no", "nee", "off", "uit", ""}


class SettingError(SystemExit):
    """A setting has a value Baken cannot start with; the message says which and what to do."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"Baken start niet: {name} {why}. Zie docs/settings.md.")


def text(name: str, default: str = "") -> str:
    """The value of `name`, without surrounding space."""
    return os.environ.get(name, default).strip()


def yes_no(name: str, *, default: bool = False) -> bool:
    """True or false from words as ja/nee, yes/no, 1/0. Raises SettingError on anything else."""
    value = os.environ.get(name, "ja" if default else "nee").strip().lower()
    if value in YES:
        return True
    if value in NO:
        return False
    raise SettingError(name, f"moet ja of nee zijn, niet '{value}'")


def number(name: str, default: int, *, least: int = 1) -> int:
    """A whole number. Raises SettingError on anything else, and below `least`."""
    value = text(name, str(default))
    if not value.isdecimal() or int(value) < least:
        raise SettingError(name, f"moet een heel getal van {least} of meer zijn, niet '{value}'")
    return int(value)


def secret(name: str, default: str = "") -> str:
    """A secret from `name` itself or, better, from the file that `name`_FILE points to.

    Raises SettingError when the file cannot be read or is empty.
    """
    path = text(f"{name}_FILE")
    if not path:
        return text(name, default)
    try:
        value = Path(path).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise SettingError(f"{name}_FILE", f"wijst naar {path}, dat niet te lezen is ({error.strerror})") from None
    if not value:
        raise SettingError(f"{name}_FILE", f"wijst naar {path}, maar dat bestand is leeg")
    return value
