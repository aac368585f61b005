"""On which ground a question about a hit may be asked or answered: chosen from the list of grounds, judged by the rule of `sharing`."""

from collections.abc import Collection
from dataclasses import dataclass, field

from django.utils.translation import get_language

from baken.accounts.models import User
from baken.catalogue import load
from baken.catalogue.grounds import NEEDS
from baken.links.models import HitRequest
from baken.sharing import access as sharing
from baken.sharing.rule import Verdict, Wish, may_share

RECIPIENT = "municipality"


@dataclass(frozen=True, kw_only=True)
class Question:
    """What somebody asks another municipality: what for (`aim`, a purpose of the list), on which ground, and in words.

    `answers`: what the ground asks, by need. It is personal data: sealed, and read by both sides.
    """

    aim: str
    ground: str
    purpose: str
    answers: dict[str, str] = field(default_factory=dict)


def may_ask(kind: str, question: Question, *, by: User) -> Verdict:
    """Whether `by` may ask this about a hit of this kind, with everything the ground wants to know."""
    return _judge(kind, question.aim, question.ground, question.answers, by)


def can_lead_there(kind: str, question: Question, *, by: User) -> Verdict:
    """Whether the ground can hold at all, before what it wants to know was asked."""
    return _judge(kind, question.aim, question.ground, NEEDS, by)


def may_answer(request: HitRequest, *, by: User) -> Verdict:
    """Whether `by` may open anything: what is opened is given too, so the ground must hold for who answers as well.

    A question from before there was a list has no ground of it, so nothing can be opened.
    """
    return _judge(request.kind, request.aim, request.ground, request.answers or {}, by)


def _judge(kind: str, aim: str, ground: str, given: Collection[str], by: User) -> Verdict:
    """A hit points at one person, place or firm of whom both sides know the value, so its kind counts as shown."""
    wish = Wish(
        recipient=RECIPIENT, purpose=aim, shown=frozenset({kind}), given=frozenset(given), roles=frozenset(by.roles),
        confirmed=sharing.confirmed(by.municipality, ground, RECIPIENT),
    )  # fmt: skip
    return may_share(load().grounds.get(ground), wish)


def ground_name(request: HitRequest) -> str:
    """The ground of a question in words; empty for a question from before there was a list."""
    ground = load().grounds.get(request.ground)
    return ground.title.say(get_language() or "nl") if ground else request.ground
