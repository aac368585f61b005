"""Who may be in the room while a case is discussed, and on which ground: before an item opens and when it does."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from baken.accounts.models import User
from baken.catalogue import load
from baken.catalogue.grounds import LegalGround
from baken.coordination import access as cases
from baken.meetings.models import MeetingItem
from baken.sharing import access as sharing
from baken.sharing.rule import Verdict, Wish, may_share

RECIPIENT = "case-meeting"


@dataclass(frozen=True)
class Leaves:
    """Somebody who does not see what is discussed, and the sentence to say aloud."""

    user: User
    words: str


def must_leave(item: MeetingItem, people: Iterable[User]) -> list[Leaves]:
    """Those of `people` who do not see the case now, or not all of what is discussed of it."""
    tracks = list(item.tracks.all())
    found = []
    for user in people:
        sight = cases.sight_of(user, item.case)
        known = {"name": user.name}
        if not sight.case:
            found.append(Leaves(user, _("%(name)s ziet deze casus niet: laat %(name)s even gaan.") % known))
        elif not tracks and not sight.whole:
            found.append(Leaves(user, _("%(name)s ziet maar een deel van deze casus: laat %(name)s even gaan.") % known))  # fmt: skip
        elif unseen := [track.name for track in tracks if not sight.sees(track.pk)]:
            known["tracks"] = ", ".join(unseen)
            found.append(Leaves(user, _("%(name)s ziet dit spoor niet: %(tracks)s. Laat %(name)s even gaan.") % known))  # fmt: skip
    return found


def grounds() -> list[LegalGround]:
    """The grounds on which a case can be discussed with others."""
    return [each for each in load().grounds.values() if each.route_to(RECIPIENT)]


def usual_ground(municipality: object) -> str:
    """The ground that a new item gets: the one this municipality confirmed, or else the one for a meeting of its own."""
    taken = sharing.decisions(municipality)  # type: ignore[arg-type]
    held = [each.slug for each in grounds() if (row := taken.get((each.slug, RECIPIENT))) and row.holds]
    return held[0] if held else "cooperation"


def outsiders(item: MeetingItem, people: Iterable[User]) -> list[User]:
    """Those who are not of the municipality of the case: partners, and people of other municipalities."""
    return [each for each in people if each.organisation_id or each.municipality_id != item.municipality_id]


def may_discuss(item: MeetingItem, people: Iterable[User]) -> Verdict:
    """Whether the ground of the item allows discussing it with these people. Among colleagues nothing is given away.

    Need and subsidiarity were written down when each of them was let in; who decides is checked by who may open it.
    """
    if not outsiders(item, people):
        return Verdict()
    ground = item.legal_ground
    wish = Wish(
        recipient=RECIPIENT, purpose=item.purpose, roles=frozenset(ground.decides if ground else ()),
        given=frozenset(ground.needs if ground else ()),
        confirmed=sharing.confirmed(item.municipality, item.ground, RECIPIENT),
    )  # fmt: skip
    return may_share(ground, wish)
