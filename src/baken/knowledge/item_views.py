"""One page an item, linked both ways."""

from collections.abc import Mapping
from typing import TypeVar

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from baken.catalogue import load
from baken.catalogue.items import Item
from baken.knowledge import access
from baken.knowledge.place import beside_local, place_in
from baken.knowledge.targets import Beside
from baken.ui.public import still

I = TypeVar("I", bound=Item)  # noqa: E741 (an item)


def _item(items: Mapping[str, I], slug: str) -> I:
    if slug not in items:
        raise Http404
    return items[slug]


def _page(request: HttpRequest, name: str, item: Item, **more: object) -> HttpResponse:
    sources, place = [load().sources[slug] for slug in item.sources], place_in(request)
    local = access.beside_item(place, name, item.slug) if place and name in Beside.values else None
    return render(request, f"knowledge/{name}.html", {"item": item, "sources": sources, "local": local, **more})


@beside_local
def type_page(request: HttpRequest, slug: str) -> HttpResponse:
    """A type of exploitation: what it is, how it goes, the law, its signs."""
    catalogue = load()
    item = _item(catalogue.types, slug)
    groups = [group for group in catalogue.groups.values() if slug in group.types]
    wrong = [each for each in catalogue.misconceptions.values() if slug in each.types]
    found = catalogue.by_type[slug]
    return _page(request, "type", item, groups=groups, misconceptions=wrong, found=found)


@still
def group(request: HttpRequest, slug: str) -> HttpResponse:
    """A risk group: why an exploiter can abuse the circumstances, and what it never means."""
    catalogue = load()
    item = _item(catalogue.groups, slug)
    types = [(catalogue.types[each], len(catalogue.cells.get((slug, each), ()))) for each in item.types]
    wrong = [each for each in catalogue.misconceptions.values() if slug in each.groups]
    return _page(request, "group", item, types=types, misconceptions=wrong)


@beside_local
def indicator(request: HttpRequest, slug: str) -> HttpResponse:
    """A sign: what one sees, what else it may be, what it shows of trafficking and why."""
    catalogue = load()
    item = _item(catalogue.indicators, slug)
    types = [(catalogue.types[link.type], link) for link in item.types]
    settings = [catalogue.settings[each] for each in item.settings]
    groups = [catalogue.groups[each] for each in item.groups if each != "*"]
    return _page(request, "indicator", item, types=types, settings=settings, groups=groups)


@beside_local
def setting(request: HttpRequest, slug: str) -> HttpResponse:
    """A work setting: what to do, what not, whom to go to, what one can see there."""
    catalogue = load()
    return _page(request, "setting", _item(catalogue.settings, slug), found=catalogue.by_setting[slug])


@beside_local
def misconception(request: HttpRequest, slug: str) -> HttpResponse:
    """What many think, and what is true."""
    catalogue = load()
    item = _item(catalogue.misconceptions, slug)
    types = [catalogue.types[each] for each in item.types]
    groups = [catalogue.groups[each] for each in item.groups if each in catalogue.groups]
    return _page(request, "misconception", item, types=types, groups=groups)
