"""The places as they stand in the nights one looks at: what is free, why not, and how that fits what is needed."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from baken.accounts.models import User
from baken.privacy import trace
from baken.shelter import access, nights
from baken.shelter.attributes import LANGUAGES, NEEDS, NO, YES, Sex, Stay
from baken.shelter.matching import Match, Offered, Says, Wanted, match
from baken.shelter.models import HeldNight, NightCapacity, Place, Placement, Shelter
from baken.ui.templatetags.ui import clock, day


def that_holds(now: datetime) -> Q:
    """A night is held by who is placed, by a reservation that still runs, or because it is closed."""
    lapsed = Q(placement__state=Placement.State.RESERVED, placement__reserved_until__lte=now)
    return ~lapsed


@dataclass(frozen=True)
class Night:
    """One night of a shelter: how many places it has, how many the register has free, and how many the shelter itself said."""

    night: date
    total: int
    free: int
    said: NightCapacity | None = None
    since: int = 0

    @property
    def left(self) -> int:
        """How many can still be given."""
        return nights.left(self.free, self.said.free if self.said else None, self.since)

    @property
    def more_there(self) -> bool:
        """Whether the shelter has more free than the register knows of."""
        return self.said is not None and self.said.free - self.since > self.free


@dataclass(frozen=True)
class Standing:
    """A shelter with its places, and its nights from the first one asked."""

    shelter: Shelter
    places: tuple[Place, ...]
    nights: tuple[Night, ...]
    held: dict[tuple[Any, date], HeldNight]

    @property
    def tonight(self) -> Night:
        """The first of the nights."""
        return self.nights[0]

    def taken(self, place: Place) -> str:
        """Why this place cannot be had in all of these nights; empty when it can."""
        for night in self.nights:
            held = self.held.get((place.pk, night.night))
            if held is not None:
                return _("Bezet op %(day)s") % {"day": day(night.night)} if held.placement_id else _(
                    "Dicht op %(day)s") % {"day": day(night.night)}  # fmt: skip
            if night.left == 0 and night.said is not None:
                return _("Vol op %(day)s, zei de opvang om %(time)s uur") % {
                    "day": day(night.night), "time": clock(night.said.at)}  # fmt: skip
        return ""


def stand(shelters: Iterable[Shelter], first: date, until: date) -> list[Standing]:
    """How these shelters stand in these nights: three questions to the database, however many there are."""
    found, now = list(shelters), timezone.now()
    span = nights.nights(first, until)
    places: dict[Any, list[Place]] = {}
    for place in Place.objects.filter(shelter__in=found, in_use=True):
        places.setdefault(place.shelter_id, []).append(place)
    inside = {"night__gte": first, "night__lt": until}
    rows = HeldNight.objects.filter(that_holds(now), place__shelter__in=found, **inside)
    held = {(row.place_id, row.night): row for row in rows}
    said = {(row.shelter_id, row.night): row for row in NightCapacity.objects.filter(shelter__in=found, **inside)}
    return [_standing(shelter, places.get(shelter.pk, []), span, held, said) for shelter in found]


def _standing(shelter: Shelter, places: list[Place], span: list[date], held: Any, said: Any) -> Standing:
    found = []
    for night in span:
        rows = [held[key] for place in places if (key := (place.pk, night)) in held]
        told = said.get((shelter.pk, night))
        since = Counter(told is not None and row.at > told.at for row in rows)[True]
        found.append(Night(night, len(places), len(places) - len(rows), told, since))
    mine = {place.pk for place in places}
    return Standing(
        shelter, tuple(places), tuple(found), {key: row for key, row in held.items() if key[0] in mine}
    )


def offered(place: Place, standing: Standing) -> Offered:
    """What is known of a place, as plain values."""
    shelter, kind = standing.shelter, standing.shelter.national
    stale = _("Niet bevestigd in de laatste %(n)s uur: bel eerst") % {"n": nights.FRESH_HOURS}
    same: dict[str, Any] = {
        name: getattr(shelter, name) for name in ("kind", "secret", "security", "financing", "longest")
    }
    same |= {name: getattr(place, name) for name in ("age_from", "age_to", "children")}
    return Offered(
        **same, name=f"{shelter.name} {place.name}", kind_name=kind.title.say(get_language() or "nl") if kind else "",
        sexes=frozenset(place.sexes), answers=shelter.answers | place.answers, languages=frozenset(shelter.languages),
        stays=frozenset(shelter.stays), distances=shelter.distances or {}, taken=standing.taken(place),
        stale="" if shelter.is_fresh else stale,
    )  # fmt: skip


@dataclass(frozen=True)
class Found:
    """A place beside what is looked for."""

    place: Place
    standing: Standing
    match: Match


def find(user: User, wanted: Wanted, first: date, until: date) -> list[Found]:
    """Every place of the region beside what is looked for, what fits first; what is full or does not fit stays in sight."""
    access.must(user, access.PLACE)
    standings = stand(access.shelters_for(user), first, until)
    access.note("searched", access.KIND, "register", user)
    found = [Found(at, each, match(wanted, offered(at, each))) for each in standings for at in each.places]
    return sorted(found, key=lambda each: each.match.order)


def by_verdict(found: Iterable[Found]) -> list[tuple[Says, list[Found]]]:
    """In three parts: what fits, what is to be asked, what does not fit."""
    every = list(found)
    return [(says, part) for says in Says if (part := [each for each in every if each.match.says is says])]


def age(at: datetime | None) -> str:
    """How long ago it was confirmed, in words."""
    if at is None:
        return _("nog nooit bevestigd")
    minutes = max(0, int((timezone.now() - at) / timedelta(minutes=1)))
    if minutes < 1:
        return _("net bevestigd")
    if minutes < 60:
        return ngettext("%(n)s minuut geleden bevestigd", "%(n)s minuten geleden bevestigd", minutes) % {
            "n": minutes
        }
    hours = minutes // 60
    if hours < 48:
        return ngettext("%(n)s uur geleden bevestigd", "%(n)s uur geleden bevestigd", hours) % {"n": hours}
    return _("%(n)s dagen geleden bevestigd") % {"n": hours // 24}


def tonight() -> date:
    """The night that runs or comes."""
    return nights.tonight(timezone.localtime())


def anonymous_number(shelter: Shelter) -> int:
    """How many places we think are free tonight: all that the page behind a link shows."""
    first = tonight()
    trace.note("link opened", access.KIND, shelter.pk, actor=trace.ANONYMOUS, municipality=shelter.municipality_id)
    return stand([shelter], first, first + timedelta(days=1))[0].tonight.left


def _answered(answers: dict[str, str]) -> list[str]:
    said = {YES: _("%(need)s: ja"), NO: _("%(need)s: kan hier niet")}
    return [said[answer] % {"need": NEEDS[need]} for need, answer in answers.items() if answer in said]


def words(place: Place) -> list[str]:
    """What is known of a place, short; what is not known stands not there."""
    found = [str(Sex(each).label) for each in place.sexes]
    if place.age_from is not None or place.age_to is not None:
        low, high = place.age_from or 0, place.age_to
        said = _("%(low)s jaar en ouder") if high is None else _("%(low)s tot en met %(high)s jaar")
        found.append(said % {"low": low, "high": high})
    if place.children is not None:
        found.append(ngettext("%(n)s kind mee", "%(n)s kinderen mee", place.children) % {"n": place.children})
    return found + _answered(place.answers)


def shelter_words(shelter: Shelter) -> list[str]:
    """What is known of all places of a shelter, short: languages, who may stay there by right, and for how long."""
    found = [str(LANGUAGES[each]) for each in shelter.languages] + [
        str(Stay(each).label) for each in shelter.stays
    ]
    longest = [_("Hooguit %(n)s nachten") % {"n": shelter.longest}] if shelter.longest else []
    return found + _answered(shelter.answers) + longest
