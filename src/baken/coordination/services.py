"""Writing cases: open, take in a report, edit, move, add a track. One verb a function, each with its event and its trace.

`seen` is the revision that the person saw on the page. When a colleague was first it raises Changed and nothing is written.
"""

from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from baken.accounts import mail
from baken.accounts.models import User
from baken.coordination import access, terms
from baken.coordination.models import Case, CaseEvent, CaseReport, Track
from baken.coordination.phases import RULES, STEPS, Phase, due, missing
from baken.coordination.terms import terms_of
from baken.privacy import trace
from baken.signals.models import Report
from baken.signals.urgency import Urgency
from baken.ui.acting import Changed as Changed
from baken.ui.acting import NotPossible as NotPossible


@dataclass(frozen=True, kw_only=True)
class Told:
    """What is asked when a case opens. `form` makes that the same form sent twice opens one case."""

    form: str
    name: str
    picture: str = ""
    urgency: str = Urgency.NORMAL
    main_type: str = ""
    secret: bool = False


@transaction.atomic
def open_case(told: Told, *, by: User, report: Report | None = None) -> Case:
    """Open a case, from a report or directly; who opens it directs it. Raises PermissionError without the capability.

    A report that was weighed makes a case that begins with the weighing: nobody writes the same down twice.
    """
    if not by.may(access.OPEN):
        raise PermissionError
    try:
        with transaction.atomic():
            case = _new(told, by, Phase.WEIGHING if report and report.weighings.exists() else Phase.REPORT)
    except IntegrityError:
        return Case.objects.get(form=told.form, municipality=by.municipality)
    event(case, "opened", by=by, new="secret" if told.secret else "")
    if report is not None:
        take_report(case, report, by=by)
    return case


def _new(told: Told, by: User, phase: str) -> Case:
    today = timezone.localdate()
    case = Case(
        municipality=by.municipality, opened_on=today, opened_by=by, director=by, phase=phase, phase_since=today, form=told.form,
        urgency=told.urgency, main_type=told.main_type, secret=told.secret, name=told.name, picture=told.picture,
        due_on=due(phase, today, terms_of(by.municipality_id), urgency=told.urgency), recorded={}, criteria={},
    )  # fmt: skip
    case.save(force_insert=True)
    return case


def event(case: Case, kind: str, *, by: User, **more: Any) -> CaseEvent:
    """Write down what happened, for the timeline, and leave a trace. Call it in the transaction of what happened."""
    told = CaseEvent(case=case, municipality_id=case.municipality_id, kind=kind, by=by, at=timezone.now(), **more)
    told.save(force_insert=True)
    trace.note(kind, access.KIND, case.pk, actor=by.pk, municipality=case.municipality_id)
    return told


def hold(case: Case, seen: int | None = None) -> Case:
    """The case as it is now, for nobody else to change in this transaction. Raises Changed."""
    held = Case.objects.select_for_update().get(pk=case.pk)
    if seen is not None and held.revision != seen:
        raise Changed
    return held


def hold_open(case: Case) -> Case:
    """The same for a case in which work is still done. Raises NotPossible for a closed one."""
    held = hold(case)
    if held.is_closed:
        raise NotPossible(_("Deze casus is gesloten. Heropen de casus eerst."))
    return held


def _save(case: Case, *fields: str) -> None:
    case.revision += 1
    case.save(update_fields=[*fields, "revision"])


@transaction.atomic
def take_report(case: Case, report: Report, *, by: User) -> None:
    """Make a report part of this case; twice is once. Raises NotPossible for one of another municipality, or a closed case."""
    hold_open(case)
    if report.municipality_id != case.municipality_id:
        raise NotPossible(_("Deze melding is van een andere gemeente."))
    known = {"municipality_id": case.municipality_id, "by": by, "at": timezone.now()}
    _row, new = CaseReport.objects.get_or_create(case=case, report=report, defaults=known)
    if new:
        event(case, "report taken", by=by, new=report.number)
        trace.note(
            "taken in a case", "report", report.pk, actor=by.pk, municipality=case.municipality_id, why=case.number
        )


@transaction.atomic
def edit_case(case: Case, *, seen: int, by: User, **values: Any) -> None:
    """Change the working name, picture, urgency or type. Raises Changed."""
    case = hold(case, seen)
    before, was = case.picture if values.get("picture", case.picture) != case.picture else "", case.urgency
    for field, value in values.items():
        setattr(case, field, value)
    terms.follow_urgency(case, was)
    _save(case, *values, "due_on")
    event(case, "edited", by=by, text=before)


@transaction.atomic
def record(case: Case, answers: dict[str, str], *, phase: str, seen: int, by: User) -> None:
    """Write down what must be recorded in this phase; progress in the execution begins its term anew. Raises Changed.

    What stood there goes with the event, so that nothing that was recorded is lost.
    """
    case = hold(case, seen)
    if case.phase != phase:
        raise Changed
    known, before = dict(RULES[phase].records), (case.recorded or {}).get(phase, {})
    case.recorded = {**(case.recorded or {}), phase: {key: answers[key] for key in answers if key in known}}
    if phase == Phase.EXECUTION:
        case.due_on = due(phase, timezone.localdate(), terms_of(case.municipality_id), urgency=case.urgency)
    _save(case, "recorded", "due_on")
    event(case, "recorded", by=by, new=phase, text=as_told(before, known))


def as_told(answers: dict[str, str], known: dict[str, Any]) -> str:
    """What was recorded, as text: each question with its answer."""
    return "\n".join(f"{known[key]}: {text}" for key, text in answers.items() if text and key in known)


@transaction.atomic
def judge_criteria(case: Case, answers: dict[str, dict[str, str]], *, seen: int, by: User) -> None:
    """Write down which criteria of the Zorg- en Veiligheidshuis are met, and why. Raises Changed."""
    case = hold(case, seen)
    before = "\n".join(f"{key} {each['met']}: {each['why']}" for key, each in (case.criteria or {}).items())
    case.criteria = answers
    _save(case, "criteria")
    event(case, "criteria", by=by, text=before)


@transaction.atomic
def move(case: Case, to: str, *, reason: str, seen: int, by: User) -> None:
    """Put the case in another phase, where a new term begins. Raises Changed, and NotPossible when it may not go there yet."""
    case = hold(case, seen)
    if to not in STEPS[case.phase]:
        raise NotPossible(_("Van hier kan de casus daar niet heen."))
    if left := missing(case.phase, to, (case.recorded or {}).get(case.phase, {})):
        words = dict(RULES[case.phase].records)
        raise NotPossible(_("Leg eerst vast: %(what)s") % {"what": " ".join(str(words[key]) for key in left)})
    today, old = timezone.localdate(), case.phase
    case.recorded = begin_anew(case.recorded or {}, to)
    case.phase, case.phase_since = to, today
    case.due_on = due(to, today, terms_of(case.municipality_id), urgency=case.urgency)
    case.closed_on = today if to == Phase.CLOSED else None
    case.outcome = "" if old == Phase.CLOSED else case.outcome
    _save(case, "phase", "phase_since", "due_on", "closed_on", "recorded", "outcome")
    event(case, "moved", by=by, old=old, new=to, text=reason)


def begin_anew(recorded: dict[str, Any], phase: str) -> dict[str, Any]:
    """When a phase is entered again, what was recorded the last time is kept beside it and is to be confirmed anew."""
    told = recorded.get(phase)
    return {**recorded, phase: {}, f"{phase}:before": told} if told else recorded


@transaction.atomic
def give_to(case: Case, director: User, *, reason: str, seen: int, by: User) -> None:
    """Somebody else directs this case from now on. Raises Changed, and NotPossible for who cannot."""
    case = hold(case, seen)
    if director not in access.directors(case.municipality_id):
        raise NotPossible(_("Deze collega kan geen casus leiden. Kies iemand anders."))
    if access.is_excluded(director, case):
        raise NotPossible(_("Deze collega is van deze casus uitgesloten."))
    case.director = director
    _save(case, "director")
    event(case, "director", by=by, about=director, text=reason)
    mail.tell(
        [director],
        subject=gettext_noop("Er wacht werk in Baken"),
        body=gettext_noop("Jij leidt nu een casus. Meld je aan in Baken om te zien welke."),
    )


@transaction.atomic
def set_secret(case: Case, secret: bool, *, reason: str, seen: int, by: User) -> None:
    """Make a case extra secret, or no longer: then only its director and who was let in see it. Twice is once. Raises Changed."""
    case = hold(case)
    if case.secret == secret:
        return
    if case.revision != seen:
        raise Changed
    case.secret = secret
    _save(case, "secret")
    event(case, "secret on" if secret else "secret off", by=by, text=reason)


@transaction.atomic
def add_track(case: Case, *, kind: str, name: str, summary: str, by: User) -> Track:
    """Begin a track of its own: a victim, a suspect, a place, or who makes it possible."""
    case = hold_open(case)
    order = Track.objects.filter(case=case).count()
    track = Track(
        case=case, municipality_id=case.municipality_id, kind=kind, order=order, name=name, summary=summary
    )
    track.save(force_insert=True)
    event(case, "track added", by=by, track=track, new=kind)
    return track


@transaction.atomic
def edit_track(track: Track, *, name: str, summary: str, seen: int, by: User) -> None:
    """Change what a track says. Raises Changed."""
    held = Track.objects.select_for_update().select_related("case").get(pk=track.pk)
    if held.revision != seen:
        raise Changed
    before = held.summary if held.summary != summary else ""
    held.name, held.summary = name, summary
    held.revision += 1
    held.save(update_fields=["name", "summary", "revision"])
    event(held.case, "track edited", by=by, track=held, text=before)
