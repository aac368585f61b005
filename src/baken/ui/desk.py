"""The left navigation of the desk: each room offers its own links, shown to who may use them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class DeskLink:
    """One link: route name, words, icon, the capability it needs (empty: everybody) and its place in the list."""

    route: str
    name: "str | Promise"
    icon: str
    capability: str = ""
    place: int = 50


GROUPS: tuple[tuple[int, Any], ...] = (
    (20, _("Signaleren")), (30, _("Regie")), (40, _("Opvang en hulp")), (50, _("Kennis en beleid")), (70, _("Beheer")),
)  # fmt: skip
_links: list[DeskLink] = []


def offer(link: DeskLink) -> None:
    """Called by a room in its `apps.py`: put this link in the navigation."""
    if link not in _links:
        _links.append(link)
        _links.sort(key=lambda each: each.place)


def links_for(request: HttpRequest, may: Callable[[str], bool]) -> list[dict[str, Any]]:
    """The links that this person may use, with their group and the one of this page marked: the nearest one above it."""
    found: list[dict[str, Any]] = []
    mine = {link: reverse(link.route) for link in _links if not link.capability or may(link.capability)}
    nearest = max((url for url in mine.values() if _leads_to(url, request.path)), key=len, default="")
    for link, url in mine.items():
        group = next((name for since, name in reversed(GROUPS) if link.place >= since), "")
        found.append({"url": url, "name": link.name, "icon": link.icon, "here": url == nearest, "group": group})
    return found


def _leads_to(url: str, path: str) -> bool:
    return path == url if url == "/werk/" else path.startswith(url)
