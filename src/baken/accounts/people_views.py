"""Colleagues: who works here, inviting, roles, closing and moving accounts."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from baken.accounts import access, services
from baken.accounts.forms import AbsenceForm, InviteForm, MoveForm, OrganisationForm, RolesForm
from baken.accounts.models import User
from baken.accounts.who import user_of


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Who works here, with roles and who is away."""
    user, today = user_of(request), timezone.localdate()
    rows = [(each, each.is_away(today)) for each in access.people_for(user).select_related("deputy")]
    waiting = access.invitations_for(user, today=today)
    return render(request, "accounts/people.html", {"rows": rows, "waiting": waiting})


@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest) -> HttpResponse:
    """Invite somebody; shows the link that works once."""
    user = user_of(request)
    access.people_for(user)
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            link = services.invite(user.municipality, **form.cleaned_data, by=user)
            known = {"link": request.build_absolute_uri(link), "days": services.INVITATION_DAYS}
            return render(request, "accounts/invited.html", known)
        except services.NotPossible as why:
            form.add_error(None, str(why))
    return render(request, "accounts/invite.html", {"form": form}, status=422 if form.errors else 200)


@require_safe
def person(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One colleague, with what can be changed."""
    return _person(request, access.person_for(user_of(request), pk))


def _person(request: HttpRequest, who: User, **bound: object) -> HttpResponse:
    me = user_of(request)
    known = {
        "who": who,
        "roles_form": RolesForm(initial={"roles": [grant.role for grant in who.grants.all()]}),
        "absence_form": absence_form(who),
        "move_form": MoveForm(places=access.other_municipalities(me)),
        "organisation_form": OrganisationForm(
            organisations=access.organisations_of(me), initial={"organisation": who.organisation_id}
        ),
    }
    return render(request, "accounts/person.html", known | bound, status=422 if bound else 200)


def absence_form(who: User, data: object = None) -> AbsenceForm:
    """The form about who stands in for `who`."""
    initial = {"deputy": who.deputy_id, "away_from": who.away_from, "away_until": who.away_until}
    return AbsenceForm(data, colleagues=access.colleagues_of(who), initial=initial)


def _roles(request: HttpRequest, who: User, by: User) -> dict[str, object]:
    form = RolesForm(request.POST)
    if not form.is_valid():
        return {"roles_form": form}
    services.set_roles(who, roles=form.cleaned_data["roles"], by=by)
    return {}


def _absence(request: HttpRequest, who: User, by: User) -> dict[str, object]:
    form = absence_form(who, request.POST)
    if not form.is_valid():
        return {"absence_form": form}
    services.set_absence(who, **form.cleaned_data, by=by)
    return {}


def _move(request: HttpRequest, who: User, by: User) -> dict[str, object]:
    form = MoveForm(request.POST, places=access.other_municipalities(by))
    if not form.is_valid():
        return {"move_form": form}
    services.move(who, municipality=form.cleaned_data["municipality"], by=by)
    return {}


def _organisation(request: HttpRequest, who: User, by: User) -> dict[str, object]:
    form = OrganisationForm(request.POST, organisations=access.organisations_of(by))
    if not form.is_valid():
        return {"organisation_form": form}
    services.set_organisation(who, organisation=form.cleaned_data["organisation"], by=by)
    return {}


def _close(request: HttpRequest, who: User, by: User) -> dict[str, object]:
    if request.POST.get("sure") != "ja":
        return {"sure": _("Zet eerst het vinkje: dit meldt iemand meteen overal af.")}
    services.deactivate(who, by=by)
    return {}


def _open(request: HttpRequest, who: User, by: User) -> dict[str, object]:
    services.reactivate(who, by=by)
    return {}


Change = Callable[[HttpRequest, User, User], dict[str, object]]
CHANGES: dict[str, Change] = {
    "rollen": _roles,
    "afwezig": _absence,
    "verplaatsen": _move,
    "organisatie": _organisation,
    "sluiten": _close,
    "openen": _open,
}


@require_POST
def change(request: HttpRequest, pk: UUID, what: str) -> HttpResponse:
    """Change one thing about a colleague: what is wrong comes back beside it."""
    user = user_of(request)
    who = access.person_for(user, pk)
    if what not in CHANGES:
        raise Http404
    try:
        wrong = CHANGES[what](request, who, user)
    except services.NotPossible as why:
        wrong = {"problem": str(why)}
    if wrong:
        return _person(request, access.person_for(user, pk), **wrong)
    messages.success(request, _("Gewijzigd."))
    return redirect("accounts:people") if what == "verplaatsen" else redirect("accounts:person", pk)
