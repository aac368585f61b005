"""Reading cases: who may see which, and what of it. Reading one leaves a trace; what is not theirs does not exist (404)."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import NoReturn
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, QuerySet
from django.http import Http404
from django.utils import timezone

from baken.accounts import access as people
from baken.accounts.models import User
from baken.coordination.models import (
    CLOSED_RANK,
    AccessRequest,
    Case,
    CaseEvent,
    CaseExclusion,
    CaseGrant,
    CaseReport,
    Track,
)
from baken.coordination.seeing import NOTHING, Sight
from baken.coordination.sights import (
    LEAD,
    OPEN,
    SEE,
    Cases,
    cases_for,
    colleagues_for,
    directed_by,
    directed_cases,
    given,
    grants_on,
    is_excluded,
    led_by,
    people_seeing,
    sight_of,
    sights_of,
)
from baken.privacy import trace
from baken.signals.models import Report

KIND = "case"
HEX_OF_ID, SHOWN_OF_ID = 32, 6
NOT_FOR_ALL = (  # who was shut out or asked, and what was hidden, is for who decides on it
    "excluded", "exclusion lifted", "access asked", "access refused", "secret on", "secret off",
)  # fmt: skip


@dataclass(frozen=True)
class Seen:
    """A case with what this person sees of it."""

    case: Case
    sight: Sight
    user: User

    @property
    def ours(self) -> bool:
        """Whether this person works for the municipality of the case itself, and for no partner."""
        return is_of(self.user, self.case)

    @property
    def reads_reports(self) -> bool:
        """Whether this person reads the reports of the case: colleagues who see the whole. Others are given what they need."""
        return self.sight.whole and self.ours

    @cached_property
    def tracks(self) -> list[Track]:
        """The tracks that this person sees, in order."""
        found = Track.objects.filter(case=self.case)
        return list(found if self.sight.whole else found.filter(pk__in=self.sight.track_ids))

    @cached_property
    def writable(self) -> list[Track]:
        """The tracks in which this person may write."""
        return [track for track in self.tracks if self.sight.may_write(track.pk)]


def is_of(user: User, case: Case) -> bool:
    """Whether this person works for the municipality of the case, and for no partner."""
    return user.municipality_id == case.municipality_id and user.organisation_id is None


def refuse(user: User, pk: object) -> NoReturn:
    """What this person may not see does not exist: 404, with a trace. Raises Http404."""
    trace.note("refused", KIND, pk, actor=user.pk, municipality=user.municipality_id)
    raise Http404


def look(user: User, pk: UUID) -> Seen:
    """One case as this person sees it, without a trace: for what leaves its own. Refused is 404, traced."""
    if not user.may(SEE):
        raise PermissionDenied
    case = Case.objects.select_related("municipality", "director").filter(pk=pk).first()
    seen = sight_of(user, case) if case else NOTHING
    if case is None or not seen.case:
        refuse(user, pk)
    return Seen(case, seen, user)


def read_case(user: User, pk: UUID) -> Seen:
    """One case as this person sees it, and a trace that they saw it. Refused is 404, traced."""
    return _saw(look(user, pk))


def _saw(seen: Seen) -> Seen:
    why = " ".join(each.value for each in seen.sight.why)
    trace.note("seen", KIND, seen.case.pk, actor=seen.user.pk, municipality=seen.case.municipality_id, why=why)
    return seen


def read_whole(user: User, pk: UUID) -> Seen:
    """The same for a page that shows all of it. Who sees only a part gets 404, traced."""
    seen = look(user, pk)
    if not seen.sight.whole:
        refuse(user, pk)
    return _saw(seen)


def to_write(user: User, pk: UUID, track: object = None) -> Seen:
    """One case to write in: in this track, or in the case as a whole; with a trace. Refused is 404, traced."""
    seen = look(user, pk)
    if not seen.sight.may_write(track):
        refuse(user, pk)
    return _saw(seen)


def to_write_somewhere(user: User, pk: UUID) -> Seen:
    """One case to write in: in it as a whole, or in at least one of its tracks; with a trace. Refused is 404, traced."""
    seen = look(user, pk)
    if not (seen.sight.writes or seen.sight.write_tracks):
        refuse(user, pk)
    return _saw(seen)


def to_lead(user: User, pk: UUID) -> Seen:
    """One case to decide on who is let in: for who leads the cases here or directs this one. Refused is 404, traced."""
    seen = look(user, pk)
    if not seen.sight.leads:
        refuse(user, pk)
    return _saw(seen)


def track_of(seen: Seen, pk: UUID) -> Track:
    """One track that this person sees. Any other does not exist: 404, traced."""
    found = Track.objects.filter(case=seen.case, pk=pk).first()
    if found is None or not seen.sight.sees(found.pk):
        refuse(seen.user, seen.case.pk)
    return found


def events_of(seen: Seen) -> list[CaseEvent]:
    """What happened, newest first: all of it, or only with the tracks that this person sees."""
    found = CaseEvent.objects.filter(case=seen.case).select_related("by", "about", "track").order_by("-at")
    if not seen.sight.whole:
        return list(found.filter(track__in=seen.sight.track_ids))
    return list(found if seen.sight.leads else found.exclude(kind__in=NOT_FOR_ALL))


def reports_of(seen: Seen) -> list[CaseReport]:
    """The reports of this case, for colleagues who see the whole of it."""
    if not seen.reads_reports:
        return []
    rows = CaseReport.objects.filter(case=seen.case).select_related("report", "by")
    return list(rows.defer("report__story", "report__assessment"))


def read_report(seen: Seen, pk: UUID) -> Report:
    """One report of this case, with a trace. For colleagues who see the whole case; the reporter stays with the focal officer."""
    found = CaseReport.objects.filter(case=seen.case, report=pk).select_related("report").first()
    if found is None or not seen.reads_reports:
        refuse(seen.user, pk)
    why = f"casus {seen.case.number}"
    trace.note("seen", "report", pk, actor=seen.user.pk, municipality=seen.case.municipality_id, why=why)
    return found.report


def reports_to_take(user: User) -> QuerySet[Report]:
    """Open reports of this municipality for which a case was asked, and that are in none yet. Raises PermissionDenied."""
    if not user.may(OPEN):
        raise PermissionDenied
    asked = Report.objects.filter(municipality=user.municipality_id, weighings__outcome="to_case")
    return asked.filter(case_reports=None, rank__lt=9).distinct().order_by("rank", "due_on", "id")


def report_to_take(user: User, pk: UUID) -> Report:
    """One report to make a case of: one that this person reads anyway, or for which a case was asked. 404 otherwise, traced."""
    if not user.may(OPEN):
        raise PermissionDenied
    found = Report.objects.filter(municipality=user.municipality_id, pk=pk).first()
    if found is None or not (user.may("read_reports") or reports_to_take(user).filter(pk=pk).exists()):
        trace.note("refused", "report", pk, actor=user.pk, municipality=user.municipality_id)
        raise Http404
    return found


def report_called(user: User, number: str) -> Report | None:
    """The report with that number (M-1A2B3C) that this person may make part of a case, or None; also when two have it."""
    span = _ids_of(number, "M-")
    if span is None or not user.may(OPEN):
        return None
    mine = Report.objects.filter(municipality=user.municipality_id)
    found = list((mine if user.may("read_reports") else reports_to_take(user)).filter(pk__range=span)[:2])
    return found[0] if len(found) == 1 else None


def _ids_of(number: str, letter: str) -> tuple[UUID, UUID] | None:
    """The first and last id with this number."""
    bare = number.strip().upper().removeprefix(letter)
    if len(bare) != SHOWN_OF_ID or not set(bare) <= set("0123456789ABCDEF"):
        return None
    rest = HEX_OF_ID - SHOWN_OF_ID
    return UUID(bare + "0" * rest), UUID(bare + "F" * rest)


def cases_of_report(user: User, report: Report) -> list[tuple[Case, bool]]:
    """The cases in which a report is, each with whether this person sees it. For who reads the report."""
    here = Case.objects.filter(casereports__report=report)
    mine = (
        set(cases_for(user).filter(casereports__report=report).values_list("pk", flat=True))
        if user.may(SEE)
        else set()
    )
    known = here.filter(secret=False).exclude(
        caseexclusions__in=CaseExclusion.objects.filter(user=user, lifted_at=None)
    )
    return [(case, case.pk in mine) for case in known | here.filter(pk__in=mine)]


def case_called(number: str) -> Case | None:
    """The case with that number (C-1A2B3C), or None; also when two have it. Only for what says nothing of it to who asks."""
    span = _ids_of(number, "C-")
    found = list(Case.objects.filter(pk__range=span)[:2]) if span else []
    return found[0] if len(found) == 1 else None


def directors(case_municipality: UUID) -> list[User]:
    """Who can direct a case of this municipality."""
    found = {each.pk: each for can in (LEAD, OPEN) for each in people.holders_of(can, case_municipality)}
    return sorted(found.values(), key=lambda each: str(each.name).casefold())


def grants_of(seen: Seen) -> list[CaseGrant]:
    """Everybody who was let in, oldest first, for who sees the whole case."""
    tracks = Prefetch("tracks", Track.objects.order_by("order"))
    found = CaseGrant.objects.filter(case=seen.case).select_related(
        "user__organisation", "user__municipality", "by", "revoked_by"
    )
    return list(found.prefetch_related(tracks)) if seen.sight.whole else []


def grants_for(seen: Seen) -> list[CaseGrant]:
    """What lets this person in themselves."""
    found = CaseGrant.objects.filter(grants_on(timezone.localdate()), case=seen.case, user=seen.user)
    return list(found.select_related("by").prefetch_related("tracks"))


def grants_ending(user: User, today: date) -> list[CaseGrant]:
    """What stops within a week in the open cases that this person directs."""
    mine = directed_cases(user, today).filter(rank__lt=CLOSED_RANK)
    soon = CaseGrant.objects.filter(
        grants_on(today), case__in=mine.values("pk"), until__lte=today + timedelta(days=7)
    )
    return list(soon.select_related("case", "user").order_by("until"))


def grant_of(seen: Seen, pk: UUID) -> CaseGrant:
    """One grant of this case. Any other does not exist: 404, traced."""
    found = CaseGrant.objects.filter(case=seen.case, pk=pk).select_related("user").first()
    return found or refuse(seen.user, seen.case.pk)


def exclusions_of(seen: Seen) -> list[CaseExclusion]:
    """Who is shut out now, for who decides on it."""
    found = CaseExclusion.objects.filter(case=seen.case, lifted_at=None).select_related("user", "by")
    return list(found) if seen.sight.leads else []


def exclusion_of(seen: Seen, pk: UUID) -> CaseExclusion:
    """One exclusion of this case. Any other does not exist: 404, traced."""
    found = CaseExclusion.objects.filter(case=seen.case, pk=pk).select_related("user").first()
    return found or refuse(seen.user, seen.case.pk)


def request_of(seen: Seen, pk: UUID) -> AccessRequest:
    """One request to be let in to this case. Any other does not exist: 404, traced."""
    found = AccessRequest.objects.filter(case=seen.case, pk=pk).select_related("user__organisation").first()
    return found or refuse(seen.user, seen.case.pk)


__all__ = [
    "KIND", "LEAD", "OPEN", "SEE", "Cases", "Seen", "Sight", "cases_for", "colleagues_for", "directed_by", "directed_cases", "given",
    "grants_on", "is_excluded", "led_by", "people_seeing", "sight_of", "sights_of",
]  # fmt: skip
