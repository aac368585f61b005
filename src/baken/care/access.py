"""Reading files of victims: only the care coordinators of the municipality, and of a secret one only who coordinates it.

What is not theirs does not exist: 404, traced. Others get what they need through a case, on a ground.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NoReturn
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils import timezone

from baken.accounts import access as people
from baken.accounts.models import User
from baken.care.models import CareFile, FileEvent, LegalHappening, RouteChoice, TermConfirmation, TermSetAside
from baken.coordination.access import Seen as SeenCase
from baken.coordination.access import look as look_at_case
from baken.coordination.models import Track
from baken.privacy import trace
from baken.ui.ids import is_id

KIND, GIVE, LEAD = "care file", "give_care", "lead_cases"


@dataclass(frozen=True)
class Seen:
    """A file as this person sees it."""

    file: CareFile
    user: User

    @cached_property
    def choices(self) -> list[RouteChoice]:
        """What was decided about the route, the newest first."""
        return list(RouteChoice.objects.filter(file=self.file).select_related("by"))

    @cached_property
    def happenings(self) -> list[LegalHappening]:
        """What happened that matters for terms, without what was taken back."""
        return happenings_of([self.file])

    @cached_property
    def events(self) -> list[FileEvent]:
        """What was done, the newest first."""
        return list(FileEvent.objects.filter(file=self.file).select_related("by"))


def _coordinates(user: User) -> Q:
    """The files that this person coordinates, or stands in for today."""
    stood_in = people.stood_in_for(user, timezone.localdate())
    return Q(coordinator=user.pk) | Q(coordinator__in=stood_in.values("pk"))


def files_for(user: User) -> QuerySet[CareFile]:
    """The files that this person sees. Raises PermissionDenied without the role for it."""
    if not user.may(GIVE):
        raise PermissionDenied
    mine = CareFile.objects.filter(municipality=user.municipality_id).select_related("coordinator")
    return mine.filter(Q(secret=False) | _coordinates(user))


def numbers_for(user: User) -> list[CareFile]:
    """The open files of the municipality for who leads its cases: to say that a term presses, by number, and who to call.

    Nothing of the person is for them. Raises PermissionDenied without the role for it.
    """
    if not user.may(LEAD):
        raise PermissionDenied
    mine = CareFile.objects.filter(municipality=user.municipality_id, closed_on=None)
    return list(mine.select_related("coordinator").only("municipality", "coordinator"))


def note_list(user: User) -> None:
    """That somebody read the list, with its aliases, stands on the trace."""
    trace.note("list seen", KIND, "list", actor=user.pk, municipality=user.municipality_id)


def mine_of(user: User) -> QuerySet[CareFile]:
    """The open files that this person coordinates, or stands in for today."""
    return files_for(user).filter(_coordinates(user), closed_on=None)


def refuse(user: User, pk: object) -> NoReturn:
    """What this person may not see does not exist: 404, with a trace. Raises Http404."""
    trace.note("refused", KIND, pk, actor=user.pk, municipality=user.municipality_id)
    raise Http404


def look(user: User, pk: UUID) -> Seen:
    """One file, without a trace: for what leaves its own. Refused is 404, traced."""
    found = files_for(user).filter(pk=pk).first()
    return Seen(found, user) if found else refuse(user, pk)


def read_file(user: User, pk: UUID) -> Seen:
    """One file, and a trace that this person saw it, and why they could."""
    seen = look(user, pk)
    why = "coordinates" if seen.file.coordinator_id == user.pk else "colleague"
    trace.note("seen", KIND, seen.file.pk, actor=user.pk, municipality=seen.file.municipality_id, why=why)
    return seen


def happenings_of(files: Iterable[CareFile]) -> list[LegalHappening]:
    """What happened in these files, in the order in which it was written down."""
    return list(LegalHappening.objects.filter(file__in=list(files), withdrawn_at=None).select_related("by"))


def set_aside_of(files: Iterable[CareFile]) -> list[TermSetAside]:
    """The terms that do not hold in these files, with why."""
    return list(TermSetAside.objects.filter(file__in=list(files), lifted_at=None))


def happening_of(seen: Seen, pk: UUID) -> LegalHappening:
    """One happening of this file. Raises Http404."""
    found = next((each for each in seen.happenings if each.pk == pk), None)
    if found is None:
        raise Http404
    return found


def confirmed_in(municipality: UUID) -> dict[str, str]:
    """What the municipality confirmed: term to the mark of what it looked at."""
    return dict(
        TermConfirmation.objects.filter(municipality=municipality).order_by("on").values_list("term", "mark")
    )


def confirmations_for(user: User) -> list[TermConfirmation]:
    """Who confirmed which term, and what they looked at. Raises PermissionDenied without the role for it."""
    if not user.may(GIVE):
        raise PermissionDenied
    return list(TermConfirmation.objects.filter(municipality=user.municipality_id).select_related("by"))


def coordinators_of(seen: Seen) -> list[User]:
    """To whom this file can be given."""
    found = people.holders_of(GIVE, seen.file.municipality_id)
    return [each for each in found if each.pk != seen.file.coordinator_id]


def track_for(user: User, pk: str) -> Track | None:
    """The track of a victim from which a file is opened, when this person sees it."""
    track = Track.objects.filter(pk=pk, kind=Track.Kind.VICTIM).first() if is_id(pk) else None
    if track is None or track.municipality_id != user.municipality_id:
        return None
    return track if look_at_case(user, track.case_id).sight.sees(track.pk) else None


def files_of_case(user: User, seen: SeenCase) -> list[CareFile]:
    """The files that hang on the tracks of a case that this person sees; empty for who gives no care."""
    if not user.may(GIVE):
        return []
    return list(files_for(user).filter(track__in=[track.pk for track in seen.tracks]))
