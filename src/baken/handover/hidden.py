"""How the page of hiding shows a report: its texts with what was found marked, and what is hidden, group by group."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise

from baken.accounts.models import User
from baken.sharing.masking import Found, stretches
from baken.sharing.words import KINDS, PARTS
from baken.signals.models import Mask, Message, Report

Act = Callable[[], None]


@dataclass(frozen=True)
class Piece:
    """A piece of a text; `what` when it is personal data that can be hidden."""

    text: str
    what: "str | Promise" = ""


@dataclass(frozen=True)
class Group:
    """What was hidden by one choice, and who may do what with it."""

    id: UUID
    label: str
    places: int
    first: Mask
    may_confirm: bool


def shown_texts(
    report: Report, talk: Iterable[Message], found: tuple[Found, ...]
) -> list[tuple[object, list[Piece]]]:
    """Each text with its heading, cut at what was found."""
    texts = [(PARTS["story"], report.story), *((PARTS["messages"], message.text) for message in talk)]
    return [(heading, _pieces(text, found)) for heading, text in texts]


def _pieces(text: str, found: tuple[Found, ...]) -> list[Piece]:
    pieces, at = [], 0
    for place in stretches(text, found):
        pieces += [Piece(text[at : place.start]), Piece(text[place.start : place.end], KINDS[place.what])]
        at = place.end
    return [piece for piece in [*pieces, Piece(text[at:])] if piece.text]


def groups(masks: list[Mask], user: User) -> list[Group]:
    """What is hidden, each choice once."""
    found: dict[UUID, list[Mask]] = {}
    for each in masks:
        found.setdefault(each.group, []).append(each)
    return [
        Group(group, rows[0].label, len(rows), rows[0], rows[0].asked_by_id not in (None, user.pk))
        for group, rows in found.items()
    ]
