"""Sending a report on: three steps on one address, and nothing leaves before somebody has seen exactly what."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from baken.accounts.who import user_of
from baken.catalogue import load
from baken.handover import send_flow, services
from baken.handover.forms import RouteForm
from baken.sharing import access as given
from baken.sharing.services import Refused
from baken.signals import access
from baken.signals.models import Report


@require_http_methods(["GET", "HEAD", "POST"])
def send(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Choose to whom and what, look at exactly what leaves, and send it."""
    user = user_of(request)
    if not user.may("disclose"):
        raise PermissionDenied
    report = access.report_to_weigh(user, pk)
    if request.method != "POST":
        return _page(request, report, send_flow.Page("route", RouteForm(user=user)))
    page = send_flow.turn(report, request.POST, by=user)
    if page.step != "look" or page.wrong or request.POST.get("go") != "send":
        return _page(request, report, page)
    if request.POST.get("seal") != page.seal:
        page.reasons, page.wrong = (_("Er is intussen iets veranderd. Kijk nog een keer wat er weggaat."),), True
        return _page(request, report, page, changed=True)
    assert page.draft is not None  # noqa: S101 (the page to look at has one)
    try:
        return redirect("sharing:disclosure", services.send_on(report, page.draft, by=user).pk)
    except Refused as why:  # what was confirmed a moment ago was withdrawn, or the form belongs to another report
        page.reasons, page.wrong = (str(why),), True
        return _page(request, report, page)


def _page(request: HttpRequest, report: Report, page: send_flow.Page, *, changed: bool = False) -> HttpResponse:
    earlier = given.about(user_of(request), services.ABOUT, report.pk)
    known = {
        "report": report,
        "page": page,
        "form": page.form,
        "earlier": earlier,
        "changed": changed,
        "ground": load().grounds.get(dict(page.carried).get("ground", "")),
    }
    return render(request, f"handover/send_{page.step}.html", known, status=422 if page.wrong else 200)
