"""Writing: send a report on, and take over what another municipality sent. Atomic, with what each room notes itself."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from baken.accounts import access as people
from baken.accounts.models import Municipality, User
from baken.files.accept import Accepted
from baken.handover.compose import Choices, Composed, compose, outside
from baken.sharing import access as given
from baken.sharing import services as sharing
from baken.sharing.models import Delivery, Disclosure
from baken.sharing.rule import Verdict, Wish
from baken.signals import services as signals
from baken.signals.models import Report
from baken.signals.told import Told

ABOUT = "report"


class CannotReceive(RuntimeError):
    """Nobody there can read it: the message says what to do instead."""


@dataclass(frozen=True)
class Receiver:
    """A receiver in this installation: which municipality, and the capability of who reads it."""

    municipality: Municipality
    capability: str


def receiver_here(place: Municipality, capability: str) -> Receiver:
    """The receiver, when somebody there can read it. Raises CannotReceive otherwise."""
    if not people.who_may(capability, place, today=timezone.localdate()):
        raise CannotReceive(_("Daar is nu niemand die het kan lezen. Kies een bestand, of bel eerst."))
    return Receiver(place, capability)


def draft_of(report: Report, choices: Choices, receiver: Receiver | None, *, by: User) -> sharing.Draft:
    """The disclosure as it would happen now."""
    return _draft(report, choices, compose(report, choices, by=by, on=timezone.localdate()), receiver)


def draft_outside(report: Report, choices: Choices, told: str, *, on: date, by: User) -> sharing.Draft:
    """The disclosure that happened already on that day, outside Baken, as the register would hold it."""
    made = outside(report, choices, told, by=by, on=on)
    return replace(_draft(report, choices, made, None), outside=True)


def _draft(report: Report, choices: Choices, made: Composed, receiver: Receiver | None) -> sharing.Draft:
    answers = {name: said for name, said in choices.given.items() if name not in ("necessity", "subsidiarity")}
    return sharing.Draft(
        id=choices.id, subject_kind=ABOUT, subject_id=str(report.pk), ground=choices.ground,
        wish=_wish(choices, made), organisation=choices.organisation, package=made.package, parts=choices.parts,
        necessity=choices.given.get("necessity", ""), subsidiarity=choices.given.get("subsidiarity", ""),
        files=made.files, answers=answers, receiver=receiver.municipality if receiver else None,
        for_whom=receiver.capability if receiver else "",
    )  # fmt: skip


def _wish(choices: Choices, made: Composed) -> Wish:
    given_needs = frozenset(name for name, said in choices.given.items() if said)
    return Wish(
        recipient=choices.recipient, purpose=choices.purpose, roles=frozenset(), shown=made.shown, whole=made.whole,
        given=given_needs,
    )  # fmt: skip


def judge(draft: sharing.Draft, *, by: User) -> Verdict:
    """Whether it may go."""
    return sharing.judge(draft, by=by)


@transaction.atomic
def send_on(report: Report, draft: sharing.Draft, *, by: User) -> Disclosure:
    """Give it, and say so at the report. Sent twice is once. Raises Refused when the ground does not allow it."""
    report = Report.objects.select_for_update(no_key=True).get(pk=report.pk)
    if given.about(by, ABOUT, report.pk).filter(pk=draft.id).exists():
        return sharing.disclose(draft, by=by)
    disclosure = sharing.disclose(draft, by=by)
    with override("nl"):
        reference = f"{disclosure.number}: {disclosure.recipient_name}, {disclosure.purpose_name.lower()}"
    signals.mark_sent_on(report, reference=reference, by=by)
    return disclosure


def take_over(delivery: Delivery, *, by: User) -> UUID:
    """Make a report of what was sent here, with its files: with its own key and the reference of the sender. Twice is once.

    Raises NotTaken when it cannot be stored now.
    """
    told = Told(form=f"overname-{delivery.pk}", story=delivery.content.told)
    came = [Accepted(each.safe_name, each.format, each.content, each.scanned) for each in given.files_of(delivery)]
    report = signals.receive_report(by.municipality, told, came).report
    with transaction.atomic():
        if given.taken_from(by, report.pk) is None:
            with override("nl"):
                note = _("Overgenomen van gemeente %(name)s, kenmerk %(number)s.") % {
                    "name": given.giver_of(delivery).name,
                    "number": delivery.number,
                }
            signals.add_note(report, text=note, by=by)
            sharing.mark_taken_over(delivery, report=report.pk, by=by)
    return report.pk
