"""Pages of the grounds: what each allows and forbids, and what the municipality confirmed."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from baken.accounts.roles import Role
from baken.accounts.who import user_of
from baken.catalogue import load
from baken.catalogue.grounds import LegalGround
from baken.sharing import access, services
from baken.sharing.forms import DecisionForm
from baken.sharing.models import GroundDecision
from baken.sharing.words import MISSING, PURPOSES, RECIPIENTS


@require_safe
def grounds(request: HttpRequest) -> HttpResponse:
    """Every ground, and what the municipality still has to confirm."""
    return _page(request)


def _page(request: HttpRequest, **bound: object) -> HttpResponse:
    user = user_of(request)
    may, taken = access.may_see_grounds(user), access.decisions(user.municipality)
    found = [_shown(ground, taken) for ground in load().grounds.values()]
    known = {"grounds": found, "may": may, "form": DecisionForm(), **bound}
    return render(request, "sharing/grounds.html", known, status=422 if bound else 200)


def _shown(ground: LegalGround, taken: dict[tuple[str, str], GroundDecision]) -> dict[str, Any]:
    routes = [
        {
            "recipient": each.recipient,
            "who": RECIPIENTS[each.recipient],
            "aims": [PURPOSES[aim] for aim in each.purposes],
            "confirm": each.confirm,
            "decision": taken.get((ground.slug, each.recipient)),
        }
        for each in ground.routes
    ]
    needs, decides = [MISSING[need] for need in ground.needs], [Role(role).label for role in ground.decides]
    sources = [load().sources[slug] for slug in ground.sources]
    return {"it": ground, "routes": routes, "needs": needs, "decides": decides, "sources": sources}


@require_POST
def decide(request: HttpRequest, slug: str) -> HttpResponse:
    """The privacy officer records what the municipality decided."""
    user = user_of(request)
    if not user.may("confirm_grounds"):
        raise PermissionDenied
    if slug not in load().grounds:
        raise Http404
    form = DecisionForm(request.POST)
    if form.is_valid():
        data = form.cleaned_data
        decided = {"holds": data["holds"] == "yes", "reference": data["reference"]}
        try:
            services.decide_ground(slug, data["recipient"], by=user, **decided)
            return redirect("sharing:grounds")
        except services.Refused as why:
            form.add_error(None, str(why))
    return _page(request, form=form)
