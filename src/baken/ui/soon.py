"""Temporary while the house is being built: a page that is not there yet."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from baken.ui.public import public


@public
def soon(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    return HttpResponse("soon")
