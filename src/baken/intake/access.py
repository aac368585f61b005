"""Reading: who may file which way, one's own filings (without content), and the links that wait."""

from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _

from baken.accounts.models import User
from baken.intake.models import Application, Filing, ImportBatch, OneTimeLink
from baken.intake.ways import Way
from baken.privacy import trace
from baken.signals.models import Report, number_of
from baken.signals.services import hash_of
from baken.signals.steps import ReportStatus

LATEST = 50
PLAIN = {
    ReportStatus.NEW: _("nog niet gewogen"),
    ReportStatus.TAKEN: _("gelezen en opgepakt"),
    ReportStatus.ASKED: _("wacht op jouw antwoord"),
    ReportStatus.CLOSED: _("afgerond"),
}
BUSY = _("gelezen en in behandeling")
ABOUT_OWN = ("report_id", "report__received_on", "report__status")


def may_file_for_others(user: User) -> User:
    """This person, when allowed to file on behalf of somebody. Raises PermissionDenied otherwise."""
    if not user.may("file_for_others"):
        raise PermissionDenied
    return user


def own_filings(user: User) -> list[dict[str, Any]]:
    """What this person filed from work: number, day and status in plain words. Nothing of what was told."""
    found = Filing.objects.filter(by=user, way=Way.STAFF).order_by("-report__received_on", "report_id")
    return [
        row | {"number": number_of(row["report_id"]), "status": PLAIN.get(row["report__status"], BUSY)}
        for row in found.values(*ABOUT_OWN)[:LATEST]
    ]


def filing_of(report: Report) -> Filing | None:
    """How a report came in, for who may read that report; None for the public form."""
    return Filing.objects.filter(report=report).select_related("by", "application", "link__made_by").first()


def links_for(user: User) -> QuerySet[OneTimeLink]:
    """The one-time links of this person's municipality. Raises PermissionDenied without the capability."""
    if not user.may("invite_reporters"):
        raise PermissionDenied
    return OneTimeLink.objects.filter(municipality=user.municipality_id).select_related("made_by")


def read_links(user: User, most: int) -> list[OneTimeLink]:
    """The newest of them with whom they are meant for, and a trace that they were read."""
    found = links_for(user)[:most]
    trace.note("seen", "report link", "list", actor=user.pk, municipality=user.municipality_id)
    return list(found)


def link_for(user: User, pk: UUID) -> OneTimeLink:
    """One of them; that of another municipality does not exist (404)."""
    return get_object_or_404(links_for(user), pk=pk)


def is_open(link: OneTimeLink, *, today: date) -> bool:
    """Whether the link still works."""
    return link.used_on is None and link.withdrawn_on is None and today <= link.expires_on


def usable_link(token: str, form: str, *, today: date) -> OneTimeLink | None:
    """The link of this token while it works, or when exactly this form was filed with it: its answer is shown again."""
    link = OneTimeLink.objects.filter(token_hash=hash_of(token)).select_related("municipality").first()
    if link is None or is_open(link, today=today):
        return link
    sent = Filing.objects.filter(link=link, report__form_hash=hash_of(form)).exists()
    return link if sent else None


def imports_of(user: User) -> QuerySet[ImportBatch]:
    """What this person took over from files, or is about to. Raises PermissionDenied without the capability."""
    if not user.may("import_reports"):
        raise PermissionDenied
    return ImportBatch.objects.filter(by=user, municipality=user.municipality_id)


def import_of(user: User, pk: UUID) -> ImportBatch:
    """One of them, with a trace that the lines were read; somebody else's does not exist (404)."""
    found = get_object_or_404(imports_of(user), pk=pk)
    trace.note("seen", "import", pk, actor=user.pk, municipality=found.municipality_id)
    return found


def applications_for(user: User) -> QuerySet[Application]:
    """The other systems of this administrator's municipality. Raises PermissionDenied without the capability."""
    if not user.may("manage_settings"):
        raise PermissionDenied
    return Application.objects.filter(municipality=user.municipality_id)


def application_for(user: User, pk: UUID) -> Application:
    """One of them; that of another municipality does not exist (404)."""
    return get_object_or_404(applications_for(user), pk=pk)


def application_of(token: str, *, scope: str, today: date) -> Application | None:
    """The system that this token belongs to, while it works and is meant for this."""
    found = Application.objects.filter(
        token_hash=hash_of(token), revoked_on=None, expires_on__gte=today, scope=scope
    )
    return found.select_related("municipality").first()


def filed_by(application: Application, form: str) -> Filing | None:
    """What this system filed before with this form's secret."""
    found = Filing.objects.filter(application=application, report__form_hash=hash_of(form))
    return found.select_related("report").first()
