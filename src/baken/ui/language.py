"""Which language a page speaks: /en/ is English, /werk/ follows the person's choice, the rest is Dutch."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation


def language_of(path: str) -> str:
    """`en` under /en/, otherwise `nl`."""
    return "en" if path == "/en" or path.startswith("/en/") else "nl"


class LanguageOfPath:
    """Speaks the language of the address; the desk (/werk/) and sign-in pages speak that of the person (a cookie)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = language_of(request.path)
        own = request.path.startswith(("/werk/", "/aanmelden/", "/welkom/"))
        if own and request.COOKIES.get(settings.LANGUAGE_COOKIE) == "en":
            language = "en"
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", language)
        return response
