"""Pages of the desk: one report, read from top to bottom like a letter."""

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from baken.accounts.who import user_of
from baken.assessment.stored import assessment_in
from baken.catalogue import load
from baken.check.result import result_of
from baken.files.download import download
from baken.signals import access, services, talk
from baken.signals.desk_forms import NoteForm, WeighForm
from baken.signals.forms import MessageForm
from baken.signals.history import history_of
from baken.signals.models import Report, Weighing
from baken.signals.opened import say_opened
from baken.signals.refusals import Changed, NotTaken, OnlyToRead
from baken.signals.safe import said_of
from baken.signals.steps import Outcome
from baken.ui.forms import new_secret


@require_http_methods(["GET", "HEAD"])
def record(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One report."""
    user = user_of(request)
    report = access.read_report(user, pk)
    services.mark_read(report, by=user)
    say_opened(report, user)
    return _record(request, report)


def _record(request: HttpRequest, report: Report, **bound: object) -> HttpResponse:
    weighings, said = access.weighings_of(report), access.talk_of(report)
    known = {
        "report": report,
        "result": result_of(assessment_in(report.assessment), report.story),
        "setting": load().settings.get(report.setting),
        "safe": said_of(report),
        "talk": said,
        "asked_nothing": talk.waits_for_nothing(report, said),
        "files": access.files_of(report),
        "notes": access.notes_of(report),
        "weighings": weighings,
        "history": history_of(report),
        "weigh_form": WeighForm(initial=_proposed(report, weighings), prefix="weging"),
        "message_form": MessageForm(initial={"form": new_secret()}, prefix="bericht"),
        "note_form": NoteForm(prefix="notitie"),
    }
    return render(request, "signals/record.html", known | bound, status=422 if bound else 200)


def _proposed(report: Report, weighings: Sequence[Weighing]) -> dict[str, object]:
    """How the form for weighing begins: for a question, with the outcome that advice was given."""
    return {"seen": len(weighings)} | ({"outcome": Outcome.ADVICE} if report.question else {})


@require_POST
def weigh(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Weigh the report: agree or overrule, and what happens."""
    user = user_of(request)
    report = access.report_to_weigh(user, pk)
    must_ask = talk.must_ask(report, access.talk_of(report))
    form = WeighForm(request.POST, prefix="weging", must_ask=must_ask)
    if form.is_valid():
        data = form.cleaned_data
        decided = {name: data[name] for name in ("concern", "outcome", "reason", "referrals", "seen", "question")}
        try:
            talk.weigh(report, agrees=data["agrees"] == "yes", by=user, **decided)
            return redirect("inbox:record", pk)
        except Changed as why:
            return _two_weighings(request, report, str(why))
        except NotTaken as why:
            form.add_error(None, str(why))
    return _record(request, report, weigh_form=form)


def _two_weighings(request: HttpRequest, report: Report, why: str) -> HttpResponse:
    """What a colleague wrote and what this person typed, beside each other; nothing typed is lost."""
    weighings = access.weighings_of(report)
    typed = request.POST.copy()
    typed["weging-seen"] = str(len(weighings))
    form = WeighForm(typed, prefix="weging")
    form.is_valid()
    last, outcome = weighings[-1] if weighings else None, Outcome(form.cleaned_data["outcome"]).label
    known = {"report": report, "why": why, "last": last, "outcome": outcome, "form": form}
    return render(request, "signals/two_weighings.html", known, status=422)


@require_POST
def answer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write to the reporter, who reads it with the code."""
    user = user_of(request)
    report = access.report_to_weigh(user, pk)
    form = MessageForm(request.POST, request.FILES, prefix="bericht")
    if form.is_valid() and talk.say(report, form, by=user):
        return redirect("inbox:record", pk)
    return _record(request, report, message_form=form)


@require_safe
def file(request: HttpRequest, pk: UUID, file: UUID) -> HttpResponse:
    """Fetch one file of the report."""
    return download(access.read_file(user_of(request), pk, file))


@require_POST
def note(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write something down for colleagues."""
    user = user_of(request)
    report = access.report_to_weigh(user, pk)
    form = NoteForm(request.POST, prefix="notitie")
    if not form.is_valid():
        return _record(request, report, note_form=form)
    try:
        services.add_note(report, text=form.cleaned_data["text"], by=user)
    except OnlyToRead as why:
        form.add_error(None, str(why))
        return _record(request, report, note_form=form)
    return redirect("inbox:record", pk)
