"""Which municipality a visitor chose: it stands in the address (?gemeente=havenstad), so no cookie is needed.

Without a choice a page of content stays national and still: remembered, no query. With one it is made anew each time,
with one or two queries, so that a number that was mended is right at once, in every process.
"""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from baken.accounts import access as accounts
from baken.accounts.models import Municipality
from baken.ui.context import chosen_in
from baken.ui.headers import STILL_SECONDS
from baken.ui.public import public, still

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


def place_in(request: HttpRequest) -> Municipality | None:
    """The municipality that `beside_local` found for this page."""
    return cast("Municipality | None", getattr(request, "place", None))


def beside_local(view: View) -> View:
    """A page of content where a municipality can add something; the view asks `place_in`. Still without a municipality."""
    national, local = still(view), require_safe(view)

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        place = place_of(request)
        if place is None:
            return national(request, *args, **kwargs)
        cast("Any", request).place = place
        return local(request, *args, **kwargs)

    return cast("View", public(page))
