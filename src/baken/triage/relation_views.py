"""Pages about reports that belong together: relate, split, and undo either."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from baken.accounts.who import user_of
from baken.signals import access as reports
from baken.triage import access, relating
from baken.triage.forms import RelateForm, SplitForm
from baken.triage.models import Relation
from baken.triage.sentences import sentences_of
from baken.triage.services import NotPossible


@require_http_methods(["GET", "HEAD", "POST"])
def relate(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say that another report is about the same, or belongs to this one."""
    user = user_of(request)
    report = reports.report_to_weigh(user, pk)
    named = access.report_named(user, report.earlier)
    start = {"number": named.number, "kind": Relation.Kind.RELATED} if named else {}
    form = RelateForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        other = access.report_called(user, data["number"])
        if other is None:
            form.add_error("number", _("Deze melding kennen wij niet. Kijk of het nummer klopt."))
        else:
            try:
                relating.relate(report, other=other, kind=data["kind"], reason=data["reason"], by=user)
                return redirect("inbox:record", pk)
            except NotPossible as why:
                form.add_error(None, str(why))
    known = {"report": report, "form": form, "named": named}
    return render(request, "triage/relate.html", known, status=422 if request.method == "POST" else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def undo(request: HttpRequest, pk: UUID, relation: UUID) -> HttpResponse:
    """Ask once, then take two reports apart."""
    user = user_of(request)
    report = access.report_to_move(user, pk)
    found = access.relation_of(report, relation)
    problem = ""
    if request.method == "POST":
        try:
            relating.undo_relation(found, by=user)
            messages.success(request, _("De verbinding is weg."))
            return redirect("inbox:record", found.other_id if found.report_id == pk else pk)
        except NotPossible as why:
            problem = str(why)
    known = {"report": report, "relation": found, "problem": problem}
    return render(request, "triage/undo.html", known, status=422 if problem else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def split(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Make a report of its own of some sentences of this one."""
    user = user_of(request)
    report = reports.report_to_weigh(user, pk)
    form = SplitForm(request.POST if request.method == "POST" else None, told=sentences_of(report.story))
    if request.method == "POST" and form.is_valid():
        part = relating.split_report(report, sentences=form.cleaned_data["sentences"], by=user)
        messages.success(request, _("Dit is de nieuwe melding. De eerste houdt haar hele tekst."))
        return redirect("inbox:record", part.pk)
    known = {"report": report, "form": form}
    return render(request, "triage/split.html", known, status=422 if request.method == "POST" else 200)
