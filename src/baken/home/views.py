"""The first page, the pages about this site, health and the security contact."""

from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from baken.catalogue import load
from baken.ui.public import public, still

SECURITY_TXT_DAYS = 180


@still
def start(request: HttpRequest) -> HttpResponse:
    """Four ways in: I see something, I want to know, I need help, for municipalities."""
    return render(request, "home/start.html", {"help_languages": load().help.values()})


@still
def municipalities(request: HttpRequest) -> HttpResponse:
    """For municipalities: the four responsibilities and where to begin."""
    return render(request, "home/municipalities.html", {"catalogue": load()})


@still
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept, what is not, and who sees it."""
    return render(request, "home/privacy.html", {"contact": settings.SECURITY_CONTACT})


@still
def accessibility(request: HttpRequest) -> HttpResponse:
    """What was checked, what is known to be missing, and where to tell of a barrier."""
    return render(request, "home/accessibility.html")


@public
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """200 when the database answers and the content is there, otherwise 503 (CONTRACTS.md)."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"status": "no database"}, status=503)
    if not load().indicators:
        return JsonResponse({"status": "no content"}, status=503)
    return JsonResponse({"status": "ok"})


@public
@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Where to tell of a leak (RFC 9116)."""
    contact = settings.SECURITY_CONTACT or f"{request.scheme}://{request.get_host()}/privacy/"
    expires = timezone.now() + timedelta(days=SECURITY_TXT_DAYS)
    body = f"Contact: {contact}\nExpires: {expires:%Y-%m-%dT00:00:00Z}\nPreferred-Languages: nl, en\n"
    return HttpResponse(body, content_type="text/plain; charset=utf-8")
