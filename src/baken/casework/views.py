"""Pages of the work in a case: the plan, action points, decisions, notes, files, closing, and my own work."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from baken.accounts.who import user_of
from baken.casework import access, files, planning, review, services
from baken.casework.forms import ActionForm, ChangeForm, CloseForm, DecisionForm, GoalForm, NoteForm, SettleForm
from baken.casework.models import Aim
from baken.coordination import access as cases
from baken.coordination.acting import Ask, act
from baken.coordination.models import Case
from baken.coordination.views import ask_and_do
from baken.files.download import download
from baken.privacy import trace
from baken.ui.forms import HouseForm

PLAN = "casework:plan"


@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """My action points and those of whom I stand in for: late, today, later; and what others are late with in my cases."""
    user = user_of(request)
    cases.cases_for(user)  # refuses whose role does not work in cases
    today, actions = timezone.localdate(), access.my_actions(user)
    parts = [
        (_("Te laat"), [each for each in actions if each.due_on < today]),
        (_("Vandaag"), [each for each in actions if each.due_on == today]),
        (_("Later"), [each for each in actions if each.due_on > today]),
        (_("Te laat bij anderen, in jouw casussen"), access.late_with_others(user, today)),
    ]
    known = {"parts": [(name, each) for name, each in parts if each], "today": today}
    return render(request, "casework/mine.html", known)


@require_safe
def year(request: HttpRequest) -> HttpResponse:
    """The yearly review: sums and lessons of closed cases, without names."""
    user = user_of(request)
    if not user.may("review_cases"):
        raise PermissionDenied
    years = review.years(user.municipality_id)
    asked = request.GET.get("jaar", "")
    chosen = int(asked) if asked in map(str, years) else next(iter(years), timezone.localdate().year - 1)
    trace.note("lessons seen", cases.KIND, f"jaar {chosen}", actor=user.pk, municipality=user.municipality_id)
    known = {"review": review.review(user.municipality_id, chosen, language=user.language), "years": years}
    return render(request, "casework/review.html", known)


@require_safe
def plan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The plan of approach in its two views, with suggestions that come from the case's own signals."""
    user = user_of(request)
    seen = cases.read_case(user, pk)
    lines = [(aim, planning.line(seen, aim)) for aim in Aim]
    known = {
        "seen": seen,
        "case": seen.case,
        "lines": lines,
        "suggestions": planning.suggested(seen),
        "writes": seen.sight.writes or bool(seen.writable),
        "today": timezone.localdate(),
    }
    return render(request, "casework/plan.html", known)


def _writer(request: HttpRequest, pk: UUID) -> cases.Seen:
    """The case, for who may write in it or in one of its tracks. Refused is 404, traced."""
    return cases.to_write_somewhere(user_of(request), pk)


def _places(seen: cases.Seen) -> dict[str, Any]:
    return {"tracks": seen.writable, "whole": seen.sight.writes}


@ask_and_do
def goal(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Add a goal to the plan."""
    seen = _writer(request, pk)

    def write(form: HouseForm) -> None:
        services.set_goal(seen.case, by=seen.user, **form.cleaned_data)

    ask = Ask(title=_("Nieuw doel"), button=_("Voeg toe"), back=PLAN, once=True)
    return act(request, seen, lambda data, now: GoalForm(data, **_places(seen)), write, ask)


@require_POST
def reached(request: HttpRequest, pk: UUID, goal_pk: UUID) -> HttpResponse:
    """A goal is reached, or after all not yet."""
    seen = _writer(request, pk)
    found = access.goal_of(seen, goal_pk)
    if not seen.sight.may_write(found.track_id):
        cases.refuse(seen.user, pk)
    services.reach_goal(found, reached=request.POST.get("bereikt") != "nee", by=seen.user)
    return redirect(PLAN, pk)


@ask_and_do
def action(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Agree on an action point; a barrier can be taken over from a suggestion (`?barriere=`)."""
    seen = _writer(request, pk)
    first = {
        "barrier": request.GET.get("barriere", ""),
        "aim": Aim.DISRUPTION if "barriere" in request.GET else "",
    }

    def make(data: Any, now: Case) -> ActionForm:
        people, goals = access.owners_for(seen), access.goals_of(seen)
        return ActionForm(
            data, people=people, goals=goals, language=seen.user.language, type_=seen.case.main_type, initial=first,
            **_places(seen),
        )  # fmt: skip

    def write(form: Any) -> None:
        services.agree(seen.case, services.Wanted(**form.chosen), by=seen.user)

    ask = Ask(title=_("Nieuw actiepunt"), button=_("Spreek af"), back=PLAN, done=_("Afgesproken."), once=True)
    return act(request, seen, make, write, ask)


@ask_and_do
def settle(request: HttpRequest, pk: UUID, action_pk: UUID) -> HttpResponse:
    """Say how an action point stands: the owner may, and who writes there. Others who see it read it here."""
    seen = cases.read_case(user_of(request), pk)
    found = access.action_of(seen, action_pk)
    if not access.may_settle(seen, found):
        if request.method == "POST":
            cases.refuse(seen.user, pk)
        return render(request, "casework/action.html", {"case": seen.case, "action": found})
    services.opened(found, by=seen.user)

    def make(data: Any, now: Case) -> SettleForm:
        line = access.action_of(seen, action_pk)
        return SettleForm(data, initial={"state": line.state, "result": line.result, "seen": line.revision})

    def write(form: HouseForm) -> None:
        services.settle(found, by=seen.user, **form.cleaned_data)

    ask = Ask(title=_("Actiepunt"), button=_("Leg vast"), back=PLAN, hint="casework/_action.html")
    return act(request, seen, make, write, ask, action=found, writes=seen.sight.may_write(found.track_id))


@ask_and_do
def change(request: HttpRequest, pk: UUID, action_pk: UUID) -> HttpResponse:
    """Another owner, day or words for an action point."""
    seen = _writer(request, pk)
    found = access.action_of(seen, action_pk)
    if not seen.sight.may_write(found.track_id):
        cases.refuse(seen.user, pk)

    def make(data: Any, now: Case) -> ChangeForm:
        line = access.action_of(seen, action_pk)
        first = {"text": line.text, "owner": str(line.owner_id), "due_on": line.due_on, "seen": line.revision}
        return ChangeForm(data, people=access.owners_for(seen), initial=first)

    def write(form: HouseForm) -> None:
        services.change(found, by=seen.user, **form.cleaned_data)

    return act(request, seen, make, write, Ask(title=_("Wijzig het actiepunt"), button=_("Bewaar"), back=PLAN))


@ask_and_do
def decision(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write down a decision."""
    seen = _writer(request, pk)

    def write(form: HouseForm) -> None:
        services.decide(seen.case, by=seen.user, **form.cleaned_data)

    ask = Ask(title=_("Nieuw besluit"), button=_("Leg vast"), once=True)
    return act(request, seen, lambda data, now: DecisionForm(data, **_places(seen)), write, ask)


@ask_and_do
def note(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Note something, with files."""
    seen = _writer(request, pk)

    def make(data: Any, now: Case) -> NoteForm:
        return NoteForm(data, request.FILES if data is not None else None, **_places(seen))

    def write(form: HouseForm) -> None:
        data = form.cleaned_data
        files.note_with(seen.case, data["attachments"], text=data["text"], track=data["track"], by=seen.user)

    return act(request, seen, make, write, Ask(title=_("Nieuwe aantekening"), button=_("Bewaar"), once=True))


@require_safe
def file(request: HttpRequest, pk: UUID, file_pk: UUID) -> HttpResponse:
    """Fetch a file."""
    seen = cases.look(user_of(request), pk)
    return download(access.read_file(seen, file_pk))


@ask_and_do
def close(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Close the case, with its outcome and what was learned."""
    seen = cases.to_lead(user_of(request), pk)

    def make(data: Any, now: Case) -> CloseForm:
        return CloseForm(data, initial={"seen": now.revision})

    def write(form: HouseForm) -> None:
        services.close(seen.case, by=seen.user, **form.cleaned_data)

    ask = Ask(
        title=_("Sluit de casus"), button=_("Sluit"), done=_("De casus is gesloten. De bewaartermijn loopt vanaf vandaag."),
        lead=_("Wie is toegelaten, ziet de casus daarna niet meer. Jullie zelf lezen alles tot de bewaartermijn om is. Heropenen kan altijd."),
    )  # fmt: skip
    return act(request, seen, make, write, ask)
