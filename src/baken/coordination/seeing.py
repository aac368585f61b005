"""What somebody may see of a case: one pure rule, for pages, lists and the question who could see it on a day."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID


class Why(StrEnum):
    """Why somebody sees a case."""

    LEADS = "leads"  # leads the cases of this municipality
    DIRECTS = "directs"  # is the director of this case, or stands in for them
    GRANT = "grant"  # was let in


@dataclass(frozen=True)
class Given:
    """One grant: the whole case or some tracks (ids), to write too or only to read, from and until which day.

    The last day counts. `revoked` is the day on which it was taken back; from that moment it gives nothing.
    """

    whole: bool
    tracks: frozenset[str]
    writes: bool
    since: date
    until: date
    revoked: date | None = None

    def holds(self, day: date) -> bool:
        """Whether it gives anything on that day, as it stands now."""
        return self.revoked is None and self.since <= day <= self.until

    def held(self, day: date) -> bool:
        """Whether it gave anything on some moment of that day."""
        return self.since <= day <= min(self.until, self.revoked or self.until)


@dataclass(frozen=True)
class Standing:
    """How somebody stands to a case. `active`: has an account that works, and a role that works in cases."""

    active: bool = True
    excluded: bool = False
    secret: bool = False
    leads: bool = False
    directs: bool = False
    grants: tuple[Given, ...] = ()


@dataclass(frozen=True)
class Sight:
    """What somebody sees. `whole`: everything; otherwise only `tracks`, and of the case its number, phase and people."""

    case: bool = False
    whole: bool = False
    tracks: frozenset[str] = frozenset()
    writes: bool = False
    write_tracks: frozenset[str] = frozenset()
    why: tuple[Why, ...] = field(default=())

    @property
    def leads(self) -> bool:
        """Whether this person decides who is let in."""
        return Why.LEADS in self.why or Why.DIRECTS in self.why

    @property
    def track_ids(self) -> list[UUID]:
        """The ids of `tracks`."""
        return [UUID(track) for track in self.tracks]

    def sees(self, track: object) -> bool:
        """Whether this track is among it. Something of no track in particular is for who sees the whole."""
        return self.whole or (track is not None and str(track) in self.tracks)

    def may_write(self, track: object) -> bool:
        """Whether this person may write in this track; None: in the case as a whole."""
        return self.writes or (track is not None and str(track) in self.write_tracks)


NOTHING = Sight()


def sight(standing: Standing, day: date) -> Sight:
    """What somebody with this standing sees on `day`. An exclusion wins from everything; a secret case is not for who only leads."""
    if not standing.active or standing.excluded:
        return NOTHING
    given = [grant for grant in standing.grants if grant.holds(day)]
    leads = standing.leads and not standing.secret
    why = [Why.LEADS] * leads + [Why.DIRECTS] * standing.directs + [Why.GRANT] * bool(given)
    if not why:
        return NOTHING
    boss = leads or standing.directs
    return Sight(
        case=True,
        whole=boss or any(grant.whole for grant in given),
        tracks=_tracks(given),
        writes=boss or any(grant.whole and grant.writes for grant in given),
        write_tracks=_tracks(grant for grant in given if grant.writes),
        why=tuple(why),
    )


def _tracks(grants: Iterable[Given]) -> frozenset[str]:
    return frozenset().union(*(grant.tracks for grant in grants))
