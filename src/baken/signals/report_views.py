"""Pages for reporters: the report in short steps, the code, and coming back with it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from baken.assessment.assess import assess
from baken.assessment.observation import Note
from baken.catalogue import load
from baken.files.download import download
from baken.files.forms import WithFiles
from baken.knowledge import access as knowledge
from baken.privacy import codes
from baken.signals import access, cookie, flow, services, talk
from baken.signals.forms import CodeForm, MessageForm
from baken.signals.models import Report
from baken.signals.refusals import CannotReceive, NotTaken
from baken.signals.urgency import Urgency
from baken.ui.forms import HouseForm, new_secret
from baken.ui.public import public

forms_only = require_http_methods(["GET", "HEAD", "POST"])


@public
@forms_only
def report(request: HttpRequest) -> HttpResponse:
    """The report form, one step a page; the last one sends it."""
    page = flow.turn(request.POST)
    if request.POST.get("go") == "send" and page.step == flow.CHECK:
        return _send(request, page)
    return _step(request, page, page.form or WithFiles())


def _step(request: HttpRequest, page: flow.Page, form: HouseForm, status: int = 422) -> HttpResponse:
    known = {"page": page, "form": form, "place": flow.place_of(page)} | (
        _elsewhere(page) if page.step == flow.ELSEWHERE else {}
    )
    return render(request, f"signals/report_{page.step}.html", known, status=status if form.is_bound else 200)


def _send(request: HttpRequest, page: flow.Page) -> HttpResponse:
    form = WithFiles({}, request.FILES)
    if not form.is_valid():
        return _step(request, page, form)
    slug, told = flow.told_in(page.answers, get_language() or "nl")
    place = flow.municipality_of(slug)
    try:
        received = services.receive_report(place, told, form.cleaned_data["attachments"])
    except CannotReceive:
        known = {"page": page, "local": knowledge.with_contacts(place)} | _elsewhere(page)
        return render(request, "signals/report_elsewhere.html", known, status=409)
    except NotTaken as why:
        form.add_error(None, str(why))
        return _step(request, page, form, why.status)
    return code_page(request, received.report, received.code, told.form)


def _elsewhere(page: flow.Page) -> dict[str, object]:
    """Where somebody can go whom nobody here can help; with what is acute first."""
    found = assess(Note(page.answers.get("story", "")), load(), language=get_language() or "nl")
    return {"contacts": [each for each in load().contacts.values() if each.takes_reports], "acute": found.acute}


def code_page(request: HttpRequest, report: Report, code: str, form: str, *, wrong: bool = False) -> HttpResponse:
    """The code, shown once, with the check that it was written down. `form` is the one-time secret of the form."""
    local = knowledge.with_contacts(report.municipality, now=report.urgency == Urgency.ACUTE)
    known = {"report": report, "code": codes.shown(code), "secret": form, "wrong": wrong, "local": local}
    return render(request, "signals/report_sent.html", known, status=422 if wrong else 200)


@public
@forms_only
def report_saved(request: HttpRequest) -> HttpResponse:
    """The reporter types the last four digits of the code, to be sure that it was written down."""
    secret = request.POST.get("secret", "")
    report = access.report_of_form(services.hash_of(secret))
    if report is None:
        return redirect("signals:report")
    code = codes.code_for(secret)
    if codes.tidy(request.POST.get("last", "")) not in (code[-4:], code):
        return code_page(request, report, code, secret, wrong=True)
    services.confirm_code(report)
    known = {"report": report, "local": knowledge.with_contacts(report.municipality)}
    return render(request, "signals/report_saved.html", known)


@public
@forms_only
def come_back(request: HttpRequest) -> HttpResponse:
    """Fill in the code. Wrong and unknown codes get the same answer and cost the same."""
    form = CodeForm(request.POST or None)
    if form.is_valid():
        found = access.report_of_code(form.cleaned_data["code"])
        if found is not None:
            services.confirm_code(found)
            response = redirect("signals:reporter_page")
            cookie.give(response, found.pk)
            return response
        form.add_error("code", CodeForm.UNKNOWN)
    return render(request, "signals/come_back.html", {"form": form}, status=422 if form.errors else 200)


@public
@forms_only
def reporter_page(request: HttpRequest) -> HttpResponse:
    """Read what the focal officer wrote, and add to the report."""
    report = access.report_of_reporter(cookie.read(request) or "")
    if report is None or request.POST.get("go") == "leave":
        response = redirect("signals:return" if report is None else "home:start")
        cookie.take_back(response)
        return response
    form = _message_in(request)
    if form.is_valid() and talk.say(report, form, by=None):
        return redirect("signals:reporter_page")
    known = {"report": report, "form": form, "talk": access.talk_of(report), "files": access.files_of(report)}
    return render(request, "signals/reporter_page.html", known, status=422 if form.errors else 200)


def _message_in(request: HttpRequest) -> MessageForm:
    """The form as it was sent, or an empty one."""
    if request.method == "POST" and (request.POST or request.FILES):
        return MessageForm(request.POST, request.FILES)
    return MessageForm(initial={"form": new_secret()})


@public
@require_safe
def reporter_file(request: HttpRequest, file: UUID) -> HttpResponse:
    """A file that the focal officer sent to the reporter."""
    return download(access.file_for_reporter(cookie.read(request) or "", file))
