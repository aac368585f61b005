"""Lists: work settings, misconceptions, the law, reading, contact points."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from baken.catalogue import load
from baken.knowledge import access
from baken.knowledge.place import beside_local, place_in
from baken.ui.public import still


@still
def settings(request: HttpRequest) -> HttpResponse:
    """The 21 work settings."""
    return render(request, "knowledge/settings.html", {"items": load().settings.values()})


@still
def misconceptions(request: HttpRequest) -> HttpResponse:
    """What many think, and what is true."""
    return render(request, "knowledge/misconceptions.html", {"items": load().misconceptions.values()})


@still
def law(request: HttpRequest) -> HttpResponse:
    """What the law calls human trafficking, and what it says of each type."""
    catalogue = load()
    item = next(iter(catalogue.law.values()), None)
    sources = [catalogue.sources[slug] for slug in item.sources] if item else []
    known = {"item": item, "types": [each for each in catalogue.types.values() if each.law], "sources": sources}
    return render(request, "knowledge/law.html", known)


@still
def reading(request: HttpRequest) -> HttpResponse:
    """Published research and plans, with what each is good for."""
    return render(request, "knowledge/reading.html", {"items": load().reading.values()})


@beside_local
def contacts(request: HttpRequest) -> HttpResponse:
    """The contact points: those of the chosen municipality, and the national ones with where a number was seen."""
    catalogue, place = load(), place_in(request)
    local = access.with_contacts(place) if place else None
    rows = [(each, [catalogue.sources[slug] for slug in each.sources]) for each in catalogue.contacts.values()]
    return render(request, "knowledge/contacts.html", {"rows": rows, "local": local})
