"""Pages of the desk: taking over reports that were kept elsewhere, from a template, with a preview first."""

import csv
import io
from typing import cast
from uuid import UUID

import openpyxl
from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import decorator_from_middleware
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from baken.accounts.who import user_of
from baken.intake import access, importing
from baken.intake.forms import posted
from baken.intake.lines import COLUMNS
from baken.intake.models import ImportBatch
from baken.intake.tables import MOST_BYTES, MOST_LINES, NotReadable
from baken.intake.upload import InMemory
from baken.ui.csrf import SameSiteCsrf
from baken.ui.forms import HouseForm

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHOWN = 200
csrf_protect = decorator_from_middleware(SameSiteCsrf)


class UploadForm(HouseForm):
    """The file."""

    file = forms.FileField(
        label=_("Bestand met meldingen (CSV of XLSX)"),
        help_text=_("Hooguit 2 MB en 2000 regels. De eerste regel zijn de kopjes van het sjabloon."),
        allow_empty_file=True,
        error_messages={"required": _("Kies een bestand van hooguit 2 MB.")},
    )


@csrf_exempt  # so that the handler is set before anything is read; the token is checked right after
def upload(request: HttpRequest) -> HttpResponse:
    """Choose a file; nothing is taken over before you saw what was found in it."""
    request.upload_handlers = [InMemory(request)]
    return cast("HttpResponse", _upload(request))


@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def _upload(request: HttpRequest) -> HttpResponse:
    user = user_of(request)
    mine, form = access.imports_of(user)[:SHOWN], UploadForm(posted(request), request.FILES or None)
    if form.is_valid():
        try:
            batch = importing.preview(form.cleaned_data["file"].read(), by=user)
            return redirect("desk_intake:import_batch", batch.pk)
        except NotReadable as why:
            form.add_error("file", str(why))
    known = {"form": form, "mine": mine, "most": MOST_LINES, "bytes": MOST_BYTES}
    return render(request, "intake/import.html", known, status=422 if form.errors else 200)


@require_safe
def template(request: HttpRequest, kind: str) -> HttpResponse:
    """An empty file with the right headings, as csv or xlsx."""
    access.imports_of(user_of(request))
    if kind not in ("csv", "xlsx"):
        raise Http404
    if kind == "csv":
        text = io.StringIO()
        csv.writer(text, delimiter=";").writerow(COLUMNS)
        body, sort = text.getvalue().encode("utf-8-sig"), "text/csv; charset=utf-8"
    else:
        book, packed = openpyxl.Workbook(), io.BytesIO()
        book.active.append(list(COLUMNS))
        book.save(packed)
        body, sort = packed.getvalue(), SHEET
    headers = {"Content-Disposition": f'attachment; filename="meldingen.{kind}"'}
    return HttpResponse(body, content_type=sort, headers=headers)


@require_http_methods(["GET", "HEAD", "POST"])
def batch(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What was found in the file, line by line; then how far it is, and what came of it."""
    user = user_of(request)
    found = access.import_of(user, pk)
    if request.method == "POST":
        if request.POST.get("go") == "drop":
            importing.drop(found, by=user)
            return redirect("desk_intake:import")
        importing.begin(found, by=user)
        return redirect("desk_intake:import_batch", pk)
    lines, to_choose = found.lines or [], found.state == ImportBatch.State.PREVIEW
    wrong = [line for line in lines if line["problems"]]
    good = [line for line in lines if to_choose and not line["problems"]]
    known = {"batch": found, "problems": wrong[:SHOWN], "good": good[:SHOWN], "total": found.good + found.wrong}
    return render(request, "intake/import_batch.html", known)
