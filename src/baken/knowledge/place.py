"""Which municipality a visitor chose: it stands in the address (?gemeente=havenstad), so no cookie is needed.

Without a choice a page of content stays national and still: remembered, no query. With one, two or three queries say
what the municipality adds now, so that a number that was mended is right at once, in every process.
"""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from baken.accounts import access as accounts
from baken.accounts.models import Municipality
from baken.knowledge.access import Local
from baken.ui.context import chosen_in
from baken.ui.headers import STILL_SECONDS
from baken.ui.public import public, recall, still

View = TypeVar("View", bound=Callable[..., HttpResponse])
_only: list[tuple[float, Municipality | None]] = []


def place_of(request: HttpRequest) -> Municipality | None:
    """The municipality that the visitor chose, or the only one of this installation. Unknown names are nobody's."""
    return place_called(chosen_in(request))


def place_called(slug: str) -> Municipality | None:
    """The municipality with this slug; without a slug the only one there is."""
    return accounts.municipality_called(slug) if slug else only_place()


def only_place() -> Municipality | None:
    """The municipality of an installation that has just one.

    Asked at most once in STILL_SECONDS, as long as a browser may keep a page: a second municipality is seen that soon.
    Without a database the pages of content go on, nationally.
    """
    now = time.monotonic()
    if not _only or now - _only[0][0] > STILL_SECONDS:
        try:
            _only[:] = [(now, accounts.only_municipality())]
        except DatabaseError:
            return None
    return _only[0][1]


def forget() -> None:
    """Look anew (in tests, and when a municipality was made in this process)."""
    _only.clear()


def local_in(request: HttpRequest) -> Local | None:
    """What the municipality of this page adds, as `beside_local` found it; None on a national page."""
    return cast("Local | None", getattr(request, "local", None))


def beside_local(find: Callable[[Municipality, str], Local]) -> Callable[[View], View]:
    """A page of content where a municipality can add something: `find` reads it, by the slug of the item.

    Without a municipality the page is still. With one it is kept by what it shows: each text and contact point with its
    revision, and the day, because a text that is due says so. What was changed or taken away therefore never shows.
    """

    def dress(view: View) -> View:
        national = still(view)

        @require_safe
        @wraps(view)
        def page(request: HttpRequest, slug: str = "") -> HttpResponse:
            words = {"slug": slug} if slug else {}
            place = place_of(request)
            if place is None:
                return national(request, **words)
            local = cast("Any", request).local = find(place, slug)
            key = (
                f"{place.pk} {place.name} {request.path} {chosen_in(request)} {timezone.localdate()} {local.mark}"
            )
            return recall(key, lambda: view(request, **words))

        return cast("View", public(page))

    return dress
