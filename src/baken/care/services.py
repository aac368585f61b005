"""Writing in the file of a victim. One verb a function, each in one transaction with its event and its trace.

`seen` is the revision that the person saw on the page. When a colleague was first it raises Changed and nothing is written.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from baken.accounts import access as people
from baken.accounts import mail
from baken.accounts.models import User
from baken.care import access
from baken.care.models import CareFile, FileEvent, LegalHappening, RouteChoice, TermConfirmation, TermSetAside
from baken.catalogue import load
from baken.coordination.models import Track
from baken.coordination.services import Changed, NotPossible
from baken.deadlines import Event
from baken.deadlines.confirming import mark
from baken.privacy import trace
from baken.routes import Overruling, evaluate


@dataclass(frozen=True, kw_only=True)
class Taken:
    """What is asked when somebody is taken in. `form` makes that the same form sent twice opens one file."""

    form: str
    alias: str
    situation: str = ""
    interpreter: str = ""
    secret: bool = False
    contact: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, Any] = field(default_factory=dict)


@transaction.atomic
def take_in(taken: Taken, *, by: User, track: Track | None = None) -> CareFile:
    """Open the file of somebody who needs help. Raises PermissionError without the role for it.

    Who may be a minor is treated as one by the route (Council of Europe Convention 10(3)).
    """
    if not by.may(access.GIVE):
        raise PermissionError
    file = CareFile(
        municipality=by.municipality, coordinator=by, opened_by=by, opened_on=timezone.localdate(), form=taken.form, track=track,
        danger=taken.answers.get("immediate_danger") is True, secret=taken.secret, alias=taken.alias,
        situation=taken.situation, interpreter=taken.interpreter, safe_contact=dict(taken.contact), answers=dict(taken.answers),
    )  # fmt: skip
    try:
        with transaction.atomic():
            file.save(force_insert=True)
    except IntegrityError:
        return CareFile.objects.get(form=taken.form, municipality=by.municipality)
    _event(file, "care opened", by=by)
    return file


def _event(file: CareFile, kind: str, *, by: User, new: str = "", old: str = "") -> None:
    FileEvent(
        file=file, municipality_id=file.municipality_id, by=by, at=timezone.now(), kind=kind, new=new, old=old
    ).save(force_insert=True)
    trace.note(kind, access.KIND, file.pk, actor=by.pk, municipality=file.municipality_id)


def _hold(file: CareFile, seen: int | None = None, *, closed: bool = False) -> CareFile:
    held = CareFile.objects.select_for_update().get(pk=file.pk)
    if seen is not None and held.revision != seen:
        raise Changed
    if held.is_closed and not closed:
        raise NotPossible(_("De hulp is afgesloten. Open het dossier eerst weer."))
    return held


def _save(file: CareFile, *fields: str) -> None:
    file.revision += 1
    file.save(update_fields=[*fields, "revision"])


@transaction.atomic
def edit(file: CareFile, *, seen: int, by: User, **values: Any) -> None:
    """Change how somebody is called, the situation, the interpreter or the safe contact. Raises Changed, NotPossible."""
    held = _hold(file, seen)
    before = held.situation if values.get("situation", held.situation) != held.situation else ""
    for name, value in values.items():
        setattr(held, name, value)
    _save(held, *values)
    _event(held, "care edited", by=by, old=before)


@transaction.atomic
def answer(file: CareFile, question: str, value: object, *, by: User) -> None:
    """Keep the answer to one question of the route; None takes it back. Raises routes.WrongAnswer, NotPossible."""
    held = _hold(file)
    answers = {**(held.answers or {}), question: value}
    if value is None:
        answers.pop(question)
    evaluate(answers)
    held.answers, held.danger = answers, answers.get("immediate_danger") is True
    _save(held, "answers", "danger")
    _event(held, "answered", by=by, new=question)


@transaction.atomic
def choose(
    file: CareFile, *, follows: bool, why: str, by: User, seen: int, overruled: Sequence[Overruling] = ()
) -> RouteChoice:
    """Decide about the route as it stands now, or otherwise with a reason; the same twice is once. Raises Changed, NotPossible."""
    held = _hold(file, seen)
    if not (follows or why.strip()):
        raise NotPossible(_("Schrijf op waarom je een andere route kiest."))
    last = RouteChoice.objects.filter(file=held).first()
    if last and (last.by_id, last.follows, last.chosen, last.kept) == (by.pk, follows, why, held.answers or {}):
        return last
    outcome = evaluate(held.answers or {}, overruled=overruled)
    made = RouteChoice(
        file=held, municipality_id=held.municipality_id, by=by, at=timezone.now(), content=outcome.version, follows=follows,
        rules=" ".join(each.rule.code for each in outcome.applied), kept=held.answers or {}, chosen=why,
        overruled=[[each.rule, each.applies, each.reason] for each in overruled],
    )  # fmt: skip
    made.save(force_insert=True)
    _event(held, "route chosen", by=by)
    return made


@transaction.atomic
def happened(
    file: CareFile,
    event: str,
    *,
    by: User,
    on: date | None = None,
    moment: datetime | None = None,
    remark: str = "",
) -> None:
    """Write down something that starts or ends a term. Without a day or moment the clock says that the date is missing.
    The same event on the same day, sent twice, is once.

    Raises NotPossible for something that the content does not know, or a day that cannot be.
    """
    held = _hold(file)
    if event not in load().events:
        raise NotPossible(_("Kies een gebeurtenis uit de lijst."))
    try:
        Event(event, on=on, at=moment)
    except ValueError:
        raise NotPossible(_("Deze dag kan niet. Controleer het jaar.")) from None
    if LegalHappening.objects.filter(file=held, event=event, on=on, moment=moment, withdrawn_at=None).exists():
        return
    LegalHappening(
        file=held, municipality_id=held.municipality_id, by=by, at=timezone.now(), event=event, on=on, moment=moment,
        remarked=remark,
    ).save(force_insert=True)  # fmt: skip
    _event(held, "happened", by=by, new=event)


@transaction.atomic
def take_back(happening: LegalHappening, *, by: User) -> None:
    """It did not happen, or not like this. It stays readable in the timeline; twice is once."""
    held = LegalHappening.objects.select_for_update().select_related("file").get(pk=happening.pk)
    if held.withdrawn_at is None:
        held.withdrawn_at, held.withdrawn_by = timezone.now(), by
        held.save(update_fields=["withdrawn_at", "withdrawn_by"])
        _event(held.file, "taken back", by=by, new=held.event)


@transaction.atomic
def set_aside(file: CareFile, term: str, *, because: str, by: User) -> None:
    """A term does not hold for this person, and why. Raises NotPossible without a reason or for an unknown term."""
    held = _hold(file)
    if term not in load().deadlines or not because.strip():
        raise NotPossible(_("Schrijf op waarom deze termijn niet geldt."))
    known = {"municipality_id": held.municipality_id, "by": by, "at": timezone.now(), "because": because}
    TermSetAside.objects.get_or_create(file=held, term=term, lifted_at=None, defaults=known)
    _event(held, "term set aside", by=by, new=term)


@transaction.atomic
def lift(file: CareFile, term: str, *, by: User) -> None:
    """The term holds after all. Twice is once."""
    held = _hold(file)
    if TermSetAside.objects.filter(file=held, term=term, lifted_at=None).update(lifted_at=timezone.now()):
        _event(held, "term holds", by=by, new=term)


@transaction.atomic
def hand_to(file: CareFile, colleague: User, *, by: User) -> None:
    """Give the file to another care coordinator of the municipality, who is told. Raises NotPossible for anybody else."""
    held = _hold(file)
    if colleague not in people.holders_of(access.GIVE, held.municipality_id):
        raise NotPossible(_("Deze collega is geen zorgcoördinator van jullie gemeente."))
    held.coordinator = colleague
    _save(held, "coordinator")
    _event(held, "handed to", by=by)
    mail.tell(
        [colleague],
        subject=gettext_noop("Er wacht iets op je in Baken"),
        body=gettext_noop("Een collega gaf je een dossier. Meld je aan in Baken om het te zien."),
    )


@transaction.atomic
def close(file: CareFile, *, by: User, seen: int) -> None:
    """The help has ended; from this day the term of keeping counts. Raises Changed, NotPossible when it is closed."""
    held = _hold(file, seen)
    held.closed_on, held.danger = timezone.localdate(), False
    _save(held, "closed_on", "danger")
    _event(held, "care closed", by=by)


@transaction.atomic
def reopen(file: CareFile, *, by: User) -> None:
    """Help begins again. Twice is once."""
    held = _hold(file, closed=True)
    if held.is_closed:
        held.closed_on = None
        _save(held, "closed_on")
        _event(held, "care reopened", by=by)


@transaction.atomic
def confirm_term(term: str, *, looked_at: str, by: User) -> None:
    """The municipality looked a term up and it is right as it stands. Raises PermissionError, NotPossible without where it was looked up."""
    if not by.may(access.GIVE):
        raise PermissionError
    found = load().deadlines.get(term)
    if found is None or not looked_at.strip():
        raise NotPossible(_("Schrijf op waar je dit hebt nagezocht."))
    known = {"by": by, "on": timezone.localdate(), "looked_at": looked_at}
    made = TermConfirmation.objects.get_or_create(
        municipality=by.municipality, term=term, mark=mark(found), defaults=known
    )
    if made[1]:
        trace.note("term confirmed", access.KIND, term, actor=by.pk, municipality=by.municipality_id)
