"""Pages of cases: the list, one case, and what one does with it as a whole."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from baken.accounts.who import user_of
from baken.coordination import access, linked, lists, services, told
from baken.coordination.acting import Ask, act
from baken.coordination.forms import (
    CriteriaForm,
    EditForm,
    MoveForm,
    OpenForm,
    RecordForm,
    TrackEditForm,
    TrackForm,
)
from baken.coordination.models import Case
from baken.coordination.phases import CRITERIA, RULES, Phase, fits_safety_house
from baken.signals.line import due_words
from baken.ui.forms import HouseForm, new_secret
from baken.ui.ids import is_id
from baken.ui.pages import leaf

PER_PAGE = 25
ask_and_do = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def cases(request: HttpRequest) -> HttpResponse:
    """The cases that one sees, by list."""
    user, today = user_of(request), timezone.localdate()
    asked = request.GET.get("lijst", "")
    chosen = asked if asked in lists.CaseList.values else lists.CaseList.OPEN.value
    page = leaf(lists.on_list(user, chosen, today=today), PER_PAGE, request.GET.get("pagina"))
    known = {
        "lists": [(each.value, each.label, each.value == chosen) for each in lists.CaseList],
        "chosen": chosen,
        "page": page,
        "rows": lists.rows(page.object_list, user, today=today),
        "to_take": list(access.reports_to_take(user)[:10]) if user.may(access.OPEN) else [],
        "may_open": user.may(access.OPEN),
        "asking": lists.asking(user),
    }
    return render(request, "cases/list.html", known)


@ask_and_do
def new(request: HttpRequest) -> HttpResponse:
    """Open a case, directly or from a report (`?melding=`)."""
    user = user_of(request)
    pk = request.GET.get("melding")
    report = access.report_to_take(user, UUID(pk)) if is_id(pk) else None
    access.reports_to_take(user)  # refuses who may not open
    form = OpenForm(request.POST if request.method == "POST" else None, initial=_from_report(report))
    if form.is_valid():
        case = services.open_case(services.Told(**form.cleaned_data), by=user, report=report)
        return redirect("cases:case", case.pk)
    known = {"form": form, "report": report}
    return render(request, "cases/new.html", known, status=422 if form.errors else 200)


def _from_report(report: Any) -> dict[str, Any]:
    first: dict[str, Any] = {"form": new_secret()}
    return first | {"urgency": report.urgency, "main_type": report.main_type} if report else first


@require_safe
def case(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One case: what this person may see of it."""
    user = user_of(request)
    seen = access.read_case(user, pk)
    rule, told_now = RULES[seen.case.phase], seen.case.recorded or {}
    found = linked.linked(seen)
    linked.saw(seen, found)
    known = {
        "seen": seen,
        "case": seen.case,
        "linked": found,
        "rule": rule,
        "recorded": _recorded(told_now, seen.case.phase),
        "earlier": [
            (Phase(each).label, _recorded(told_now, each))
            for each in RULES
            if each in told_now and each != seen.case.phase
        ],
        "criteria": _criteria(seen.case.criteria or {}),
        "fits": fits_safety_house(seen.case.criteria or {}),
        "reports": access.reports_of(seen),
        "events": [(event, told.words_of(event)) for event in access.events_of(seen)],
        "today": timezone.localdate(),
        "due": due_words(seen.case.due_on, timezone.localdate()),
    }
    return render(request, "cases/case.html", known)


def _recorded(told: dict[str, dict[str, str]], phase: str) -> list[tuple[Any, str]]:
    return [(words, told.get(phase, {}).get(key, "")) for key, words in RULES[phase].records]


def _criteria(answers: dict[str, dict[str, str]]) -> list[tuple[Any, Any, str]]:
    met = dict(CriteriaForm.MET)
    found = [(words, answers.get(key, {})) for key, words in CRITERIA]
    return [(words, met.get(answer.get("met", "")), answer.get("why", "")) for words, answer in found if answer]


@require_safe
def report(request: HttpRequest, pk: UUID, report_pk: UUID) -> HttpResponse:
    """One report of this case, to read. Who reported stays with the focal officer."""
    seen = access.read_whole(user_of(request), pk)
    found = access.read_report(seen, report_pk)
    return render(request, "cases/report.html", {"case": seen.case, "report": found})


@ask_and_do
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change the frame of a case."""
    seen = access.to_write(user_of(request), pk)

    def make(data: Any, now: Case) -> EditForm:
        first = {name: getattr(now, name) for name in ("name", "picture", "urgency", "main_type")}
        return EditForm(data, initial=first | {"seen": now.revision})

    def write(form: HouseForm) -> None:
        services.edit_case(seen.case, by=seen.user, **form.cleaned_data)

    return act(request, seen, make, write, Ask(title=_("Wijzig de casus"), button=_("Bewaar")))


@ask_and_do
def records(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write down what must be recorded in this phase."""
    seen = access.to_write(user_of(request), pk)
    asked = request.POST.get("phase", "")
    phase = asked if asked in Phase.values else seen.case.phase

    def make(data: Any, now: Case) -> RecordForm:
        told = now.recorded or {}
        first = RecordForm.first(told.get(phase) or told.get(f"{phase}:before", {}))
        return RecordForm(data, phase=phase, initial=first | {"seen": now.revision, "phase": phase})

    def write(form: Any) -> None:
        services.record(seen.case, form.answers, phase=phase, seen=form.cleaned_data["seen"], by=seen.user)

    ask = Ask(title=str(Phase(phase).label), lead=_("Dit leg je in deze fase vast."), button=_("Leg vast"))
    return act(request, seen, make, write, ask)


@ask_and_do
def criteria(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Go by the criteria of the Zorg- en Veiligheidshuis."""
    seen = access.to_lead(user_of(request), pk)

    def make(data: Any, now: Case) -> CriteriaForm:
        known = (now.criteria or {}).items()
        first = {f"{key}_{what}": value for key, each in known for what, value in each.items()}
        return CriteriaForm(data, initial=first | {"seen": now.revision})

    def write(form: Any) -> None:
        services.judge_criteria(seen.case, form.answers, seen=form.cleaned_data["seen"], by=seen.user)

    ask = Ask(
        title=_("Past dit bij het Zorg- en Veiligheidshuis?"), button=_("Leg vast"),
        lead=_("Alle drie moeten waar zijn. Twijfel je? Bel het Zorg- en Veiligheidshuis."),
    )  # fmt: skip
    return act(request, seen, make, write, ask)


@ask_and_do
def move(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put the case in another phase, or open a closed one again."""
    seen = access.to_lead(user_of(request), pk)

    def make(data: Any, now: Case) -> MoveForm:
        return MoveForm(data, case=now, initial={"seen": now.revision})

    def write(form: HouseForm) -> None:
        services.move(seen.case, by=seen.user, **form.cleaned_data)

    ask = Ask(
        title=_("Heropen de casus") if seen.case.is_closed else _("Naar een andere fase"),
        button=_("Ga naar deze fase"),
        done=_("De casus staat in een andere fase."),
    )
    return act(request, seen, make, write, ask)


@ask_and_do
def new_track(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Begin a track of its own."""
    seen = access.to_write(user_of(request), pk)

    def write(form: HouseForm) -> None:
        services.add_track(seen.case, by=seen.user, **form.cleaned_data)

    ask = Ask(
        title=_("Nieuw spoor"), button=_("Voeg toe"), once=True, done=_("Het spoor staat erbij."),
        lead=_("Elk spoor is apart te delen: een partner ziet alleen de sporen waarvoor je toegang geeft."),
    )  # fmt: skip
    return act(request, seen, lambda data, now: TrackForm(data), write, ask)


@ask_and_do
def track(request: HttpRequest, pk: UUID, track_pk: UUID) -> HttpResponse:
    """Change what a track says."""
    seen = access.to_write(user_of(request), pk, track_pk)
    found = access.track_of(seen, track_pk)

    def make(data: Any, now: Case) -> TrackEditForm:
        line = access.track_of(seen, track_pk)
        return TrackEditForm(data, initial={"name": line.name, "summary": line.summary, "seen": line.revision})

    def write(form: HouseForm) -> None:
        services.edit_track(found, by=seen.user, **form.cleaned_data)

    return act(request, seen, make, write, Ask(title=_("Wijzig het spoor"), button=_("Bewaar")))


@require_POST
def take_report(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Add a report to this case, by its number."""
    seen = access.to_lead(user_of(request), pk)
    found = access.report_called(seen.user, request.POST.get("melding", ""))
    if found is None:
        messages.warning(request, _("Er is geen melding met dit nummer die je kunt lezen. Kijk het nummer na."))
        return redirect("cases:case", pk)
    try:
        services.take_report(seen.case, found, by=seen.user)
        messages.success(request, _("De melding hoort nu bij deze casus."))
    except services.NotPossible as why:
        messages.warning(request, str(why))
    return redirect("cases:case", pk)
