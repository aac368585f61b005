"""Pages of the agenda: put cases on it, say how each is discussed, put them in order, take one off."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from baken.accounts.who import user_of
from baken.coordination.views import ask_and_do
from baken.meetings import access, services
from baken.meetings.acting import HOME, Ask, act
from baken.meetings.forms import AgendaForm, ItemForm
from baken.meetings.views import done
from baken.signals.line import due_words


@ask_and_do
def add(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put cases on the agenda, of those that are open and that one sees; what is due first."""
    seen = access.to_lead(user_of(request), pk, reads=True)
    rows = [(case, _words(case)) for case in access.cases_to_discuss(seen)]

    def write(form: Any) -> None:
        services.add(seen.meeting, form.chosen, minutes=form.cleaned_data["minutes"], by=seen.user)

    ask = Ask(
        title=_("Casussen op de agenda"), button=_("Zet op de agenda"), done=_("Het staat op de agenda."),
        nothing="" if rows else _("Er is geen open casus meer die je op de agenda kunt zetten."),
    )  # fmt: skip
    return act(request, seen, lambda data, now: AgendaForm(data, cases=rows), write, ask)


def _words(case: Any) -> str:
    """The case in one line, as the list of cases says it: of a case that one sees a part of only its number and phase."""
    if not case.seen_whole:
        return f"{case.number}: {case.get_phase_display()}"
    due = f" ({due_words(case.due_on, access.today())})" if case.due_on else ""
    return f"{case.number} {case.name}: {case.get_phase_display()}, {case.get_urgency_display().lower()}{due}"


@ask_and_do
def change(request: HttpRequest, pk: UUID, item_pk: UUID) -> HttpResponse:
    """Which tracks of a case are discussed, for what, on which ground and how long."""
    seen = access.to_lead(user_of(request), pk)
    found = access.read_item(seen, item_pk)
    item = found.item
    first = {"minutes": item.minutes, "purpose": item.purpose, "ground": item.ground,
             "tracks": [str(track.pk) for track in item.tracks.all()]}  # fmt: skip

    def write(form: Any) -> None:
        services.change_item(item, form.about, by=seen.user)

    def make(data: Any, now: object) -> ItemForm:
        return ItemForm(data, tracks=found.seen.tracks, language=seen.user.language, initial=first)

    title = _("%(number)s op de agenda") % {"number": found.case.number}
    return act(request, seen, make, write, Ask(title=title, button=_("Bewaar")))


@require_POST
def move(request: HttpRequest, pk: UUID, item_pk: UUID) -> HttpResponse:
    """One place up (`go=up`) or down."""
    seen = access.to_lead(user_of(request), pk)
    found = access.item_of(seen, item_pk)
    among = [each.item.pk for each in access.items_of(seen)]
    services.move(found.item, up=request.POST.get("go") == "up", among=among, by=seen.user)
    return redirect(HOME, pk)


@require_POST
def drop(request: HttpRequest, pk: UUID, item_pk: UUID) -> HttpResponse:
    """Take a case off the agenda."""
    seen = access.to_lead(user_of(request), pk)
    found = access.item_of(seen, item_pk)
    return done(
        request, pk, lambda: services.drop(found.item, by=seen.user), _("Het staat niet meer op de agenda.")
    )
