"""Choosing a municipality: a list of links, nothing is kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse
from django.views.decorators.http import require_safe

from baken.accounts import access as accounts
from baken.ui.public import public

OURS = {"knowledge", "signals", "home"}


@public
@require_safe
def place(request: HttpRequest) -> HttpResponse:
    """Choose whose own contact points and texts you want to see as well."""
    known = {"places": accounts.municipalities(), "page": _page(request.GET.get("pagina", ""))}
    return render(request, "knowledge/place.html", known)


def _page(asked: str) -> str:
    """The page to go back to: one of our own public pages, otherwise the contact points."""
    try:
        ours = asked.startswith("/") and resolve(asked).namespace in OURS
    except Resolver404:
        ours = False
    return asked if ours else reverse("knowledge:contacts")
