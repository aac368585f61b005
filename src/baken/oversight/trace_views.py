"""Pages of the privacy officer: the trace, its check, who could see a report, the processing register."""

import csv
import io
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from baken.accounts.models import User
from baken.accounts.who import user_of
from baken.oversight import access, checking, register, tasks, words
from baken.oversight.forms import SeenForm, TraceForm
from baken.oversight.standing import terms_of
from baken.privacy import trace

PER_PAGE = 50
STUCK = timedelta(minutes=30)  # a check that is not ready by then was cut off
COLUMNS = {
    "nummer": "number", "datum": "on", "tijd": "at", "wie": "who", "wat": "what", "soort": "which", "record": "record", "waarom": "why",
    "waarvandaan": "origin", "uitkomst": "result",
}  # fmt: skip


@require_safe
def trace_page(request: HttpRequest) -> HttpResponse:
    """Who did what to which record, newest first, as far as the filter in the address asks."""
    user = user_of(request)
    form = TraceForm(request.GET, people=access.colleagues(user))
    access.note_look(user)
    lines = list(access.trace_for(user, form.wanted())[: PER_PAGE + 1])
    shown = lines[:PER_PAGE]
    names = access.names_of(user, shown)
    asked = request.GET.copy()
    asked.pop("voor", None)
    check = access.last_check(user)
    known = {
        "form": form,
        "rows": words.shown(shown, names),
        "asked": asked.urlencode(),
        "older": shown[-1].number if len(lines) > PER_PAGE else None,
        "check": check,
        "old": not check or (timezone.now() - check.started_at).days >= checking.OLD_DAYS,
    }
    return render(request, "oversight/trace.html", known, status=200 if form.is_valid() else 422)


@require_safe
def export(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """The same lines as CSV; that somebody took them along is on the trace."""
    user = user_of(request)
    form = TraceForm(request.GET, people=access.colleagues(user))
    if not form.is_valid():
        return redirect(f"{reverse('oversight:trace')}?{request.GET.urlencode()}")
    names = {str(person.pk): person.name for person in access.colleagues(user)}
    lines = access.trace_for(user, form.wanted())
    trace.note("exported", "trace", "trace", actor=user.pk, municipality=user.municipality_id)
    answer = StreamingHttpResponse(
        _csv(lines.iterator(chunk_size=2000), names), content_type="text/csv; charset=utf-8"
    )
    answer["Content-Disposition"] = 'attachment; filename="spoor.csv"'
    return answer


def _csv(lines: Any, names: dict[str, str]) -> Iterator[str]:
    yield "\ufeff" + ";".join(COLUMNS) + "\r\n"  # spreadsheets then read UTF-8
    for line in lines:
        out = io.StringIO()
        row = words.rows([line], names)[0] | {"on": line.on.isoformat()}
        csv.writer(out, delimiter=";").writerow([_safe(str(row[name])) for name in COLUMNS.values()])
        yield out.getvalue()


def _safe(cell: str) -> str:
    """A spreadsheet must not read a name as a formula."""
    return f"'{cell}" if cell[:1] in "=+-@\t\r" and cell else cell


@require_POST
def verify(request: HttpRequest) -> HttpResponse:
    """Ask for a check of the whole trace; the page shows how far it is."""
    user = user_of(request)
    running = access.last_check(user)
    if running is None or running.finished_at or timezone.now() - running.started_at > STUCK:
        with transaction.atomic():
            tasks.verify.enqueue(checking.begin().pk)
    return redirect("oversight:trace")


@require_safe
def seen(request: HttpRequest) -> HttpResponse:
    """Who could see a report on a day, and why; and who looked."""
    user = user_of(request)
    if not user.may("read_trace"):
        raise PermissionDenied
    form = SeenForm(request.GET or None)
    known: dict[str, Any] = {"form": form}
    if form.is_valid():
        try:
            known |= _could_see(user, **form.cleaned_data)
        except Http404:
            form.add_error("melding", _("Deze melding is er niet. Misschien is zij al vernietigd."))
    return render(request, "oversight/seen.html", known, status=422 if form.errors else 200)


def _could_see(user: User, melding: str, dag: Any) -> dict[str, Any]:
    report, held, looked = access.who_could_see(user, melding, dag)
    rows = words.shown(looked, access.names_of(user, looked))
    trace.note("seen", "trace", report.pk, actor=user.pk, municipality=user.municipality_id)
    through = access.who_could_through_cases(report, dag)
    return {"report": report, "held": held, "through": through, "looked": rows, "day": dag}


@require_safe
def register_page(request: HttpRequest) -> HttpResponse:
    """The processing register and the facts for a DPIA, from the code."""
    user = user_of(request)
    if not any(user.may(capability) for capability in (*access.LOOKS, "edit_local_knowledge")):
        raise PermissionDenied
    return render(request, "oversight/register.html", register.as_json(terms_of(user.municipality_id)))
