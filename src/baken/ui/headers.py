"""The headers every answer carries: no third party, no framing, no referrer, nothing kept that is personal."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'"
)
SAFE = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()",
}
HSTS = "max-age=63072000; includeSubDomains"
STILL_SECONDS = 300


class SafeHeaders:
    """Outermost: also errors and files get these headers. Only pages marked still may be kept by a cache."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in SAFE.items():
            response[name] = value
        if response.get("Content-Disposition", "").startswith("attachment"):
            response["Content-Security-Policy"] += "; sandbox"  # what is fetched never runs as a page of ours
        if settings.HTTPS:
            response["Strict-Transport-Security"] = HSTS
        if not response.has_header("Cache-Control"):
            response["Cache-Control"] = "no-store"
        return response
