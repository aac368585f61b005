"""PDFs to print: the poster and the cards."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language

from baken.catalogue import load
from baken.knowledge import printing
from baken.ui.public import still


def _answer(body: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(body, content_type="application/pdf", headers=headers)


@still
def poster(request: HttpRequest) -> HttpResponse:
    """The overview on A3."""
    return _answer(printing.poster(get_language() or "nl"), "baken-overzicht-a3.pdf")


@still
def card(request: HttpRequest, slug: str) -> HttpResponse:
    """The card of one work setting."""
    setting = load().settings.get(slug)
    if setting is None:
        raise Http404
    return _answer(printing.card(setting, get_language() or "nl"), f"baken-{slug}.pdf")
