"""Public pages: open to everybody, without a cookie; still ones are the same for everybody and remembered."""

import gzip
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from baken.ui.headers import STILL_SECONDS

View = TypeVar("View", bound=Callable[..., HttpResponse])
REMEMBERED = 800
_pages: dict[str, tuple[bytes, bytes, str]] = {}  # address: the page, the same packed, its type


def public(view: View) -> View:
    """Anybody may open this page. What is posted here acts with nobody's rights, so it needs no cookie and no CSRF token."""
    return csrf_exempt(login_not_required(view))


def recall(key: str, make: Callable[[], HttpResponse], *, accepts: str = "") -> HttpResponse:
    """The finished page of this key, from memory; made at first use. Only whole pages are kept, at most REMEMBERED.

    `accepts` is what the browser can unpack (Accept-Encoding); with gzip in it the page goes packed.
    """
    kept = _pages.get(key)
    if kept is None:
        response = make()
        if response.status_code != 200 or settings.DEBUG:
            return response
        if len(_pages) >= REMEMBERED:
            _pages.clear()
        packed = gzip.compress(response.content, mtime=0)
        kept = _pages[key] = (response.content, packed, response["Content-Type"])
    body, packed, kind = kept
    if "gzip" in accepts:
        return HttpResponse(packed, content_type=kind, headers={"Content-Encoding": "gzip"})
    return HttpResponse(body, content_type=kind)


def still(view: View) -> View:
    """A public page made of content only: the same for everybody until the next start.

    The finished page is kept in memory by its full address, so that a page of the
    overview costs no query and hardly any time, and goes packed to a browser that can unpack it. Never use it on a
    page that reads the database or the session: packing a page with a secret in it could give the secret away.
    """

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method not in {"GET", "HEAD"}:
            return HttpResponse(status=405, headers={"Allow": "GET, HEAD"})
        response = recall(
            request.get_full_path(),
            lambda: view(request, *args, **kwargs),
            accepts=request.headers.get("Accept-Encoding", ""),
        )
        if response.status_code == 200:
            response["Cache-Control"] = f"public, max-age={STILL_SECONDS}"
            response["Vary"] = "Accept-Encoding"
        return response

    return cast("View", public(page))


def forget_pages() -> None:
    """Drop every remembered page (after content was read again, and in tests)."""
    _pages.clear()
