"""The help page: for somebody who is in it, in their own language. Nothing is asked that is kept, nothing is kept."""

from dataclasses import dataclass
from typing import Any

from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baken.catalogue import load
from baken.catalogue.help_texts import HelpTexts
from baken.catalogue.items import Contact
from baken.help_page.way import PAGES, START, Page
from baken.knowledge import access as knowledge
from baken.knowledge.models import LocalContact
from baken.knowledge.place import place_of
from baken.ui.public import public

MOST_LOCAL = 3


@dataclass(frozen=True)
class Shown:
    """A national contact point with what it does, in the words of this language."""

    contact: Contact
    why: str
    hours: str


@public
@require_safe
def help_page(request: HttpRequest, language: str = "", step: str = START) -> HttpResponse:
    """One page of the way: a question, or whom to call. Unknown languages and codes are not there (404)."""
    texts = load().help.get(language or str(request.LANGUAGE_CODE))
    page = PAGES.get(step)
    if texts is None or page is None:
        raise Http404
    response = render(request, "help_page/page.html", known(texts, page, step) | local_for(request, texts.slug))
    response["Content-Language"] = texts.slug
    return response


def known(texts: HelpTexts, page: Page, step: str) -> dict[str, Any]:
    """What the page shows: its words, its answers, and its contact points."""
    return {
        "texts": texts,
        "languages": load().help.values(),
        "page": page,
        "step": step,
        "question": getattr(texts, f"{page.kind}_question", ""),
        "answers": [(getattr(texts, name), to) for name, to in page.answers],
        "contacts": [shown(texts, slug) for slug in page.contacts],
        "about": "/" if texts.slug == "nl" else "/en/",
    }


def shown(texts: HelpTexts, slug: str) -> Shown:
    """One national contact point; hours that nobody knows are said to be unknown."""
    contact = load().contacts[slug]
    return Shown(contact, texts.why(slug), getattr(texts, contact.opening or "hours_unknown"))


def local_for(request: HttpRequest, language: str) -> dict[str, Any]:
    """The contact points of the municipality that was chosen, those outside office hours first; none without a database."""
    try:
        place = place_of(request)
        found = knowledge.contacts_of(place, now=True)[:MOST_LOCAL] if place else []
    except DatabaseError:
        return {}
    return {"place": place, "local": [(each, *_said(each, language)) for each in found]}


def _said(contact: LocalContact, language: str) -> tuple[str, str, str]:
    """What it is for, its hours, and in which language that is: Dutch, or English where there is any and Dutch is not asked."""
    if language == "nl" or not contact.purpose_en:
        return contact.purpose_nl, contact.hours_nl, "nl"
    return contact.purpose_en, contact.hours_en or contact.hours_nl, "en"
