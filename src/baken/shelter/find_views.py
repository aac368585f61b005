"""Pages with which one finds a place and holds it: looking, reserving, and who waits."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from baken.accounts.access import municipalities
from baken.accounts.models import User
from baken.accounts.who import user_of
from baken.shelter import access, finding, placing
from baken.shelter.acting import Ask, act
from baken.shelter.find_forms import FindForm, ReserveForm, StopForm, WaitForm
from baken.shelter.matching import Says, Wanted
from baken.shelter.models import Place, WaitingEntry
from baken.shelter.services import NotPossible, Taken
from baken.shelter.views import ask_and_do
from baken.ui.forms import new_secret
from baken.ui.templatetags.ui import clock

WAITING, NEXT = "shelter:waiting", 3


def find_form(user: User, data: Any, **initial: Any) -> FindForm:
    """The form for what is looked for, with the municipalities of the region."""
    places = municipalities().filter(region=user.municipality.region_id)
    return FindForm(data, places=places, initial=initial)


def found_by(user: User, form: FindForm) -> list[finding.Found]:
    """Every place beside what is looked for."""
    return finding.find(user, form.wanted, form.cleaned_data["first"], form.until)


@ask_and_do
def find(request: HttpRequest) -> HttpResponse:
    """Say what is needed; every place, with why it fits, what to ask, and why not."""
    user = user_of(request)
    access.must(user, access.PLACE)
    form = find_form(user, request.POST if request.method == "POST" else None)
    known: dict[str, Any] = {"form": form}
    if form.is_valid():
        known["parts"] = finding.by_verdict(found_by(user, form))
    return render(request, "shelter/find.html", known, status=422 if form.errors else 200)


@ask_and_do
def reserve(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Hold a place for an hour, for somebody with an alias. Who is second sees the next places that fit."""
    user = user_of(request)
    place = access.to_reserve(user, pk)
    asked = _criteria(user, request)
    known: dict[str, Any] = {"place": place, "asked": asked}
    if not asked.is_valid():
        return render(request, "shelter/find.html", {"form": asked}, status=422)
    every = found_by(user, asked)
    mine = next(each for each in every if each.place.pk == place.pk)
    sent = request.method == "POST" and "step" not in request.POST
    form = ReserveForm(request.POST if sent else None, asks=mine.match.unsettled)
    known |= {"form": form, "found": mine, "once": request.POST.get("once") or new_secret()}
    if form.is_valid():
        return _reserve(request, user, known, every)
    return render(request, "shelter/reserve.html", known, status=422 if form.errors else 200)


def _criteria(user: User, request: HttpRequest) -> FindForm:
    """What was looked for, sent along with the place; without it the place is wanted for tonight."""
    data = request.POST.copy()
    if "first" not in data:
        data["first"], data["nights"] = finding.tonight().isoformat(), "1"
    return find_form(user, data)


def _reserve(request: HttpRequest, user: User, known: dict[str, Any], every: list[finding.Found]) -> HttpResponse:
    form, asked, place = known["form"], known["asked"], known["place"]
    waiting = asked.cleaned_data["waiting"]
    stay = placing.Stay(
        alias=form.cleaned_data["alias"], because=form.cleaned_data["because"], form=known["once"],
        first=asked.cleaned_data["first"], until=asked.until, criteria=asked.wanted.as_json(),
        waiting=access.waiting_of(user, waiting) if waiting else None,
    )  # fmt: skip
    try:
        placement = placing.reserve(place, stay, by=user)
    except Taken as why:
        return _taken(request, user, asked, place, str(why))
    except NotPossible as why:
        form.add_error(None, str(why))
        return render(request, "shelter/reserve.html", known, status=422)
    messages.success(request, _("Gereserveerd tot %(time)s uur.") % {"time": clock(placement.reserved_until)})
    return redirect("shelter:placement", placement.pk)


def _taken(request: HttpRequest, user: User, asked: FindForm, place: Place, why: str) -> HttpResponse:
    """One clear sentence, and the next places that can be had."""
    left = [
        each for each in found_by(user, asked) if each.place.pk != place.pk and each.match.says is not Says.NOT
    ]
    known = {"form": asked, "taken": why, "parts": finding.by_verdict(left[:NEXT])}
    return render(request, "shelter/find.html", known, status=409)


@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """Who waits in one's own municipality: the most urgent first, then who waits longest."""
    user = user_of(request)
    entries = list(access.waiting_for(user))
    access.note("waiting seen", access.WAITING, "list", user)
    return render(request, "shelter/waiting.html", {"entries": entries, "urgencies": WaitingEntry.Urgency.choices})


@ask_and_do
def wait(request: HttpRequest) -> HttpResponse:
    """Put somebody on the list, with what was looked for."""
    user = user_of(request)
    access.must(user, access.PLACE)
    asked = _criteria(user, request)
    criteria = asked.wanted.as_json() if asked.is_valid() else {}
    sent = request.method == "POST" and "step" not in request.POST
    form = WaitForm(request.POST if sent else None)
    if form.is_valid():
        said = form.cleaned_data
        placing.wait(said["alias"], urgency=said["urgency"], criteria=criteria, text=said["text"], by=user)
        messages.success(request, _("Op de wachtlijst gezet."))
        return redirect(WAITING)
    return render(request, "shelter/wait.html", {"form": form, "asked": asked}, status=422 if form.errors else 200)


@require_POST
def look_for(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Look for a place for somebody who waits, from tonight, with what is needed."""
    user = user_of(request)
    entry = access.waiting_of(user, pk)
    access.note("seen", access.WAITING, pk, user)
    wanted = Wanted.of(entry.criteria)
    return render(
        request,
        "shelter/find.html",
        {"form": find_form(user, None, **vars_of(wanted), waiting=pk), "entry": entry},
    )


def vars_of(wanted: Wanted) -> dict[str, Any]:
    """What was looked for, as it stands in the form."""
    names = set(FindForm.base_fields)
    return {name: value for name, value in wanted.as_json().items() if name in names}


@require_POST
def weigh(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say anew how urgent it is."""
    user = user_of(request)
    entry, urgency = access.waiting_of(user, pk), request.POST.get("urgency", "")
    if urgency in WaitingEntry.Urgency.values:
        placing.weigh(entry, urgency=urgency, by=user)
    return redirect(WAITING)


@ask_and_do
def stop(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Off the list, with why."""
    user = user_of(request)
    entry = access.waiting_of(user, pk)

    def write(form: StopForm) -> None:
        placing.stop_waiting(entry, by=user, **form.cleaned_data)

    ask = Ask(title=_("Van de wachtlijst"), button=_("Haal van de lijst"), back=WAITING)
    return act(request, StopForm, write, ask)
