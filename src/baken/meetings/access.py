"""Reading meetings: for who takes part and who leads the cases of the municipality. An item shows only to who sees its case."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NoReturn
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, QuerySet, Sum
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from baken.accounts.models import User
from baken.casework.models import ActionPoint
from baken.coordination import access as cases
from baken.coordination.models import Case, Track
from baken.meetings.models import SHORTEST, Meeting, MeetingItem, Participant
from baken.privacy import trace

KIND = "meeting"
SOON = timedelta(days=14)


def meetings_for(user: User) -> QuerySet[Meeting]:
    """The meetings that this person sees. Raises PermissionDenied for who does not work in cases."""
    if not user.may(cases.SEE):
        raise PermissionDenied
    theirs = Q(Exists(Participant.objects.filter(meeting=OuterRef("pk"), user=user)))
    if user.may(cases.LEAD):
        theirs |= Q(municipality=user.municipality_id)
    return Meeting.objects.filter(theirs).select_related("municipality", "chair")


@dataclass(frozen=True)
class Seen:
    """A meeting as this person sees it. `leads`: plans it, opens and closes its items."""

    meeting: Meeting
    user: User
    leads: bool


@dataclass(frozen=True)
class SeenItem:
    """An item of the agenda with what this person sees of its case."""

    item: MeetingItem
    seen: cases.Seen

    @property
    def case(self) -> Case:
        """The case."""
        return self.seen.case

    @property
    def name(self) -> str:
        """The working name of the case for who sees the whole of it; others know the case by its number only."""
        return self.case.name if self.seen.sight.whole else _("Casus %(number)s") % {"number": self.case.number}

    @property
    def tracks(self) -> list[Track]:
        """The tracks that are discussed and that this person sees. Empty too when it is the whole case."""
        return [track for track in self.item.tracks.all() if self.seen.sight.sees(track.pk)]

    @property
    def whole(self) -> bool:
        """Whether the case as a whole is discussed."""
        return not self.item.tracks.all()

    @property
    def full(self) -> bool:
        """Whether this person sees all of what is discussed."""
        return self.seen.sight.whole if self.whole else len(self.tracks) == len(self.item.tracks.all())

    @property
    def writes(self) -> bool:
        """Whether this person may write here: in the case, or in a track that is discussed."""
        return self.seen.sight.writes or any(self.seen.sight.may_write(track.pk) for track in self.tracks)


def refuse(user: User, pk: object) -> NoReturn:
    """What this person may not see does not exist: 404, with a trace. Raises Http404."""
    trace.note("refused", KIND, pk, actor=user.pk, municipality=user.municipality_id)
    raise Http404


def look(user: User, pk: UUID) -> Seen:
    """One meeting as this person sees it, without a trace. Refused is 404, traced."""
    meeting = meetings_for(user).filter(pk=pk).first()
    if meeting is None:
        refuse(user, pk)
    mine = user.pk in (meeting.chair_id, meeting.planned_by_id)
    return Seen(meeting, user, mine or (user.may(cases.LEAD) and user.municipality_id == meeting.municipality_id))


def read_meeting(user: User, pk: UUID) -> Seen:
    """The same, and a trace that they saw it."""
    seen = look(user, pk)
    trace.note("seen", KIND, pk, actor=user.pk, municipality=seen.meeting.municipality_id)
    return seen


def to_lead(user: User, pk: UUID, *, reads: bool = False) -> Seen:
    """One meeting to plan or lead; `reads` leaves a trace, for a page that shows cases. Refused is 404, traced."""
    seen = read_meeting(user, pk) if reads else look(user, pk)
    return seen if seen.leads else refuse(user, pk)


def items_of(seen: Seen) -> list[SeenItem]:
    """The items that this person sees, in order; as many questions for one as for forty."""
    rows = MeetingItem.objects.filter(meeting=seen.meeting, case__in=cases.cases_for(seen.user).values("pk"))
    rows = rows.select_related("case__municipality", "case__director", "municipality").prefetch_related("tracks")
    found = list(rows)
    sights = cases.sights_of(seen.user, [item.case for item in found])
    return [SeenItem(item, cases.Seen(item.case, sights[item.case_id], seen.user)) for item in found]


def item_of(seen: Seen, pk: UUID) -> SeenItem:
    """One item. Of a case that this person does not see it does not exist: 404, traced."""
    rows = MeetingItem.objects.select_related("case__municipality", "case__director", "municipality")
    item = rows.prefetch_related("tracks").filter(meeting=seen.meeting, pk=pk).first()
    sight = cases.sight_of(seen.user, item.case) if item else None
    if item is None or sight is None or not sight.case:
        refuse(seen.user, seen.meeting.pk)
    return SeenItem(item, cases.Seen(item.case, sight, seen.user))


def read_item(seen: Seen, pk: UUID) -> SeenItem:
    """The same, and a trace that its case was seen."""
    found = item_of(seen, pk)
    cases.read_case(seen.user, found.case.pk)
    return found


def participants_of(seen: Seen) -> list[Participant]:
    """Who is invited, by name."""
    rows = Participant.objects.filter(meeting=seen.meeting).select_related(
        "user__organisation", "user__municipality"
    )
    return sorted(rows.prefetch_related("user__grants"), key=lambda each: str(each.user.name).casefold())


def present_of(seen: Seen) -> list[User]:
    """Who is there, by name."""
    return [each.user for each in participants_of(seen) if each.present]


def people_for(seen: Seen) -> list[tuple[User, int]]:
    """Who can be invited: who sees a case of the agenda now, with how many; whoever is invited already too. By name."""
    counted: dict[User, int] = {each.user: 0 for each in participants_of(seen)}
    for each in items_of(seen):
        if each.seen.sight.whole:
            for user, _sight in cases.people_seeing(each.case):
                counted[user] = counted.get(user, 0) + 1
    return sorted(counted.items(), key=lambda pair: str(pair[0].name).casefold())


def cases_to_discuss(seen: Seen) -> list[Case]:
    """The open cases that this person may write in and that are not on the agenda yet, most urgent and soonest first."""
    mine = cases.cases_for(seen.user).filter(closed_on=None).exclude(meetingitems__meeting=seen.meeting)
    rows = mine.select_related("municipality").defer("picture", "recorded", "criteria")
    return list(rows.order_by("rank", "due_on", "id")[:100])


def chairs_for(user: User) -> list[User]:
    """Who can chair: everybody of the region whose role works in cases, by name."""
    found = User.objects.filter(municipality__region=user.municipality.region_id, is_active=True)
    found = found.select_related("organisation", "municipality").prefetch_related("grants")
    return sorted((each for each in found if each.may(cases.SEE)), key=lambda each: str(each.name).casefold())


def actions_of(seen: Seen, items: list[SeenItem]) -> list[ActionPoint]:
    """What was agreed in this meeting, in what this person sees of these items, soonest first."""
    sights = {each.case.pk: each.seen.sight for each in items}
    rows = ActionPoint.objects.filter(meeting=seen.meeting.pk, case__in=sights).select_related(
        "owner", "case", "track"
    )
    return [each for each in rows if sights[each.case_id].sees(each.track_id)]


def times_of(meeting: Meeting) -> dict[UUID, datetime]:
    """When each item of the agenda comes, by the minutes planned before it."""
    found, at = {}, meeting.starts_at
    for pk, minutes in (
        MeetingItem.objects.filter(meeting=meeting).order_by("order", "id").values_list("pk", "minutes")
    ):
        found[pk], at = at, at + timedelta(minutes=minutes)
    return found


def minutes_planned(meeting: Meeting) -> int:
    """How long the meeting takes by its agenda, in minutes."""
    planned = MeetingItem.objects.filter(meeting=meeting).aggregate(all=Sum("minutes"))["all"]
    return max(int(planned or 0), SHORTEST)


def coming(user: User, today: date) -> list[Meeting]:
    """The meetings that this person takes part in during the next two weeks, and those that run."""
    mine = meetings_for(user).filter(participants__user=user, on__lte=today + SOON)
    planned = Q(state=Meeting.State.PLANNED, on__gte=today) | Q(state=Meeting.State.RUNNING)
    return list(mine.filter(planned))


def of_case(seen: cases.Seen) -> list[Meeting]:
    """The meetings in which this case is or was discussed, of those that this person sees, newest first."""
    return list(meetings_for(seen.user).filter(items__case=seen.case).order_by("-on", "-begins"))


def today() -> date:
    """The day of now, where we are."""
    return timezone.localdate()
