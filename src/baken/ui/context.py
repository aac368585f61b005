"""What every page knows: the language, the same page in the other language, and whether this is the demo."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from baken.ui import desk
from baken.ui.language import language_of

ONE_ADDRESS = ("/aanmelden/", "/welkom/", "/demo/", "/werk/")


def other_language(path: str) -> str:
    """The address of the same public page in the other language; empty where there is none."""
    if path.startswith(ONE_ADDRESS):
        return ""
    return (path[3:] or "/") if language_of(path) == "en" else f"/en{path}"


def page(request: HttpRequest) -> dict[str, Any]:
    """For templates: `demo`, `language`, `other_language_url`, `exit_url`, and `desk_links` on the desk."""
    known: dict[str, Any] = {
        "demo": settings.DEMO,
        "language": getattr(request, "LANGUAGE_CODE", "nl"),
        "other_language_url": other_language(request.path),
        "exit_url": settings.EXIT_URL,
    }
    user = getattr(request, "user", None)  # an address that is refused at the door (a wrong Host) has none yet
    if request.path.startswith("/werk/") and user is not None and user.is_authenticated:
        known["desk_links"] = desk.links_for(request, user.may)
    return known
