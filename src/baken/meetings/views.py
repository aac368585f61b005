"""Pages of meetings: the list, planning, one meeting, who takes part, the calendar file."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from baken.accounts.who import user_of
from baken.admission.let_forms import person_words
from baken.coordination import access as cases
from baken.coordination.services import NotPossible
from baken.coordination.views import ask_and_do
from baken.meetings import access, services
from baken.meetings.acting import HOME, Ask, act
from baken.meetings.forms import ChangeForm, PeopleForm, PlanForm
from baken.meetings.invitation import calendar_file
from baken.meetings.models import Meeting
from baken.ui.forms import new_secret

PER_PAGE = 25
WEEK = timedelta(days=7)


@require_safe
def meetings(request: HttpRequest) -> HttpResponse:
    """The meetings that one sees: what comes, or what was (`?lijst=geweest`)."""
    user = user_of(request)
    past = request.GET.get("lijst") == "geweest"
    found = access.meetings_for(user)
    coming = [Meeting.State.PLANNED, Meeting.State.RUNNING]
    found = found.exclude(state__in=coming).order_by("-on", "-begins") if past else found.filter(state__in=coming)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("pagina"))
    known = {"page": page, "past": past, "may_plan": user.may(cases.OPEN), "today": access.today()}
    return render(request, "meetings/list.html", known)


@ask_and_do
def plan(request: HttpRequest) -> HttpResponse:
    """Plan a meeting, empty or after another one (`?na=`): then its open cases and people are taken along."""
    user = user_of(request)
    access.meetings_for(user)  # refuses whose role does not work in cases
    if not user.may(cases.OPEN):
        return access.refuse(user, "plan")
    after = _after(request)
    first = (services.values(after) | {"on": after.on + WEEK} if after else {"chair": str(user.pk)}) | {"form": new_secret()}  # fmt: skip
    form = PlanForm(
        request.POST if request.method == "POST" else None, people=access.chairs_for(user), initial=first
    )
    if form.is_valid():
        return redirect(HOME, services.plan(form.planned, by=user, after=after).pk)
    return render(
        request, "meetings/plan.html", {"form": form, "after": after}, status=422 if form.errors else 200
    )


def _after(request: HttpRequest) -> Meeting | None:
    try:
        pk = UUID(request.GET.get("na", ""))
    except ValueError:
        return None
    return access.to_lead(user_of(request), pk).meeting


@require_safe
def meeting(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One meeting: when, who, the agenda as far as one sees the cases, and what one can do now."""
    seen = access.read_meeting(user_of(request), pk)
    items = access.items_of(seen)
    known = {
        "seen": seen,
        "meeting": seen.meeting,
        "items": items,
        "people": access.participants_of(seen),
        "times": access.times_of(seen.meeting),
        "next": next((each for each in items if each.item.state != "done"), None),
        "may_plan": seen.user.may(cases.OPEN),
        "actions": access.actions_of(seen, items) if seen.meeting.began_at else [],
        "today": access.today(),
    }
    return render(request, "meetings/meeting.html", known)


@ask_and_do
def change(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Another day, place, chair or name."""
    seen = access.to_lead(user_of(request), pk)

    def make(data: Any, now: Meeting) -> ChangeForm:
        people = {each.pk: each for each in [now.chair, *access.chairs_for(seen.user)]}
        return ChangeForm(data, people=people.values(), initial=services.values(now))

    def write(form: Any) -> None:
        services.change(seen.meeting, form.planned, seen=form.cleaned_data["seen"], by=seen.user)

    return act(request, seen, make, write, Ask(title=_("Wijzig het overleg"), button=_("Bewaar")))


@ask_and_do
def people(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Who takes part, of those who see a case of the agenda now."""
    seen = access.to_lead(user_of(request), pk)
    rows = [(user, _words(user, count)) for user, count in access.people_for(seen)]
    there = [str(each.user_id) for each in access.participants_of(seen)]

    def write(form: Any) -> None:
        services.invite(seen.meeting, form.chosen, by=seen.user)

    ask = Ask(
        title=_("Wie doet er mee?"), button=_("Nodig uit"), done=_("Wie nieuw is, krijgt een mail zonder inhoud."),
        lead=_("Hier staat wie nu ten minste één casus van de agenda ziet. Mist er iemand? Laat die eerst toe tot de casus. Maak het overleg niet groter dan nodig."),
    )  # fmt: skip
    return act(
        request, seen, lambda data, now: PeopleForm(data, people=rows, initial={"people": there}), write, ask
    )


def _words(user: Any, count: int) -> str:
    said = ngettext("ziet %(count)d casus", "ziet %(count)d casussen", count) if count else _("ziet geen casus")
    return f"{person_words(user)}: {said % {'count': count}}" if count else f"{person_words(user)}: {said}"


@require_POST
def cancel(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The meeting does not take place."""
    seen = access.to_lead(user_of(request), pk)
    return done(request, pk, lambda: services.cancel(seen.meeting, by=seen.user), _("Het overleg is afgezegd."))


def done(request: HttpRequest, pk: UUID, write: Callable[[], object], said: str) -> HttpResponse:
    """Do it, say so or why not, and back to the meeting."""
    try:
        write()
    except NotPossible as why:
        messages.warning(request, str(why))
    else:
        messages.success(request, said)
    return redirect(HOME, pk)


@require_safe
def calendar(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The meeting for one's own calendar: when and where, without what it is about."""
    found = access.look(user_of(request), pk).meeting
    name = f"overleg-{found.number.lower()}.ics"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(calendar_file(found), content_type="text/calendar; charset=utf-8", headers=headers)
