"""Search."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from baken.catalogue import load
from baken.knowledge.search import search
from baken.ui.public import public

NAMES = {
    "types": (_("Vormen van uitbuiting"), "knowledge:type"),
    "groups": (_("Doelgroepen"), "knowledge:group"),
    "indicators": (_("Signalen"), "knowledge:indicator"),
    "settings": (_("Werkplekken"), "knowledge:setting"),
    "misconceptions": (_("Misvattingen"), "knowledge:misconception"),
}


@public
@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """What fits the words that somebody typed. The words are not kept."""
    query = request.GET.get("q", "").strip()
    found = search(load(), query, get_language() or "nl") if query else {}
    results = [
        (NAMES[kind][0], [(entry.title, reverse(NAMES[kind][1], args=[entry.item.slug])) for entry in entries])
        for kind, entries in found.items()
    ]
    return render(request, "knowledge/search.html", {"query": query, "results": results})
