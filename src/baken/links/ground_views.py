"""What the municipality may compare and search: what is on or off, on which ground, and switching."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from baken.accounts import access as people
from baken.accounts.models import Ground
from baken.accounts.services import NotPossible
from baken.accounts.who import user_of
from baken.links import services
from baken.links.forms import WHAT, GroundForm


@require_safe
def grounds(request: HttpRequest) -> HttpResponse:
    """Each thing with its state, its ground, and earlier ones."""
    every = people.grounds_for(user_of(request))
    now = {each.what: each for each in every if each.ended_at is None}
    rows = [(slug, what.label, now.get(what)) for slug, what in WHAT.items()]
    return render(request, "links/grounds.html", {"rows": rows, "past": [each for each in every if each.ended_at]})


@require_http_methods(["GET", "HEAD", "POST"])
def switch_on(request: HttpRequest, what: str) -> HttpResponse:
    """Record legal ground, DPIA and date; from then on it is on."""
    user = user_of(request)
    people.grounds_for(user)
    if what not in WHAT:
        raise Http404
    form = GroundForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            services.switch_on(user.municipality, WHAT[what], by=user, **form.cleaned_data)
            messages.success(request, _("Vastgelegd. Het staat nu aan."))
            return redirect("grounds:list")
        except NotPossible as why:
            form.add_error(None, str(why))
    known = {"form": form, "label": WHAT[what].label}
    return render(request, "links/switch_on.html", known, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def switch_off(request: HttpRequest, what: str) -> HttpResponse:
    """Ask once, then switch off and delete what stood on this ground."""
    user = user_of(request)
    now = {each.what: each for each in people.grounds_for(user) if each.ended_at is None}
    ground: Ground | None = now.get(WHAT.get(what, ""))
    if ground is None:
        raise Http404
    if request.method == "POST" and request.POST.get("sure") == "ja":
        services.switch_off(ground, by=user)
        messages.success(request, _("Het staat nu uit, en wat erop stond is gewist."))
        return redirect("grounds:list")
    known = {"ground": ground, "unsure": request.method == "POST"}
    return render(request, "links/switch_off.html", known, status=422 if known["unsure"] else 200)
