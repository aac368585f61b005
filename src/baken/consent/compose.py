"""From a case and choices to the package that leaves: which tracks and parts go, what is hidden, and what that shows."""

import json
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import override

from baken.accounts.models import Municipality, Organisation
from baken.catalogue import load
from baken.coordination.access import Seen
from baken.coordination.models import Case, Track
from baken.coordination.parts import offered
from baken.sharing.masking import Found, findings, masked
from baken.sharing.models import number_of
from baken.sharing.package import Package
from baken.sharing.words import CASE_PARTS, PURPOSES, RECIPIENTS
from baken.signals.line import TYPE_NAMES
from baken.ui.templatetags.ui import day

PICTURE, TRACK, MUNICIPALITY = "picture", "track:", "municipality"
OF_KIND = {Track.Kind.PLACE: "place_track"}  # `place` is another part of a report


@dataclass(frozen=True)
class Letter:
    """The words of somebody's own around what goes (heading, text), before and after it. What is hidden is hidden in them too."""

    title: str
    before: tuple[tuple[str, str], ...]
    after: tuple[tuple[str, str], ...]

    @property
    def texts(self) -> list[str]:
        """Every text, in order."""
        return [text for _heading, text in (*self.before, *self.after)]


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What somebody chose to give, to whom and why. `parts`: keys as in `parts_of`; `needed`: keys of findings that stay."""

    id: uuid.UUID
    recipient: str
    organisation: Organisation | None
    place: Municipality | None
    name: str
    purpose: str
    ground: str
    parts: tuple[str, ...]
    blocks: tuple[str, ...] = ()
    needed: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    given: dict[str, str] = field(default_factory=dict)
    letter: "Letter | None" = None

    @property
    def track_ids(self) -> list[UUID]:
        """The tracks that go."""
        return [UUID(part.removeprefix(TRACK)) for part in self.parts if part.startswith(TRACK)]


@dataclass(frozen=True)
class Composed:
    """The package, what it holds in words of the register, and what about it matters to the rule."""

    package: Package
    parts: tuple[str, ...]
    shown: frozenset[str]
    whole: bool


def parts_of(seen: Seen) -> dict[str, str]:
    """What there is to give, by key, in words. What belongs to a track goes only with that track."""
    tracks = seen.tracks
    found = {f"{TRACK}{track.pk}": f"{track.get_kind_display()}: {track.name}" for track in tracks}
    every = {track.pk for track in tracks}
    found |= {each.key: str(CASE_PARTS[each.key]) for each in offered() if each.texts(seen, every)}
    return ({PICTURE: str(CASE_PARTS[PICTURE])} if seen.case.picture else {}) | found


def texts_of(seen: Seen, parts: Iterable[str]) -> dict[str, list[str]]:
    """The words of people in each chosen part, as they stand now, in the order of `parts_of`."""
    wanted = set(parts)
    tracks = [track for track in seen.tracks if f"{TRACK}{track.pk}" in wanted]
    found = {PICTURE: [seen.case.picture]} if PICTURE in wanted and seen.case.picture else {}
    found |= {f"{TRACK}{track.pk}": [track.name, track.summary] for track in tracks}
    with override("nl"):
        more = {
            each.key: each.texts(seen, {track.pk for track in tracks}) for each in offered() if each.key in wanted
        }
    return found | {key: texts for key, texts in more.items() if texts}


def found_in(seen: Seen, parts: Iterable[str], own: Iterable[str] = ()) -> tuple[Found, ...]:
    """The personal data in these parts and in words of one's own."""
    return findings([*(text for texts in texts_of(seen, parts).values() for text in texts), *own])


def compose(seen: Seen, choices: Choices, *, on: date) -> Composed:
    """What would leave, in Dutch, with everything hidden that is not needed."""
    texts, letter = texts_of(seen, choices.parts), choices.letter
    before = [text for part in texts.values() for text in part]
    after = masked([*before, *(letter.texts if letter else ())], needed=choices.needed, words=choices.words)
    left = iter(after)
    hidden = {key: [next(left) for _text in part] for key, part in texts.items()}
    kinds = {f"{TRACK}{track.pk}": track for track in seen.tracks}
    with override("nl"):
        sections = tuple(_section(key, said, kinds.get(key)) for key, said in hidden.items())
        tracks = [[kinds[key].kind, *said] for key, said in hidden.items() if key in kinds]
        told = json.dumps({"tracks": tracks} | _frame(seen.case, choices), ensure_ascii=False)
        package = Package(_("Uit een casus"), _facts(seen, choices, on), sections, told=told)
    if letter is not None:
        package = _around(package, letter, left)
    unhidden = tuple(before) == after[: len(before)]
    everything = set(texts) == set(parts_of(seen)) and unhidden and bool(findings(before))
    named = tuple(dict.fromkeys(_named(key, kinds.get(key)) for key in texts)) + (("letter",) if letter else ())
    return Composed(package, named, frozenset(each.what for each in findings(after)), everything)


def _around(package: Package, letter: Letter, said: Iterator[str]) -> Package:
    """The same in a letter. `said`: its texts as they may leave."""
    before = tuple((heading, next(said)) for heading, _text in letter.before)
    after = tuple((heading, next(said)) for heading, _text in letter.after)
    return replace(package, title=letter.title, sections=(*before, *package.sections, *after))


def _frame(case: Case, choices: Choices) -> dict[str, str]:
    """How urgent a case is and its type, for a municipality that takes it over; nothing for others. It stands in the facts."""
    return {"urgency": case.urgency, "type": case.main_type} if choices.recipient == MUNICIPALITY else {}


def _frame_in_words(case: Case, choices: Choices) -> Iterator[tuple[str, str]]:
    if choices.recipient == MUNICIPALITY:
        yield _("Urgentie"), case.get_urgency_display()
        if case.main_type:
            yield _("Vorm"), str(TYPE_NAMES.get(case.main_type, case.main_type))


def _named(key: str, track: Track | None) -> str:
    return OF_KIND.get(Track.Kind(track.kind), track.kind) if track else key


def _section(key: str, said: list[str], track: Track | None) -> tuple[str, str]:
    if track is None:
        return str(CASE_PARTS[key]), "\n\n".join(said)
    return f"{track.get_kind_display()}: {said[0]}", said[1]


def _facts(seen: Seen, choices: Choices, on: date) -> tuple[tuple[str, str], ...]:
    ground = load().grounds[choices.ground]
    title = ground.title.nl + (f" ({'; '.join(ground.refs)})" if ground.refs else "")
    return (
        (_("Kenmerk"), number_of(choices.id)),
        (_("Van"), seen.case.municipality.name),
        (_("Aan"), ", ".join(part for part in (str(RECIPIENTS[choices.recipient]), choices.name) if part)),
        (_("Datum"), day(on)),
        (_("Over"), _("casus %(number)s") % {"number": seen.case.number}),
        *_frame_in_words(seen.case, choices),
        (_("Doel"), str(PURPOSES[choices.purpose])),
        (_("Grondslag"), title),
        (
            _("Let op"),
            _("Gebruik dit alleen voor dit doel. Een label tussen haken staat voor iets dat is afgeschermd."),
        ),
    )
