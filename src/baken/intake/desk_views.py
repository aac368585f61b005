"""Pages of the desk: filing on behalf of somebody, filing as oneself, and one-time links for professionals."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from baken.accounts.who import user_of
from baken.intake import access, services
from baken.intake.forms import ForSomebodyForm, FromWorkForm, MakeLinkForm, posted, sent_along
from baken.intake.spelled import groups
from baken.privacy import codes
from baken.signals import access as reports
from baken.signals.models import Report
from baken.signals.refusals import CannotReceive, NotTaken
from baken.signals.services import confirm_code, hash_of
from baken.ui.forms import new_secret

forms_only = require_http_methods(["GET", "HEAD", "POST"])
NOBODY_READS = gettext_lazy(
    "Bij deze gemeente leest niemand meldingen. Er is niets verstuurd. Bel de gemeente, of kies een andere."
)
SHOWN = 50


@forms_only
def for_somebody(request: HttpRequest) -> HttpResponse:
    """File what a caller or visitor tells, and get the code to hand over."""
    user = access.may_file_for_others(user_of(request))
    start = {"municipality": user.municipality.slug, "form": new_secret()}
    form = ForSomebodyForm(posted(request), sent_along(request), initial=start)
    if form.is_valid():
        told, way = form.told(user.language), form.cleaned_data["way"]
        try:
            received = services.file_for_somebody(form.chosen, told, form.came_along, way=way, by=user)
            return _hand_over(request, received.report, told.form)
        except CannotReceive:
            form.add_error("municipality", str(NOBODY_READS))
        except NotTaken as why:
            form.add_error(None, str(why))
    return render(request, "intake/for_somebody.html", {"form": form}, status=422 if form.errors else 200)


def _hand_over(request: HttpRequest, report: Report, secret: str, *, wrong: bool = False) -> HttpResponse:
    known = {"report": report, "groups": groups(codes.code_for(secret)), "secret": secret, "wrong": wrong}
    return render(request, "intake/hand_over.html", known, status=422 if wrong else 200)


@require_POST
def code_given(request: HttpRequest) -> HttpResponse:
    """The caller reads the last four digits back: the code was written down."""
    access.may_file_for_others(user_of(request))
    secret = request.POST.get("secret", "")
    report = reports.report_of_form(hash_of(secret))
    if report is None:
        return redirect("desk_intake:for_somebody")
    code = codes.code_for(secret)
    if codes.tidy(request.POST.get("last", "")) not in (code[-4:], code):
        return _hand_over(request, report, secret, wrong=True)
    confirm_code(report)
    messages.success(request, _("De beller heeft de code. De melding staat bij de aandachtsfunctionaris."))
    return redirect("desk_intake:for_somebody")


@forms_only
def from_work(request: HttpRequest) -> HttpResponse:
    """Report as oneself; below stands what one reported before, with the status in plain words."""
    user = user_of(request)
    start = {"municipality": user.municipality.slug, "form": new_secret()}
    form = FromWorkForm(posted(request), sent_along(request), initial=start)
    if form.is_valid():
        told = form.told(user.language, name=user.name, contact=user.email)
        try:
            received = services.file_from_work(form.chosen, told, form.came_along, about=form.about(), by=user)
            known = {"report": received.report, "code": codes.shown(received.code)}
            return render(request, "intake/acknowledged.html", known)
        except CannotReceive:
            form.add_error("municipality", str(NOBODY_READS))
        except NotTaken as why:
            form.add_error(None, str(why))
    known = {"form": form, "mine": access.own_filings(user)}
    return render(request, "intake/from_work.html", known, status=422 if form.errors else 200)


@forms_only
def links(request: HttpRequest) -> HttpResponse:
    """The one-time links of the municipality, and a new one. The new one is shown once."""
    user, link, today = user_of(request), "", timezone.localdate()
    form = MakeLinkForm(posted(request))
    if form.is_valid():
        link = request.build_absolute_uri(services.make_link(meant_for=form.cleaned_data["meant_for"], by=user))
        form = MakeLinkForm()
    rows = [(each, access.is_open(each, today=today)) for each in access.read_links(user, SHOWN)]
    known = {"form": form, "link": link, "rows": rows, "days": services.LINK_DAYS}
    return render(request, "intake/links.html", known, status=422 if form.errors else 200)


@require_POST
def withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Make a link stop working."""
    user = user_of(request)
    services.withdraw_link(access.link_for(user, pk), by=user)
    messages.success(request, _("De link werkt niet meer."))
    return redirect("desk_intake:links")
