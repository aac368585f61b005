"""Pages of giving from a case: three steps on one address, the register of the case, and taking over from elsewhere."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from baken.accounts.who import user_of
from baken.catalogue import load
from baken.consent import access, flow, giving
from baken.consent.forms import PLACE, RouteForm
from baken.coordination import access as cases
from baken.coordination.access import Seen
from baken.coordination.views import ask_and_do
from baken.sharing import access as sharing
from baken.sharing.services import Refused


@require_safe
def register(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What was given from this case: to whom, why, on which ground, and what followed."""
    seen = cases.read_whole(user_of(request), pk)
    grounds = load().grounds
    rows = [{"it": each, "ground": grounds.get(each.ground)} for each in access.given_from(seen)]
    known = {"seen": seen, "case": seen.case, "rows": rows, "gives": access.may_give(seen)}
    return render(request, "consent/register.html", known)


@ask_and_do
def give(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Choose to whom and what, look at exactly what leaves, and give it. To another municipality it is handing over."""
    seen = access.to_give(user_of(request), pk)
    if request.method != "POST":
        first = {"to": f"{PLACE}{request.GET.get('gemeente', '')}"} if "gemeente" in request.GET else {}
        return _page(request, seen, flow.Page("route", RouteForm(to=flow.choice_of(seen.user), initial=first)))
    page = flow.turn(seen, request.POST)
    if page.step != "look" or page.wrong or request.POST.get("go") != "send":
        return _page(request, seen, page)
    if request.POST.get("seal") != page.seal:
        page.reasons, page.wrong = (_("Er is intussen iets veranderd. Kijk nog een keer wat er weggaat."),), True
        return _page(request, seen, page, changed=True)
    assert page.made is not None  # noqa: S101 (the page to look at has one)
    try:
        return redirect("sharing:disclosure", giving.give(seen, page.made.choices, page.receiver).pk)
    except Refused as why:  # a consent was withdrawn a moment ago
        page.reasons, page.wrong = (str(why),), True
        return _page(request, seen, page)


def _page(request: HttpRequest, seen: Seen, page: flow.Page, *, changed: bool = False) -> HttpResponse:
    known = {
        "case": seen.case,
        "page": page,
        "form": page.form,
        "changed": changed,
        "ground": load().grounds.get(dict(page.carried).get("ground", "")),
    }
    return render(request, f"consent/give_{page.step}.html", known, status=422 if page.wrong else 200)


@require_POST
def take_over(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Make a case of what another municipality gave, or go to the one that was made."""
    user = user_of(request)
    if not user.may(access.TAKE):
        raise PermissionDenied
    found = sharing.read_delivery(user, pk)
    if found.for_whom != access.TAKE:
        cases.refuse(user, pk)
    return redirect("cases:case", giving.take_over(found, by=user))
