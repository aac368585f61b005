"""Writing who sees a case: let in, take back, shut out, ask, answer. One verb a function, with its event and its trace."""

from collections.abc import Iterable
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from baken.accounts import access as people
from baken.accounts import mail
from baken.accounts.models import User
from baken.admission import judging
from baken.coordination import access
from baken.coordination.models import AccessRequest, Case, CaseExclusion, CaseGrant
from baken.coordination.scope import Scope as Scope
from baken.coordination.services import NotPossible, event, hold
from baken.privacy import trace
from baken.privacy.models import Trace

LONGEST = timedelta(days=366)
TRIES_A_DAY = 10


@transaction.atomic
def grant(case: Case, user: User, scope: Scope, *, by: User) -> CaseGrant:
    """Let somebody in. Raises NotPossible for who cannot, nothing to see, a day that is past or too far away, or a ground
    that does not allow it.
    """
    case = hold(case)
    _check(case, user, scope)
    recipient, refused = judging.judge(case, user, scope, by=by)
    if refused:
        raise NotPossible(refused)
    now = timezone.now()
    given = CaseGrant(
        case=case, municipality_id=case.municipality_id, user=user, whole=scope.whole, writes=scope.writes,
        purpose=scope.purpose, ground=scope.ground, since=timezone.localdate(), until=scope.until, by=by, at=now,
        reason=scope.reason, organisation_id=user.organisation_id, recipient=recipient,
    )  # fmt: skip
    given.save(force_insert=True)
    given.tracks.set(() if scope.whole else scope.tracks)
    _settle_request(case, user, by)
    event(case, "granted", by=by, about=user, new=scope.until.isoformat(), text=scope.reason)
    mail.tell(
        [user],
        subject=gettext_noop("Er wacht iets op je in Baken"),
        body=gettext_noop("Je kunt meewerken aan een casus. Meld je aan in Baken om te zien welke."),
    )
    return given


def _settle_request(case: Case, user: User, by: User) -> None:
    """Who is let in while a request of theirs waits has their answer."""
    waiting = AccessRequest.objects.filter(case=case, user=user, decided_at=None)
    waiting.update(decided_by=by, decided_at=timezone.now(), granted=True)


def _check(case: Case, user: User, scope: Scope) -> None:
    today = timezone.localdate()
    if user not in access.colleagues_for(case):
        raise NotPossible(_("Deze persoon kan niet in casussen werken. Kies iemand anders."))
    if access.is_excluded(user, case):
        raise NotPossible(_("Deze persoon is van deze casus uitgesloten. Hef dat eerst op."))
    if not scope.whole and not scope.tracks:
        raise NotPossible(_("Kies ten minste één spoor, of de hele casus."))
    if any(track.case_id != case.pk for track in scope.tracks):
        raise NotPossible(_("Kies een spoor van deze casus."))
    if not today <= scope.until <= today + LONGEST:
        raise NotPossible(_("Kies een dag vanaf vandaag, hooguit een jaar vooruit."))


@transaction.atomic
def revoke(given: CaseGrant, *, reason: str, by: User) -> None:
    """Take it back; it gives nothing from this moment. Twice is once."""
    held = CaseGrant.objects.select_for_update().select_related("case", "user").get(pk=given.pk)
    if held.revoked_at is not None:
        return
    held.revoked_by, held.revoked_at, held.revoke_reason = by, timezone.now(), reason
    held.save(update_fields=["revoked_by", "revoked_at", "revoke_reason"])
    event(held.case, "revoked", by=by, about=held.user, text=reason)


@transaction.atomic
def exclude(case: Case, user: User, *, reason: str, by: User) -> None:
    """Shut somebody out whatever their role (conflict of interest); what let them in is taken back.

    Raises NotPossible for the director; twice is once.
    """
    case = hold(case)
    if user.pk == case.director_id:
        raise NotPossible(_("Dit is de regisseur van deze casus. Geef de casus eerst aan een collega."))
    try:
        with transaction.atomic():
            CaseExclusion(
                case=case, municipality_id=case.municipality_id, user=user, by=by, at=timezone.now(), reason=reason
            ).save(force_insert=True)
    except IntegrityError:
        return
    for given in CaseGrant.objects.filter(case=case, user=user, revoked_at=None):
        revoke(given, reason=reason, by=by)
    event(case, "excluded", by=by, about=user, text=reason)


@transaction.atomic
def lift(exclusion: CaseExclusion, *, reason: str, by: User) -> None:
    """Somebody may be let in again. Twice is once."""
    held = CaseExclusion.objects.select_for_update().select_related("case", "user").get(pk=exclusion.pk)
    if held.lifted_at is not None:
        return
    held.lifted_by, held.lifted_at = by, timezone.now()
    held.save(update_fields=["lifted_by", "lifted_at"])
    event(held.case, "exclusion lifted", by=by, about=held.user, text=reason)


@transaction.atomic
def ask(case: Case | None, *, reason: str, by: User) -> None:
    """Ask the director to be let in. Without a case (the number is nobody's), or for who may not be let in, nothing more
    happens than the trace of the try, and who asks cannot tell. Raises NotPossible when they tried too often today.
    """
    today = Trace.objects.filter(actor=str(by.pk), verb="access asked", on=timezone.localdate()).count()
    if today >= TRIES_A_DAY:
        raise NotPossible(_("Je vroeg vandaag al vaak om toegang. Bel de regisseur, of probeer het morgen."))
    known = case if case is not None and by.municipality.region_id == case.municipality.region_id else None
    record, here = (known.pk, known.municipality_id) if known else ("unknown", by.municipality_id)
    trace.note("access asked", access.KIND, record, actor=by.pk, municipality=here)
    if known is None or access.is_excluded(by, known):
        return
    asked = {"municipality_id": known.municipality_id, "at": timezone.now(), "reason": reason}
    _row, new = AccessRequest.objects.get_or_create(case=known, user=by, decided_at=None, defaults=asked)
    if new:
        mail.tell(
            people.on_duty([known.director], timezone.localdate()),
            subject=gettext_noop("Er wacht iets op je in Baken"),
            body=gettext_noop("Iemand vraagt toegang tot een casus. Meld je aan in Baken om te kiezen."),
        )


@transaction.atomic
def answer(request: AccessRequest, scope: Scope | None, *, words: str, by: User) -> None:
    """Let in who asked, or say no (no scope). Raises NotPossible, also when it was answered already."""
    held = AccessRequest.objects.select_for_update().select_related("case", "user").get(pk=request.pk)
    if held.decided_at is not None:
        raise NotPossible(_("Een collega heeft dit verzoek al beantwoord."))
    if scope is not None:
        grant(held.case, held.user, scope, by=by)
    held.decided_by, held.decided_at, held.granted, held.answer = by, timezone.now(), scope is not None, words
    held.save(update_fields=["decided_by", "decided_at", "granted", "answer"])
    if scope is None:
        event(held.case, "access refused", by=by, about=held.user, text=words)


@transaction.atomic
def end_all(case: Case, *, by: User) -> None:
    """The case is closed: nobody needs to be let in any longer."""
    for given in CaseGrant.objects.filter(case=case, revoked_at=None, until__gte=timezone.localdate()):
        revoke(given, reason=_("De casus is gesloten."), by=by)


def requests_waiting(cases: Iterable[Case]) -> list[AccessRequest]:
    """The requests that wait for an answer in these cases, oldest first."""
    return list(AccessRequest.objects.filter(case__in=cases, decided_at=None).select_related("user", "case"))
