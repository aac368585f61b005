"""The cookie of a reporter who came back with a code: sealed, short-lived, and nothing in it that others can read."""

import base64
import binascii
import json
import time

import tink
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from baken.privacy import keys

SECONDS = 30 * 60
PLACE = b"reporter-cookie"


def name() -> str:
    """The cookie's name; bound to this host wherever there is TLS."""
    return f"{'__Host-' if settings.HTTPS else ''}baken-melding"


def give(response: HttpResponse, report: object) -> None:
    """Let this browser read and add to one report for half an hour."""
    body = json.dumps([str(report), int(time.time())]).encode()
    value = base64.urlsafe_b64encode(keys.key_of(keys.HOUSE).encrypt(body, PLACE)).decode()
    response.set_cookie(name(), value, max_age=SECONDS, secure=settings.HTTPS, httponly=True, samesite="Strict")


def read(request: HttpRequest) -> str | None:
    """The id of the report that this browser may read, or None."""
    try:
        sealed = base64.urlsafe_b64decode(request.COOKIES.get(name(), ""))
        report, since = json.loads(keys.key_of(keys.HOUSE).decrypt(sealed, PLACE))
    except (binascii.Error, tink.TinkError, ValueError):
        return None
    return str(report) if time.time() - since < SECONDS else None


def take_back(response: HttpResponse) -> None:
    """End it."""
    response.delete_cookie(name(), samesite="Strict")
