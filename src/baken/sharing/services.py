"""Writing: give something, record what came back, and send a notice after it. One verb a function, with its trace."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from baken.accounts.models import Municipality, User
from baken.catalogue import load
from baken.files.accept import Accepted
from baken.files.models import StoredFile
from baken.privacy import rights, trace
from baken.sharing import access, alerts, subjects
from baken.sharing.models import (
    NOTICES,
    Delivery,
    DeliveryNote,
    DisclosedContent,
    Disclosure,
    DisclosureEvent,
    EventKind,
    GroundDecision,
    PackageFile,
)
from baken.sharing.package import Package
from baken.sharing.rule import Verdict, Wish, may_share

KIND = "disclosure"
RECORDED = gettext_lazy("Dit is vastgelegd bij wat je ontving. Zet het bij je eigen dossier.")
SAID: dict[str, Any] = {
    EventKind.ERASED: gettext_lazy(
        "De afzender heeft dit gewist omdat een betrokkene daarom vroeg (AVG artikel 17 en 19). Wis het ook, of bepaal zelf waarom het moet blijven."
    )
}


class Refused(RuntimeError):
    """No ground allows it. The message says why, in the language of the page."""


@dataclass(frozen=True, kw_only=True)
class Draft:
    """Everything about a disclosure before it happens. `id` is chosen when the form opens: sent twice is given once.

    `files` go along as they are; `parts` and the package say so in words.
    """

    id: uuid.UUID
    subject_kind: str
    subject_id: str
    ground: str
    wish: Wish
    organisation: str
    package: Package
    parts: tuple[str, ...]
    necessity: str
    files: tuple[StoredFile, ...] = ()
    subsidiarity: str = ""
    answers: dict[str, Any] = field(default_factory=dict)
    receiver: Municipality | None = None  # when they work in this installation
    for_whom: str = ""  # the capability of who reads it there
    outside: bool = False  # it was given already, not by Baken: the package says so in own words


def judge(draft: Draft, *, by: User) -> Verdict:
    """Whether this may go: the ground, with what the municipality confirmed and the roles of who decides."""
    confirmed = access.confirmed(by.municipality, draft.ground, draft.wish.recipient)
    wish = Wish(**{name: getattr(draft.wish, name) for name in ("recipient", "purpose", "shown", "whole", "given")},
                roles=frozenset(by.roles), confirmed=confirmed)  # fmt: skip
    return may_share(load().grounds.get(draft.ground), wish)


@transaction.atomic
def disclose(draft: Draft, *, by: User) -> Disclosure:
    """Give it: a line in the register, what was given, and the receiver's copy when they work here.

    Raises Refused when the ground does not allow it, PermissionError when `by` may not disclose at all.
    """
    if not subjects.may_give(by, draft.subject_kind):
        raise PermissionError
    known: Disclosure | None = Disclosure.objects.filter(pk=draft.id).first()
    if known is not None:
        return _same(known, draft, by)
    verdict = judge(draft, by=by)
    if not verdict.allowed:
        raise Refused(" ".join(verdict.reasons))
    now = timezone.now()
    disclosure = Disclosure(
        id=draft.id, municipality=by.municipality, at=now, subject_kind=draft.subject_kind, subject_id=draft.subject_id,
        recipient=draft.wish.recipient, organisation=draft.organisation, purpose=draft.wish.purpose, ground=draft.ground,
        content_version=load().version, parts=list(draft.parts), shown=sorted(draft.wish.shown),
        files=[each.number for each in draft.files], direct=draft.receiver is not None,
        outside=draft.outside, by=by,
    )  # fmt: skip
    disclosure.save(force_insert=True)
    content = DisclosedContent(
        municipality=by.municipality, at=now, disclosure=disclosure, necessity=draft.necessity,
        subsidiarity=draft.subsidiarity, answers=draft.answers, package=draft.package.as_json(),
    )  # fmt: skip
    content.save(force_insert=True)
    if draft.receiver is not None:
        _deliver(disclosure, draft)
    else:
        _attach(draft.files, disclosed=content)
    _note("disclosed", disclosure, by, why=f"{draft.wish.recipient} {draft.wish.purpose} {draft.ground}")
    for number in disclosure.files:
        _note("file given", disclosure, by, why=number)
    return disclosure


def _attach(files: Iterable[StoredFile], **to: DisclosedContent | Delivery) -> None:
    """Keep the files once: with what was given for the file to be made, or in the copy of the receiver, with their key."""
    (owner,) = to.values()
    for order, each in enumerate(files):
        kept = PackageFile(
            municipality_id=owner.municipality_id, at=owner.at, reference=each.number, order=order, **to
        )
        kept.take(Accepted(each.safe_name, each.format, each.content, each.scanned))
        kept.save(force_insert=True)


def _same(known: Disclosure, draft: Draft, by: User) -> Disclosure:
    """The one that was given already, when it really is the same form sent twice."""
    if (known.municipality_id, known.subject_id) != (by.municipality_id, draft.subject_id):
        raise Refused(_("Dit formulier hoort bij iets anders. Begin opnieuw."))
    return known


def _deliver(disclosure: Disclosure, draft: Draft) -> None:
    assert draft.receiver is not None  # noqa: S101 (the caller made sure)
    delivery = Delivery(
        municipality=draft.receiver, at=disclosure.at, disclosure=disclosure, for_whom=draft.for_whom,
        package=draft.package.as_json(),
    )  # fmt: skip
    delivery.save(force_insert=True)
    _attach(draft.files, delivery=delivery)
    alerts.alert(delivery)


def _note(verb: str, disclosure: Disclosure, by: User, why: str = "") -> None:
    trace.note(verb, KIND, disclosure.pk, actor=by.pk, municipality=by.municipality_id, why=why)


@transaction.atomic
def file_made(disclosure: Disclosure, *, by: User) -> None:
    """Note that somebody made an encrypted file of what was given."""
    _note("file made", disclosure, by)


def record_event(disclosure: Disclosure, *, kind: str, text: str, form: str, by: User) -> DisclosureEvent:
    """Write down what came back (receipt, answer) or what goes after it (a notice). The same form twice is once.

    A notice to a receiver in this installation reaches them at once; for others a file is made of it.
    """
    try:
        with transaction.atomic():
            event = DisclosureEvent(
                municipality_id=disclosure.municipality_id, at=timezone.now(), disclosure=disclosure, kind=kind,
                by=by, form=form, text=text,
            )  # fmt: skip
            event.save(force_insert=True)
            delivery = Delivery.objects.filter(disclosure=disclosure).first() if event.is_notice else None
            if delivery is not None:
                _say(delivery, kind, text)
            _note(kind.replace("_", " "), disclosure, by)
            return event
    except IntegrityError:
        return DisclosureEvent.objects.get(form=form)


def follow_mark(marked: rights.Marked) -> None:
    """A mark on a record reaches everybody who was given it; a restriction is of the municipality alone.

    What is told is that it was recorded, not the words: those stay with the record.
    """
    if marked.mark not in NOTICES:
        return
    by = User.objects.get(pk=marked.actor)
    for given in Disclosure.objects.filter(subject_kind=marked.kind, subject_id=str(marked.record)):
        with override("nl"):
            text = _("Dit geldt niet meer.") if marked.ended else str(SAID.get(marked.mark, RECORDED))
        record_event(given, kind=marked.mark, text=text, form=f"mark-{uuid.uuid4()}", by=by)


def _say(delivery: Delivery, kind: str, text: str, taken_as: uuid.UUID | None = None) -> None:
    DeliveryNote(
        municipality_id=delivery.municipality_id, at=timezone.now(), delivery=delivery, kind=kind, text=text,
        taken_as=taken_as,
    ).save(force_insert=True)  # fmt: skip


@transaction.atomic
def reply(delivery: Delivery, *, kind: str, text: str, form: str, by: User) -> None:
    """The receiver says that it arrived, or answers; the giver reads it in the register."""
    if DisclosureEvent.objects.filter(form=form).exists():
        return
    _say(delivery, kind, text)
    _back(delivery, kind, text, form, by)
    trace.note(kind, "delivery", delivery.pk, actor=by.pk, municipality=by.municipality_id)


def _back(delivery: Delivery, kind: str, text: str, form: str, by: User) -> None:
    giver = access.giver_of(delivery)
    DisclosureEvent(
        municipality=giver, at=timezone.now(), disclosure_id=delivery.disclosure_id, kind=kind, by=by, form=form,
        text=text,
    ).save(force_insert=True)  # fmt: skip


@transaction.atomic
def mark_taken_over(delivery: Delivery, *, report: uuid.UUID, by: User) -> None:
    """The receiver made a report (or a case) of it. Twice is once."""
    form = f"overname-{delivery.pk}"
    if DisclosureEvent.objects.filter(form=form).exists():
        return
    _say(delivery, EventKind.TAKEN_OVER, "", taken_as=report)
    _back(delivery, EventKind.TAKEN_OVER, "", form, by)
    trace.note("taken over", "delivery", delivery.pk, actor=by.pk, municipality=by.municipality_id)


@transaction.atomic
def decide_ground(ground: str, recipient: str, *, holds: bool, reference: str, by: User) -> GroundDecision:
    """The privacy officer records that a ground holds for a receiver, or no longer. Raises Refused for an unknown route."""
    found = load().grounds.get(ground)
    route = found.route_to(recipient) if found else None
    if route is None or not route.confirm:
        raise Refused(_("Over deze grondslag en ontvanger valt niets te bevestigen."))
    decision = GroundDecision(
        municipality=by.municipality, at=timezone.now(), ground=ground, recipient=recipient, holds=holds, by=by,
        reference=reference,
    )  # fmt: skip
    decision.save(force_insert=True)
    verb = "ground confirmed" if holds else "ground withdrawn"
    trace.note(
        verb, "ground", decision.pk, actor=by.pk, municipality=by.municipality_id, why=f"{ground} {recipient}"
    )
    return decision


@transaction.atomic
def forget_content(kind: str, subject: uuid.UUID) -> int:
    """What was given about a subject goes at the giver's, because the subject itself was erased; the register lines stay.

    Gives how many rows went.
    """
    about = DisclosedContent.objects.filter(disclosure__subject_kind=kind, disclosure__subject_id=str(subject))
    count, _rows = about.delete()
    return count
