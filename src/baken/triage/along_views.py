"""Pages for looking along across municipalities: ask it, take it back, and look."""

import hashlib
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from baken.accounts.models import User
from baken.accounts.who import user_of
from baken.sharing.package import Package
from baken.sharing.services import Refused
from baken.triage import access, along, asking, services
from baken.triage.forms import AskAlongForm, SecondForm
from baken.triage.models import LookAlong

forms_only = require_http_methods(["GET", "HEAD", "POST"])


@forms_only
def ask(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Choose whom to ask and on which ground, and see exactly what that person reads."""
    user, today = user_of(request), timezone.localdate()
    report = along.report_to_ask(user, pk, today)
    weighing = access.last_weighing(report)
    assert weighing is not None  # noqa: S101 (it waits for a second person)
    form = AskAlongForm(
        request.POST if request.method == "POST" else None,
        grounds=along.grounds_for(user),
        colleagues=access.choice(along.colleagues(user, today)),
    )
    package = along.package_of(report, weighing, form.words)
    known = {"report": report, "form": form, "text": package.as_text(), "seal": _seal(package)}
    if form.is_valid() and _asked(request, report, form, package, user):
        messages.success(request, _("Gevraagd. Je collega krijgt een mail zonder inhoud."))
        return redirect("inbox:record", pk)
    return render(request, "triage/ask_along.html", known, status=422 if form.is_bound else 200)


def _asked(request: HttpRequest, report: Any, form: AskAlongForm, package: Package, user: User) -> bool:
    if request.POST.get("seal") != _seal(package):
        form.add_error(None, _("Er is iets veranderd aan wat je collega leest. Lees het nog een keer."))
        return False
    try:
        asking.ask(report, form.question(package), by=user)
    except (Refused, services.NotPossible) as why:
        form.add_error(None, str(why))
        return False
    return True


def _seal(package: Package) -> str:
    return hashlib.sha256(package.as_text().encode()).hexdigest()


@require_POST
def stop(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take the question back."""
    user = user_of(request)
    report = access.report_to_move(user, pk)
    asked = along.asked_for(report)
    if asked is not None:
        asking.stop(asked, by=user)
        messages.success(request, _("De vraag is ingetrokken. Je collega kan de melding niet meer lezen."))
    return redirect("inbox:record", pk)


@forms_only
def look(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The colleague reads what was given, and agrees or not. Afterwards it is gone for them."""
    user = user_of(request)
    asked = along.read_along(user, pk)
    seen = {"seen": services.state_of(asked.report)}
    form = SecondForm(request.POST) if request.method == "POST" else SecondForm(initial=seen)
    if form.is_valid():
        try:
            asking.decide(asked, by=user, **form.cleaned_data)
            messages.success(request, _("Vastgelegd. Je kunt deze melding nu niet meer lezen."))
            return redirect("desk:today")
        except services.NotPossible as why:
            form.add_error(None, str(why))
        except services.Changed:
            raise Http404 from None
    return _page(request, asked, form)


def _page(request: HttpRequest, asked: LookAlong, form: SecondForm) -> HttpResponse:
    known = {"asked": asked, "text": along.text_of(asked), "form": form}
    return render(request, "triage/look_along.html", known, status=422 if form.is_bound else 200)
