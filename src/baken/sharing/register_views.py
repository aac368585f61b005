"""Pages of the register: what was given, one line of it, what followed, and the encrypted file."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from baken.accounts.who import user_of
from baken.catalogue import load
from baken.sharing import access, sealed_file, services
from baken.sharing.export import lines
from baken.sharing.forms import EventForm
from baken.sharing.models import Disclosure, PackageFile
from baken.sharing.notice import notice_of
from baken.sharing.package import Package
from baken.sharing.words import ANSWERS, CASE_PARTS, KINDS, PARTS

PER_PAGE = 25


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """What was given to others, newest first; without what was in it."""
    page = Paginator(access.register(user_of(request)), PER_PAGE).get_page(request.GET.get("pagina"))
    rows = [_line(each) for each in page.object_list]
    exports = not user_of(request).may("disclose")
    return render(request, "sharing/register.html", {"page": page, "rows": rows, "exports": exports})


def _line(disclosure: Disclosure) -> dict[str, Any]:
    ground = load().grounds.get(disclosure.ground)
    return {
        "it": disclosure,
        "ground": ground,
        "parts": [PARTS.get(part) or CASE_PARTS.get(part, part) for part in disclosure.parts],
        "shown": [KINDS.get(kind, kind) for kind in disclosure.shown],
    }


@require_safe
def export(request: HttpRequest) -> StreamingHttpResponse:
    """The same lines as CSV, without content; that somebody took them along is on the trace."""
    user = user_of(request)
    found = access.to_export(user).prefetch_related("events")
    answer = StreamingHttpResponse(lines(found.iterator(chunk_size=2000)), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="verstrekkingen.csv"'
    return answer


@require_safe
def disclosure(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One line of the register; the content is for who may disclose."""
    return _page(request, access.read_disclosure(user_of(request), pk))


def _page(request: HttpRequest, found: Disclosure, **bound: object) -> HttpResponse:
    may = access.may_read_content(user_of(request), found)
    content = access.content_of(found) if may else None
    known = {
        "line": _line(found),
        "may": may,
        "register": user_of(request).may("read_disclosures"),
        "content": content,
        "text": Package.of(content.package).as_text() if content else "",
        "answers": [(ANSWERS.get(name, name), said) for name, said in (content.answers or {}).items()]
        if content
        else [],
        "events": access.events_of(found),
        "form": EventForm(initial={"form": sealed_file.new_nonce()}),
    }
    return render(request, "sharing/disclosure.html", known | bound, status=422 if bound else 200)


@require_POST
def record(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write down what came back, or send a notice after it."""
    user = user_of(request)
    found = access.disclosure_to_change(user, pk)
    form = EventForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form=form)
    services.record_event(found, by=user, **form.cleaned_data)
    return redirect("sharing:disclosure", pk)


@require_POST
def file(request: HttpRequest, pk: UUID) -> HttpResponse:
    """First the passphrase, shown once; then the encrypted file that it opens."""
    user = user_of(request)
    found = access.disclosure_to_change(user, pk)
    event, nonce = request.POST.get("event", ""), request.POST.get("nonce", "")
    package, files = _package(found, event)
    if not nonce:
        fresh = sealed_file.new_nonce()
        known = {"it": found, "nonce": fresh, "event": event, "phrase": sealed_file.passphrase(pk, fresh)}
        return render(request, "sharing/passphrase.html", known)
    services.file_made(found, by=user)
    body = sealed_file.encrypted(package, sealed_file.passphrase(pk, nonce), files)
    name = f"attachment; filename={found.number.lower()}.pdf"
    return HttpResponse(body, content_type="application/pdf", headers={"Content-Disposition": name})


def _package(found: Disclosure, event: str) -> tuple[Package, list[PackageFile]]:
    if event:
        notice = access.event_of(found, event)
        if notice is None:
            raise Http404
        return notice_of(notice), []
    content = access.content_of(found)
    if content is None or found.outside:
        raise Http404
    return Package.of(content.package), access.files_of(content)
