"""The minutes (verslag) as one frozen thing, by what somebody sees at the moment of making; then DOCX or PDF of the same."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.accounts.models import User
from baken.casework.models import ActionPoint
from baken.coordination import access as cases
from baken.meetings import access
from baken.meetings.access import Seen, SeenItem
from baken.meetings.models import ItemPresence, Meeting
from baken.meetings.screen import screen_of
from baken.privacy import trace
from baken.ui.templatetags.ui import clock, day


@dataclass(frozen=True)
class Part:
    """One case: its heading, facts (name, value), texts under a heading, and action points (what, who, before when, state)."""

    heading: str
    facts: tuple[tuple[str, str], ...]
    texts: tuple[tuple[str, tuple[str, ...]], ...]
    earlier: tuple[tuple[str, str, str, str], ...]
    agreed: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True)
class Minutes:
    """All of it in words. The title holds no name of a case or a person; `words` are the fixed headings in this language."""

    language: str
    title: str
    facts: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    words: dict[str, str]

    def as_json(self) -> dict[str, Any]:
        """For a template outside Python."""
        return asdict(self)


def _words() -> dict[str, str]:
    return {
        "earlier": _("Eerdere actiepunten"), "agreed": _("Actiepunten"), "what": _("Wat"), "who": _("Wie"),
        "when": _("Uiterlijk"), "state": _("Stand"), "all": _("Alle actiepunten"), "nothing": _("Niets afgesproken."),
        "case": _("Casus"), "secret": _("Vertrouwelijk: alleen voor wie dit verslag kreeg."), "page": _("Bladzijde"),
    }  # fmt: skip


def who_is(user: User) -> str:
    """A name with the organisation or municipality."""
    return f"{user.name} ({user.organisation or user.municipality})"


def _row(action: ActionPoint) -> tuple[str, str, str, str]:
    state = str(ActionPoint.State(action.state).label)
    return (
        action.text,
        action.owner.name,
        day(action.due_on),
        f"{state}: {action.result}" if action.result else state,
    )


def _part(found: SeenItem, number: int) -> Part:
    item, shown = found.item, screen_of(found)
    inside = ", ".join(each.user.name for each in ItemPresence.objects.filter(item=item).select_related("user"))
    tracks = ", ".join(f"{track.get_kind_display()} {track.name}" for track in found.tracks)
    facts = (
        (_("In de kamer"), inside), (_("Besproken"), tracks or _("De casus als geheel")), (_("Doel"), item.purpose_name),
        (_("Grondslag"), item.ground_name),
    )  # fmt: skip
    notes = tuple(each.text for each in reversed(shown.notes))
    decisions = tuple(f"{each.get_kind_display()}. {each.text}" for each in reversed(shown.decisions))
    texts = tuple(pair for pair in ((_("Aantekeningen"), notes), (_("Besluiten"), decisions)) if pair[1])
    return Part(
        heading=f"{number}. {_called(found)}", facts=facts, texts=texts,
        earlier=tuple(_row(each) for each in [*shown.settled, *shown.earlier]),
        agreed=tuple(_row(each) for each in shown.agreed),
    )  # fmt: skip


def _called(found: SeenItem) -> str:
    return f"{found.name} ({found.case.number})" if found.seen.sight.whole else found.name


def both_see(mine: Sequence[SeenItem], theirs: User) -> list[SeenItem]:
    """The items as `theirs` sees them, of those of which the maker sees as much, so that nobody hands on what they do not see."""
    sights = cases.sights_of(theirs, [each.case for each in mine])
    found = []
    for each in mine:
        sight, own = sights[each.case.pk], each.seen.sight
        if sight.case and (own.whole or (not sight.whole and sight.tracks <= own.tracks)):
            found.append(SeenItem(each.item, cases.Seen(each.case, sight, theirs)))
    return found


def discussed(seen: Seen, whose: User) -> list[SeenItem]:
    """The items that were discussed, as this person sees them now."""
    found = [each for each in access.items_of(seen) if each.item.opened_at is not None]
    return found if whose.pk == seen.user.pk else both_see(found, whose)


def make(seen: Seen, whose: User) -> tuple[Minutes, list[SeenItem]]:
    """The minutes for this person: only what they see now, per track, and what the maker sees too. With the items in it."""
    found, meeting, people = discussed(seen, whose), seen.meeting, access.participants_of(seen)
    present = [each.user for each in people if each.present]
    absent = [each.user for each in people if each.present is False]
    facts = [
        (_("Soort"), meeting.get_kind_display()), (_("Dag"), day(meeting.on)), (_("Tijd"), _times(meeting)),
        (_("Voorzitter"), who_is(meeting.chair)), (_("Aanwezig"), ", ".join(who_is(each) for each in present)),
        (_("Afwezig"), ", ".join(who_is(each) for each in absent)), (_("Voor"), who_is(whose)),
    ]  # fmt: skip
    minutes = Minutes(
        language=get_language() or "nl", title=_("Verslag van overleg %(number)s") % {"number": meeting.number},
        facts=tuple((name, value) for name, value in facts if value),
        parts=tuple(_part(each, number) for number, each in enumerate(found, 1)), words=_words(),
    )  # fmt: skip
    return minutes, found


def _times(meeting: Meeting) -> str:
    begin = clock(meeting.began_at) or f"{meeting.begins:%H:%M}"
    return f"{begin} – {clock(meeting.ended_at)}" if meeting.ended_at else begin


def made(seen: Seen, whose: User, found: Iterable[SeenItem], form: str) -> None:
    """Leave the traces: of the meeting, and of each case of which something stands in the file, with for whom it was made."""
    actor, why = seen.user.pk, f"{form} {whose.pk}"
    trace.note(
        "minutes made",
        access.KIND,
        seen.meeting.pk,
        actor=actor,
        municipality=seen.meeting.municipality_id,
        why=why,
    )
    for each in found:
        here = each.item.municipality_id
        trace.note("minutes made", cases.KIND, each.case.pk, actor=actor, municipality=here, why=why)
