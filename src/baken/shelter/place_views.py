"""Pages of one placement and what one does with it; the address of a shelter; and the link for a shelter."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from baken.accounts.who import user_of
from baken.shelter import access, finding, nights, placing, services
from baken.shelter.acting import Ask, Write, act
from baken.shelter.find_forms import EndForm, ExtendForm, MoveForm, RefuseForm
from baken.shelter.forms import AddressForm, SeenForm
from baken.shelter.matching import Says, Wanted, match
from baken.shelter.models import Placement
from baken.shelter.views import SHELTER, ask_and_do, page_of
from baken.ui.forms import HouseForm
from baken.ui.public import public

PLACEMENT = "shelter:placement"


@require_safe
def placement(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One placement: until when, where, for whom by an alias, why this place, and what can be done now."""
    user = user_of(request)
    found = access.read_placement(user, pk)
    shelter = found.place.shelter
    standing = finding.stand([shelter], found.first_night, found.first_night + timedelta(days=1))[0]
    known = {
        "placement": found,
        "shelter": shelter,
        "match": match(Wanted.of(found.criteria), replace(finding.offered(found.place, standing), taken=None)),
        "may_place": user.may(access.PLACE) and found.municipality_id == user.municipality_id,
        "sees_address": access.sees_address(user, shelter),
        "moved_to": getattr(found, "moved_to", None),
        "lapsed": found.state == Placement.State.RESERVED and not found.is_reserved,
    }
    return render(request, "shelter/placement.html", known)


def _do(request: HttpRequest, found: Placement, make: Any, write: Write, ask: Ask) -> HttpResponse:
    """Ask and do something with a placement. `make` builds the form over its revision as it is now."""
    user = user_of(request)

    def fresh(data: Any) -> HouseForm:
        form: HouseForm = make(data)
        form.initial["seen"] = access.read_placement(user, found.pk).revision
        return form

    where = f"{found.number} · {found.place.shelter.name} · {found.place.name}"
    return act(request, fresh, write, replace(ask, lead=where, to=(found.pk,) if ask.back == PLACEMENT else ()))


@ask_and_do
def placed(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The person came."""
    user = user_of(request)
    found = access.read_placement(user, pk)
    ask = Ask(title=_("De persoon is er"), button=_("Ja, geplaatst"), back=PLACEMENT, done=_("Geplaatst."))
    return _do(request, found, SeenForm, lambda form: placing.place(found, seen=form.revision, by=user), ask)


@ask_and_do
def extend(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Longer."""
    user = user_of(request)
    found = access.to_move(user, pk)
    make = partial(ExtendForm, initial={"until": found.until + timedelta(days=7)})
    ask = Ask(title=_("Verleng"), button=_("Verleng"), back=PLACEMENT, done=_("Verlengd."))
    return _do(request, found, make, lambda form: placing.extend(found, by=user, **form.cleaned_data), ask)


@ask_and_do
def move(request: HttpRequest, pk: UUID) -> HttpResponse:
    """To another place from a night on."""
    user = user_of(request)
    found = access.to_move(user, pk)
    first = max(found.first_night, finding.tonight())
    every = finding.find(user, Wanted.of(found.criteria), first, max(found.until, first + timedelta(days=1)))
    free = {str(each.place.pk): each for each in every if each.match.says is not Says.NOT}
    names = {key: (each.match.offered.name, each.match.says is Says.ASK) for key, each in free.items()}

    def write(form: MoveForm) -> None:
        said = form.cleaned_data
        to = free[said["to"]].place
        placing.move(found, to, first=said["first"], because=said["because"], seen=form.revision, by=user)

    ask = Ask(title=_("Verplaats"), button=_("Verplaats"), back=PLACEMENT, done=_("Verplaatst."))
    return _do(request, found, partial(MoveForm, names=names, initial={"first": first}), write, ask)


@ask_and_do
def end(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The person left."""
    user = user_of(request)
    found = access.read_placement(user, pk)
    make = partial(EndForm, initial={"until": finding.tonight()})
    ask = Ask(
        title=_("Beëindig"), button=_("Beëindig"), back="shelter:list", done=_("Beëindigd. De plek is weer vrij.")
    )
    return _do(request, found, make, lambda form: placing.end(found, by=user, **form.cleaned_data), ask)


@ask_and_do
def refuse(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It does not go on, with a reason."""
    user = user_of(request)
    found = access.read_placement(user, pk)
    ask = Ask(
        title=_("Weiger"), button=_("Weiger"), back="shelter:list", done=_("Geweigerd. De plek is weer vrij.")
    )
    return _do(request, found, RefuseForm, lambda form: placing.refuse(found, by=user, **form.cleaned_data), ask)


@ask_and_do
def address(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask what it is for, then show the address once; that stands on the trace. For nobody else it exists."""
    user = user_of(request)
    found = access.with_address(user, pk)
    form = AddressForm(request.POST if request.method == "POST" else None)
    known = {"shelter": found, "form": form}
    if form.is_valid():
        known["address"] = services.see_address(found, why=form.cleaned_data["why"], by=user)
    return render(request, "shelter/address.html", known, status=422 if form.errors else 200)


@require_POST
def link(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Make a link for the shelter; it is shown once, to copy or to mail."""
    user = user_of(request)
    found = access.read_shelter(user, pk)
    made = request.build_absolute_uri(services.make_link(found, by=user))
    known = page_of(found, user) | {"link": made, "hours": services.LINK_HOURS}
    return render(request, "shelter/shelter.html", known)


@require_POST
def withdraw(request: HttpRequest, pk: UUID, link_pk: UUID) -> HttpResponse:
    """Make a link stop working."""
    user = user_of(request)
    services.withdraw_link(access.link_of(user, pk, link_pk), by=user)
    return redirect(SHELTER, pk)


@public
@require_http_methods(["GET", "HEAD", "POST"])
def tap(request: HttpRequest, token: str) -> HttpResponse:
    """One tap says how many places are free tonight, without an account. It shows a number and nothing else."""
    found = access.open_link(token)
    if found is None:
        return render(request, "shelter/closed.html", status=404)
    said = request.POST.get("free", "")
    if request.method == "POST" and said.isascii() and said.isdecimal() and len(said) < 4:
        try:
            services.tap(found, free=int(said))
        except services.LinkClosed:
            return render(request, "shelter/closed.html", status=404)
        return render(request, "shelter/thanks.html", {"free": int(said)})
    free = finding.anonymous_number(found.shelter)
    known = {"free": free, "offers": list(nights.offers(free)), "until": found.expires_at}
    return render(request, "shelter/tap.html", known, status=422 if request.method == "POST" else 200)
