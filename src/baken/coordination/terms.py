"""The terms of the phases as a municipality set them: reading the newest, setting others, and moving the last day along.

What is set holds from then on: for the phase that a case enters, and when its urgency changes. What is due already stays.
"""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from baken.accounts.models import Municipality, User
from baken.coordination.models import Case, PhaseTermSetting
from baken.coordination.phases import Phase, PhaseTerms, due, due_after_change
from baken.privacy import trace
from baken.signals.moves import terms_of as office_of
from baken.ui.acting import Changed as Changed

MANAGE = "manage_settings"
Days = dict[str, dict[str, int]]  # by phase, by urgency


def terms_of(municipality: UUID) -> PhaseTerms:
    """The terms of this municipality (its id), with its own closing days."""
    found = PhaseTermSetting.objects.filter(municipality=municipality).first()
    days = found.days.items() if found else ()
    own = {(phase, urgency): count for phase, each in days for urgency, count in each.items()}
    return PhaseTerms(own, office_of(municipality).closed)


def history(user: User) -> list[PhaseTermSetting]:
    """What was set for this person's municipality, newest first. Raises PermissionDenied."""
    if not user.may(MANAGE):
        raise PermissionDenied
    return list(PhaseTermSetting.objects.filter(municipality=user.municipality_id).select_related("by"))


@transaction.atomic
def set_terms(days: Days, *, reason: str, seen: str, by: User) -> PhaseTermSetting | None:
    """Set the terms of this person's municipality; the same once more changes nothing. Raises Changed and PermissionDenied."""
    if not by.may(MANAGE):
        raise PermissionDenied
    place = Municipality.objects.select_for_update().get(pk=by.municipality_id)
    now = PhaseTermSetting.objects.filter(municipality=place).first()
    if (now.days if now else {}) == days:
        return now
    if seen != (str(now.pk) if now else ""):
        raise Changed
    made = PhaseTermSetting(municipality=place, days=days, reason=reason, by=by, at=timezone.now())
    made.save(force_insert=True)
    trace.note("phase terms set", "municipality", place.pk, actor=by.pk, municipality=place.pk)
    return made


def follow_urgency(case: Case, was: str) -> None:
    """Let the last day follow a changed urgency, where the municipality set a term for it. Does not save.

    In the execution the term began with the last progress, of which no day is kept: there it begins today.
    """
    terms, today = terms_of(case.municipality_id), timezone.localdate()
    if case.urgency == was or not {(case.phase, case.urgency), (case.phase, was)} & terms.days.keys():
        return
    start = today if case.phase == Phase.EXECUTION else case.phase_since
    case.due_on = due_after_change(case.due_on, due(case.phase, start, terms, urgency=case.urgency), today)
