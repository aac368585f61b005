"""Pages for reporters: the report in short steps, the code, and coming back with it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from baken.assessment.assess import assess
from baken.assessment.observation import Note
from baken.catalogue import load
from baken.knowledge import access as knowledge
from baken.privacy import codes
from baken.signals import access, cookie, flow, services
from baken.signals.forms import CodeForm, MessageForm
from baken.signals.models import Report
from baken.signals.triage import Urgency
from baken.ui.public import public

forms_only = require_http_methods(["GET", "HEAD", "POST"])


@public
@forms_only
def report(request: HttpRequest) -> HttpResponse:
    """The report form, one step a page; the last one sends it."""
    page = flow.turn(request.POST)
    if request.POST.get("go") != "send" or page.step != flow.CHECK:
        status = 422 if page.form is not None and page.form.is_bound else 200
        known = {"page": page, "form": page.form} | (_elsewhere(page) if page.step == flow.ELSEWHERE else {})
        return render(request, f"signals/report_{page.step}.html", known, status=status)
    slug, told = flow.told_in(page.answers, get_language() or "nl")
    place = flow.municipality_of(slug)
    try:
        received = services.receive_report(place, told)
    except services.CannotReceive:
        known = {"page": page, "local": knowledge.with_contacts(place)} | _elsewhere(page)
        return render(request, "signals/report_elsewhere.html", known, status=409)
    return _code_page(request, received.report, received.code, told.form)


def _elsewhere(page: flow.Page) -> dict[str, object]:
    """Where somebody can go whom nobody here can help; with what is acute first."""
    found = assess(Note(page.answers.get("story", "")), load(), language=get_language() or "nl")
    return {"contacts": load().contacts.values(), "acute": found.acute}


def _code_page(request: HttpRequest, report: Report, code: str, form: str, *, wrong: bool = False) -> HttpResponse:
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
        return _code_page(request, report, code, secret, wrong=True)
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
    form = MessageForm(request.POST or None, initial={"form": flow.new_secret()})
    if form.is_valid():
        services.add_message(report, text=form.cleaned_data["text"], form=form.cleaned_data["form"], by=None)
        return redirect("signals:reporter_page")
    known = {"report": report, "form": form, "talk": access.talk_of(report)}
    return render(request, "signals/reporter_page.html", known, status=422 if form.errors else 200)
