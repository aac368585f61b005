"""Pages of the register: the list, one shelter, its places, what is free."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from baken.accounts.access import municipalities
from baken.accounts.models import User
from baken.accounts.who import user_of
from baken.catalogue import load
from baken.shelter import access, finding, services
from baken.shelter.acting import Ask, act
from baken.shelter.forms import FreeForm, NightsForm, PlaceForm, SeenForm, ShelterForm
from baken.shelter.models import Place, Shelter

SHELTER, LIST, WEEK = "shelter:shelter", "shelter:list", 7
NATIONWIDE = ("wmo2015", "vng_landelijk", "lenferink_nieuws", "nr_lenferink")
ask_and_do = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """Every shelter with what is free tonight and how fresh that is; what runs; how many wait."""
    user, first = user_of(request), finding.tonight()
    standings = finding.stand(access.shelters_for(user), first, first + timedelta(days=1))
    known = {
        "rows": [(each, finding.age(each.shelter.confirmed_at)) for each in standings],
        "gone": access.all_for(user).exclude(retired_on=None) if user.may(access.KEEP) else [],
        "running": access.running(user),
        "places": user.may(access.PLACE),
        "keeps": access.organisations(user).exists(),
        "waiting": access.how_many_wait(user),
        "night": first,
    }
    return render(request, "shelter/list.html", known)


@require_safe
def kinds(request: HttpRequest) -> HttpResponse:
    """The kinds of shelter: for whom, how safe, how one gets in and who pays, with sources."""
    access.must(user_of(request), access.READ)
    sources = load().sources
    rows = [(kind, [sources[each] for each in kind.sources], load().partners.get(kind.through))
            for kind in load().shelters.values()]  # fmt: skip
    known = {"kinds": rows, "nationwide": [sources[each] for each in NATIONWIDE]}
    return render(request, "shelter/kinds.html", known)


@require_safe
def shelter(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One shelter: what is free this week, its places, how to get somebody in, who comes."""
    user = user_of(request)
    return render(request, "shelter/shelter.html", page_of(access.read_shelter(user, pk), user))


def page_of(found: Shelter, user: User) -> dict[str, Any]:
    """What the page of a shelter shows. Never its address, secret or not."""
    first = finding.tonight()
    standing = finding.stand([found], first, first + timedelta(days=WEEK))[0]
    only = finding.stand([found], first, first + timedelta(days=1))[0]
    return {
        "shelter": found,
        "standing": standing,
        "places": [(place, finding.offered(place, only), finding.words(place)) for place in standing.places],
        "unused": Place.objects.filter(shelter=found, in_use=False),
        "known": finding.shelter_words(found),
        "age": finding.age(found.confirmed_at),
        "links": access.links_of(found),
        "running": access.running(user).filter(place__shelter=found),
        "sees_address": access.sees_address(user, found),
        "may_place": user.may(access.PLACE) and found.retired_on is None,
        "form": FreeForm(initial={"free": standing.tonight.left}),
    }


def _form(user: User, data: Any, found: Shelter | None = None) -> ShelterForm:
    initial = {}
    if found:
        names = [name for name in ShelterForm.base_fields if hasattr(found, name) and name != "address"]
        initial = {name: getattr(found, name) for name in [*names, "answers", "distances"]}
        initial |= {"organisation": str(found.organisation_id), "seen": found.revision}
    places = municipalities().filter(region=user.municipality.region_id)
    return ShelterForm(data, organisations=access.organisations(user), places=places, initial=initial)


@ask_and_do
def add(request: HttpRequest) -> HttpResponse:
    """Put a shelter in the register."""
    user = user_of(request)
    access.must(user, access.KEEP)

    def write(form: ShelterForm) -> None:
        organisation = access.organisations(user).get(pk=form.cleaned_data["organisation"])
        services.add(organisation, form.values, by=user)

    ask = Ask(title=_("Nieuwe opvanglocatie"), button=_("Zet in het register"), back=LIST)
    return act(request, lambda data: _form(user, data), write, ask)


@ask_and_do
def change(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change what is known of a shelter. Its address can be written here and is not shown."""
    user = user_of(request)
    found = access.read_shelter(user, pk)

    def write(form: ShelterForm) -> None:
        services.change(found, form.values, seen=form.revision, by=user)

    def make(data: Any) -> ShelterForm:
        form = _form(user, data, access.shelter_for(user, pk))
        del form.fields["organisation"]
        return form

    ask = Ask(title=_("Wijzig de opvanglocatie"), button=_("Bewaar"), back=SHELTER, to=(pk,))
    return act(request, make, write, ask)


@ask_and_do
def retire(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask once, then take it out of the register; sent again, it comes back."""
    user = user_of(request)
    found = access.shelter_for(user, pk)
    back = found.retired_on is not None
    lead = _("Niemand vindt deze locatie dan nog. Wie er nu is, blijft er. Terugzetten kan altijd.")
    ask = Ask(
        title=_("Zet terug in het register") if back else _("Haal uit het register"), back=SHELTER, to=(pk,),
        button=_("Zet terug") if back else _("Haal eruit"), lead="" if back else lead,
    )  # fmt: skip
    return act(request, SeenForm, lambda form: services.retire(found, back=back, by=user), ask)


@ask_and_do
def add_place(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One more place; what is known of the last one stands there already."""
    user = user_of(request)
    found = access.shelter_for(user, pk)
    last = Place.objects.filter(shelter=found).last()
    first = _known(last) | {"name": ""} if last else {}
    ask = Ask(title=_("Nieuwe plek"), button=_("Voeg toe"), back=SHELTER, to=(pk,))
    return act(
        request,
        lambda data: PlaceForm(data, initial=first),
        lambda form: services.add_place(found, form.values, by=user),
        ask,
    )


def _known(place: Place) -> dict[str, Any]:
    names = ("name", "sexes", "age_from", "age_to", "children", "answers", "in_use")
    return {name: getattr(place, name) for name in names} | {"seen": place.revision}


@ask_and_do
def change_place(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change what is known of a place, or take it out of use."""
    user = user_of(request)
    found = access.place_for(user, pk)

    def write(form: PlaceForm) -> None:
        services.change_place(found, form.values, seen=form.revision, by=user)

    ask = Ask(title=_("Wijzig de plek"), button=_("Bewaar"), back=SHELTER, to=(found.shelter_id,))
    return act(request, lambda data: PlaceForm(data, initial=_known(access.place_for(user, pk))), write, ask)


@ask_and_do
def close_nights(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Close a place for some nights, or give those nights back."""
    user = user_of(request)
    found = access.place_for(user, pk)

    def write(form: NightsForm) -> None:
        said = form.cleaned_data
        do = services.open_nights if said["open"] else services.close_nights
        do(found, said["first"], said["until"], by=user)

    ask = Ask(
        title=_("Zet nachten dicht: %(name)s") % {"name": found.name}, button=_("Bewaar"), back=SHELTER,
        to=(found.shelter_id,), lead=_("Niemand kan de plek dan krijgen, bijvoorbeeld omdat er iets kapot is."),
    )  # fmt: skip
    return act(request, lambda data: NightsForm(data, initial={"first": finding.tonight()}), write, ask)


@ask_and_do
def confirm(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say how many places are free tonight: with this it is fresh again."""
    user = user_of(request)
    found = access.shelter_for(user, pk)
    first = finding.tonight()
    free = finding.stand([found], first, first + timedelta(days=1))[0].tonight.left
    ask = Ask(title=_("Hoeveel is er vrij?"), button=_("Bevestig"), back=SHELTER, to=(pk,), done=_("Bevestigd."))
    return act(
        request,
        lambda data: FreeForm(data, initial={"free": free}),
        lambda form: services.confirm(found, free=form.cleaned_data["free"], by=user),
        ask,
    )
