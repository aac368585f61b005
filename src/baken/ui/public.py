"""Public pages: open to everybody, without a cookie; still ones are the same for everybody and remembered."""

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
_pages: dict[str, tuple[bytes, str]] = {}


def public(view: View) -> View:
    """Anybody may open this page. What is posted here acts with nobody's rights, so it needs no cookie and no CSRF token."""
    return csrf_exempt(login_not_required(view))


def recall(key: str, make: Callable[[], HttpResponse]) -> HttpResponse:
    """The finished page of this key, from memory; made at first use. Only whole pages are kept, at most REMEMBERED."""
    kept = _pages.get(key)
    if kept is None:
        response = make()
        if response.status_code != 200 or settings.DEBUG:
            return response
        if len(_pages) >= REMEMBERED:
            _pages.clear()
        kept = _pages[key] = (response.content, response["Content-Type"])
    body, kind = kept
    return HttpResponse(body, content_type=kind)


def still(view: View) -> View:
    """A public page made of content only: the same for everybody until the next start.

    The finished page is kept in memory by its full address, so that a page of the overview costs no query and hardly
    any time. Never use it on a page that reads the database or the session.
    """

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method not in {"GET", "HEAD"}:
            return HttpResponse(status=405, headers={"Allow": "GET, HEAD"})
        response = recall(request.get_full_path(), lambda: view(request, *args, **kwargs))
        if response.status_code == 200:
            response["Cache-Control"] = f"public, max-age={STILL_SECONDS}"
        return response

    return cast("View", public(page))


def forget_pages() -> None:
    """Drop every remembered page (after content was read again, and in tests)."""
    _pages.clear()
