"""Reading what was given and received: who may see which; reading content leaves a trace."""

from datetime import date
from typing import NoReturn
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

from baken.accounts.models import Municipality, User
from baken.privacy import trace
from baken.sharing import subjects
from baken.sharing.models import (
    Delivery,
    DeliveryNote,
    DisclosedContent,
    Disclosure,
    DisclosureEvent,
    EventKind,
    GroundDecision,
    PackageFile,
)

RECEIVERS = ("receive_reports", "receive_for_care", "receive_cases")


def register(user: User) -> QuerySet[Disclosure]:
    """The register of this municipality, newest first. Raises PermissionDenied without the capability.

    The privacy officer sees every line; who gives sees those about reports. What was given from a case stands at the case.
    """
    if not user.may("read_disclosures"):
        raise PermissionDenied
    found = Disclosure.objects.filter(municipality=user.municipality_id).select_related("by")
    return found.filter(subject_kind=subjects.REPORT) if user.may("disclose") else found


def to_export(user: User) -> QuerySet[Disclosure]:
    """The whole register, for the privacy officer to take along: 403 for others. Leaves a trace."""
    if not user.may("read_disclosures") or user.may("disclose"):
        raise PermissionDenied
    trace.note("exported", "disclosure", "register", actor=user.pk, municipality=user.municipality_id)
    return register(user)


def about(user: User, kind: str, subject: object) -> QuerySet[Disclosure]:
    """What was given about one subject, newest first; nothing for who may not read it."""
    if not (user.may("read_disclosures") or subjects.reads(user, kind, str(subject))):
        return Disclosure.objects.none()
    found = Disclosure.objects.filter(
        municipality=user.municipality_id, subject_kind=kind, subject_id=str(subject)
    )
    return found.select_related("by").prefetch_related("events")


def _refuse(user: User, kind: str, pk: UUID) -> NoReturn:
    trace.refuse(kind, pk, actor=user.pk, municipality=user.municipality_id)
    raise Http404


def read_disclosure(user: User, pk: UUID) -> Disclosure:
    """One line of the register with a trace; another municipality's does not exist: 404, also traced.

    The content is for who may disclose; pages ask `may_read_content`.
    """
    if not (user.may("read_disclosures") or subjects.may_give_something(user)):
        raise PermissionDenied
    mine = Disclosure.objects.filter(municipality=user.municipality_id)
    found: Disclosure | None = mine.filter(pk=pk).select_related("by").first()
    officer = user.may("read_disclosures") and not user.may("disclose")
    if found is None or not (officer or may_read_content(user, found)):
        _refuse(user, "disclosure", pk)
    trace.note("seen", "disclosure", pk, actor=user.pk, municipality=user.municipality_id)
    return found


def may_read_content(user: User, disclosure: Disclosure) -> bool:
    """Whether this person sees what was given; the privacy officer sees that, to whom and why, but not what."""
    return subjects.reads(user, disclosure.subject_kind, disclosure.subject_id)


def disclosure_to_change(user: User, pk: UUID) -> Disclosure:
    """One that this user may add to or make a file of. Raises PermissionDenied without the capability."""
    if not subjects.may_give_something(user):
        raise PermissionDenied
    found = read_disclosure(user, pk)
    if not may_read_content(user, found):
        _refuse(user, "disclosure", pk)
    return found


def content_of(disclosure: Disclosure) -> DisclosedContent | None:
    """What was given; None once its term is over. Only for who may disclose: ask `may_read_content` first."""
    return DisclosedContent.objects.filter(disclosure=disclosure).first()


def content_called(disclosure: UUID) -> DisclosedContent | None:
    """What was given in this line of the register, for a room that lets one person read it and traced that."""
    return DisclosedContent.objects.filter(disclosure=disclosure).first()


def files_of(what: DisclosedContent | Delivery) -> list[PackageFile]:
    """The files that went along, without their content."""
    return list(what.files.defer("content"))


def read_delivered_file(user: User, pk: UUID, file: UUID) -> PackageFile:
    """One file of a received package, with a trace that it was fetched. What is for others does not exist: 404, also traced."""
    found: PackageFile | None = PackageFile.objects.filter(
        pk=file, delivery=pk, delivery__in=received(user)
    ).first()
    if found is None:
        _refuse(user, "delivery", pk)
    trace.note("file opened", "delivery", pk, actor=user.pk, municipality=user.municipality_id, why=found.number)
    return found


def event_of(disclosure: Disclosure, pk: str) -> DisclosureEvent | None:
    """One notice that followed on this disclosure, or None."""
    found = {str(event.pk): event for event in events_of(disclosure) if event.is_notice}
    return found.get(pk)


def events_of(disclosure: Disclosure) -> list[DisclosureEvent]:
    """What followed, oldest first."""
    return list(disclosure.events.select_related("by"))


def received(user: User) -> QuerySet[Delivery]:
    """What this person received from others, newest first. Raises PermissionDenied without the capability."""
    if not user.may("receive_packages"):
        raise PermissionDenied
    mine = [each for each in RECEIVERS if user.may(each)]
    mine_only = Delivery.objects.filter(municipality=user.municipality_id, for_whom__in=mine)
    return mine_only.select_related("disclosure__municipality").prefetch_related("notes")


def waiting_for(user: User) -> int:
    """How many received packages got no answer yet; 0 for who receives none."""
    return received(user).filter(notes=None).count() if user.may("receive_packages") else 0


def unanswered(municipality: Municipality) -> list[tuple[date, str]]:
    """Of each received package without an answer: the day it came, and the capability of its readers. No content."""
    rows = Delivery.objects.filter(municipality=municipality, notes=None).values_list("at", "for_whom")
    return [(timezone.localtime(at).date(), for_whom) for at, for_whom in rows]


def read_delivery(user: User, pk: UUID) -> Delivery:
    """One received package with a trace. What is for others does not exist: 404, also traced."""
    found = received(user).filter(pk=pk).first()
    if found is None:
        _refuse(user, "delivery", pk)
    trace.note("seen", "delivery", pk, actor=user.pk, municipality=user.municipality_id)
    return found


def notes_of(delivery: Delivery) -> list[DeliveryNote]:
    """What was said about a received package, oldest first."""
    return list(delivery.notes.all())


def taken_from(user: User, report: UUID) -> Delivery | None:
    """The package that this report was made of, for who receives packages; None for other reports and people."""
    if not user.may("receive_reports"):
        return None
    note = DeliveryNote.objects.filter(
        taken_as=report, municipality=user.municipality_id, kind=EventKind.TAKEN_OVER
    )
    found = note.select_related("delivery__disclosure__municipality").first()
    return found.delivery if found else None


def giver_of(delivery: Delivery) -> Municipality:
    """The municipality that sent a package; its name is public."""
    return delivery.disclosure.municipality


def decisions(municipality: Municipality) -> dict[tuple[str, str], GroundDecision]:
    """The latest decision of a municipality on each ground and receiver."""
    rows = GroundDecision.objects.filter(municipality=municipality).order_by("at")
    return {(row.ground, row.recipient): row for row in rows}


def confirmed(municipality: Municipality, ground: str, recipient: str) -> bool:
    """Whether the municipality decided that this ground holds for this receiver."""
    rows = GroundDecision.objects.filter(municipality=municipality, ground=ground, recipient=recipient)
    last = rows.order_by("-at").first()
    return last is not None and last.holds


def may_see_grounds(user: User) -> bool:
    """Whether this person sees the list of grounds; raises PermissionDenied otherwise."""
    if not (user.may("read_disclosures") or user.may("confirm_grounds") or subjects.may_give_something(user)):
        raise PermissionDenied
    return user.may("confirm_grounds")
