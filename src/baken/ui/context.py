"""What every page knows: the language, the same page in the other language, and whether this is the demo."""

import re
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from baken.ui import desk
from baken.ui.language import language_of

ONE_ADDRESS = ("/aanmelden/", "/welkom/", "/demo/", "/werk/")
SLUG = re.compile(r"[a-z0-9-]{1,80}")


def other_language(path: str) -> str:
    """The address of the same public page in the other language; empty where there is none."""
    if path.startswith(ONE_ADDRESS):
        return ""
    return (path[3:] or "/") if language_of(path) == "en" else f"/en{path}"


def chosen_in(request: HttpRequest) -> str:
    """The slug of the municipality that a visitor chose; it stands in the address."""
    return slug_in(request.GET.get("gemeente", ""))


def slug_in(asked: str) -> str:
    """What was asked, when it can be a slug; anything else is no choice."""
    return asked if SLUG.fullmatch(asked) else ""


def carried(chosen: str) -> dict[str, str]:
    """What templates need to carry the choice further: `chosen`, and `along` to put behind an address."""
    return {"chosen": chosen, "along": f"?gemeente={chosen}" if chosen else ""}


def page(request: HttpRequest) -> dict[str, Any]:
    """For templates: `demo`, `language`, `other_language_url`, `exit_url`, and `desk_links` on the desk.

    `chosen` is the municipality that a visitor chose; `along` goes behind the links that carry the choice further.
    """
    chosen = "" if request.path.startswith(ONE_ADDRESS) else chosen_in(request)
    known: dict[str, Any] = {
        "demo": settings.DEMO,
        "language": getattr(request, "LANGUAGE_CODE", "nl"),
        "other_language_url": other_language(request.path),
        **carried(chosen),
        "exit_url": settings.EXIT_URL,
    }
    user = getattr(request, "user", None)  # an address that is refused at the door (a wrong Host) has none yet
    if request.path.startswith("/werk/") and user is not None and user.is_authenticated:
        known["desk_links"] = desk.links_for(request, user.may)
    return known
