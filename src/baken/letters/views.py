"""Pages of letters: make one without personal data, make one that gives data of the case, read one, and fetch the document."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from baken.accounts.who import user_of
from baken.catalogue import load
from baken.catalogue.letters import LetterTemplate
from baken.consent import access as consent
from baken.consent import flow as giving
from baken.consent.forms import RouteForm
from baken.coordination.access import Seen
from baken.coordination.services import NotPossible
from baken.coordination.views import ask_and_do
from baken.letters import access, flow, services
from baken.letters.forms import ToForm, partners_for
from baken.letters.written import as_docx, still_open
from baken.sharing.services import Refused
from baken.ui.word import TYPE


@ask_and_do
def plain(request: HttpRequest, pk: UUID, kind: str) -> HttpResponse:
    """A letter without personal data: to whom, its texts, look at exactly what leaves, and make it."""
    seen, template = consent.to_give(user_of(request), pk), access.template_called(kind)
    if template.personal:
        return redirect("letters:given", pk, kind)
    if request.method != "POST":
        page = flow.Page("to", ToForm(user=seen.user, tracks=flow.tracks_asked(seen, template)))
        return _plain(request, seen, template, page)
    page = flow.turn(seen, request.POST, template)
    if page.wanted is None or page.wrong or request.POST.get("go") != "make":
        return _plain(request, seen, template, page)
    if request.POST.get("seal") != page.seal:
        page.wrong, page.reason = True, _("Er is intussen iets veranderd. Kijk nog een keer wat er weggaat.")
        return _plain(request, seen, template, page)
    try:
        return redirect("letters:letter", pk, services.make(seen, page.wanted).pk)
    except NotPossible as why:
        page.wrong, page.reason = True, str(why)
        return _plain(request, seen, template, page)


def _plain(request: HttpRequest, seen: Seen, template: LetterTemplate, page: flow.Page) -> HttpResponse:
    known = {
        "case": seen.case, "page": page, "form": page.form, "template": template, "read": flow.READ,
        "sources": access.sources_of(template), "open": still_open(page.package) if page.package else [],
    }  # fmt: skip
    return render(request, f"letters/{page.step}.html", known, status=422 if page.wrong else 200)


@ask_and_do
def given(request: HttpRequest, pk: UUID, kind: str) -> HttpResponse:
    """A letter with data of the case: to whom and on which ground, what goes along, look at it, and give it."""
    seen, template = consent.to_give(user_of(request), pk), access.template_called(kind)
    if request.method != "POST":
        return _given(request, seen, template, giving.Page("route", RouteForm(to=partners_for(seen.user))))
    page = giving.turn(seen, request.POST, flow.way_of(seen, template))
    if page.made is None or page.wrong or request.POST.get("go") != "send":
        return _given(request, seen, template, page)
    if request.POST.get("seal") != page.seal:
        page.reasons, page.wrong = (_("Er is intussen iets veranderd. Kijk nog een keer wat er weggaat."),), True
        return _given(request, seen, template, page, changed=True)
    try:
        return redirect("letters:letter", pk, services.give(seen, page.made.choices, template).pk)
    except (Refused, NotPossible) as why:  # a consent was withdrawn a moment ago
        page.reasons, page.wrong = (str(why),), True
        return _given(request, seen, template, page)


def _given(
    request: HttpRequest, seen: Seen, template: LetterTemplate, page: giving.Page, *, changed: bool = False
) -> HttpResponse:
    known = {
        "case": seen.case, "page": page, "form": page.form, "template": template, "changed": changed,
        "sources": access.sources_of(template),
        "ground": load().grounds.get(dict(page.carried).get("ground", "")),
        "open": still_open(page.made.draft.package) if page.made else [],
    }  # fmt: skip
    return render(request, f"letters/given_{page.step}.html", known, status=422 if page.wrong else 200)


@require_safe
def letter(request: HttpRequest, pk: UUID, letter_pk: UUID) -> HttpResponse:
    """One letter: what it says, and the way to the document."""
    user = user_of(request)
    seen, found = access.read_letter(user, pk, letter_pk)
    package = access.content_of(user, found)
    known = {
        "case": seen.case,
        "it": found,
        "text": package.as_text() if package else "",
        "gives": consent.may_give(seen),
    }
    known["open"] = still_open(package) if package else []
    return render(request, "letters/letter.html", known)


@require_POST
def document(request: HttpRequest, pk: UUID, letter_pk: UUID) -> HttpResponse:
    """The letter as a Word document. Its name holds nothing of anybody."""
    user = user_of(request)
    found = access.to_fetch(user, pk, letter_pk)
    package = access.content_of(user, found)
    if package is None:
        raise Http404
    body = as_docx(package, found.language)
    services.fetched(found, by=user)
    name = f'attachment; filename="brief-{found.number.lower()}.docx"'
    return HttpResponse(body, content_type=TYPE, headers={"Content-Disposition": name})
