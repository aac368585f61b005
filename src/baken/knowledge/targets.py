"""Beside what a municipality can put a text of its own (pure): the kinds, and the national words that stay."""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from baken.catalogue import load
from baken.catalogue.items import Item

WHOLE = "whole"


class Beside(models.TextChoices):
    """The kinds of national items (waarbij) that can carry a local text."""

    SETTING = "setting", _("Een werkplek")
    TYPE = "type", _("Een vorm van uitbuiting")
    INDICATOR = "indicator", _("Een signaal")
    MISCONCEPTION = "misconception", _("Een misvatting")
    ADVICE = "advice", _("Een advies uit de check")


class Part(models.TextChoices):
    """The part of an item that the text belongs to; only a work setting has parts of its own."""

    WHOLE = WHOLE, _("Het geheel")
    DO = "do", _("Doe dit")
    DONT = "dont", _("Doe dit niet")
    ROUTE = "route", _("Waar je ermee naartoe gaat")


SETTING_PARTS = (Part.ROUTE, Part.DO, Part.DONT)
TELLING = {
    Beside.TYPE: "summary",
    Beside.INDICATOR: "explanation",
    Beside.MISCONCEPTION: "truth",
    Beside.ADVICE: "why",
}


def items_of(beside: str) -> Mapping[str, Item]:
    """The national items of this kind, by slug."""
    found: Mapping[str, Item] = getattr(load(), "advice" if beside == Beside.ADVICE else f"{beside}s")
    return found


def title_of(beside: str, slug: str, language: str) -> str:
    """What the national item is called; an item that is gone keeps its slug."""
    item: Any = items_of(beside).get(slug)
    if item is None:
        return slug
    words = getattr(item, "title", None) or getattr(item, "claim", None) or item.text
    said: str = words.say(language)
    return said


def national(beside: str, slug: str, part: str, language: str) -> tuple[str, ...]:
    """The national words that the local text stands beside, and that it never replaces."""
    item: Any = items_of(beside).get(slug)
    if item is None:
        return ()
    if beside == Beside.SETTING:
        lines: tuple[str, ...] = getattr(item, part).say(language) if part in SETTING_PARTS else ()
        return lines
    return (getattr(item, TELLING[Beside(beside)]).say(language),)


def _in_use(item: Item) -> bool:
    """Shown on a page; an advice of the kind `call` shows its contact points only, not its words."""
    return item.retired is None and getattr(item, "kind", "") != "call"


def choices(beside: str, language: str) -> list[tuple[str, str]]:
    """Every item of this kind in use, by title; work settings in their own order."""
    slugs = [slug for slug, item in items_of(beside).items() if _in_use(item)]
    named = [(slug, title_of(beside, slug, language)) for slug in slugs]
    return named if beside == Beside.SETTING else sorted(named, key=lambda each: each[1].casefold())
