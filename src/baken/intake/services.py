"""Writing: file a report another way than the public form. One verb a function, atomic, with its trace."""

import secrets
from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from baken.accounts.models import Municipality, User
from baken.files.accept import Accepted
from baken.intake import access
from baken.intake.models import Filing, OneTimeLink
from baken.intake.ways import FOR_OTHERS, Way
from baken.privacy import trace
from baken.signals.handling import Handling
from baken.signals.models import Report
from baken.signals.services import Received, hash_of, receive_report
from baken.signals.told import Told

LINK_DAYS = 7


class LinkClosed(RuntimeError):
    """The link was used, withdrawn or is too old."""


def keep_filing(report: Report, way: str, by: User | None, **beside: object) -> None:
    """Keep how the report came in. On behalf of a caller the trace has a day and no time, as for the caller."""
    Filing(report=report, municipality_id=report.municipality_id, way=way, by=by, **beside).save(force_insert=True)
    if by is not None:
        place = report.municipality_id
        trace.note(
            "filed", "report", report.pk, actor=by.pk, municipality=place, why=way, timed=way not in FOR_OTHERS
        )


def file_for_somebody(
    place: Municipality, told: Told, files: Sequence[Accepted] = (), *, way: str, by: User
) -> Received:
    """File what a caller or visitor tells and gives; the code in the answer is theirs. Raises as `receive_report`."""
    access.may_file_for_others(by)
    handling = Handling(beside=lambda report: keep_filing(report, way, by))
    return receive_report(place, told, files, handling=handling)


def file_from_work(
    place: Municipality, told: Told, files: Sequence[Accepted] = (), *, about: dict[str, str], by: User
) -> Received:
    """File as oneself; `about` is service and function. Raises as `receive_report`."""
    handling = Handling(beside=lambda report: keep_filing(report, Way.STAFF, by, **about))
    return receive_report(place, told, files, handling=handling)


def file_with_link(
    link: OneTimeLink, told: Told, files: Sequence[Accepted] = (), *, about: dict[str, str]
) -> Received:
    """File with a one-time link, which is used up in the same transaction. The same form sent twice is one report.

    `about` is service and function. Raises LinkClosed when the link no longer works, and as `receive_report`.
    """

    def check() -> None:
        if not access.is_open(OneTimeLink.objects.select_for_update().get(pk=link.pk), today=timezone.localdate()):
            raise LinkClosed

    def use_up(report: Report) -> None:
        now = OneTimeLink.objects.get(pk=link.pk)
        now.used_on = timezone.localdate()
        now.save(update_fields=["used_on"])
        keep_filing(report, Way.LINK, None, link=now, **about)

    return receive_report(link.municipality, told, files, handling=Handling(first=check, beside=use_up))


@transaction.atomic
def make_link(*, meant_for: str, by: User) -> str:
    """Make a one-time link for LINK_DAYS days; gives its path. The token is not kept, only its hash."""
    access.links_for(by)
    token, today = secrets.token_urlsafe(32), timezone.localdate()
    link = OneTimeLink(
        municipality=by.municipality,
        token_hash=hash_of(token),
        made_by=by,
        made_on=today,
        expires_on=today + timedelta(days=LINK_DAYS),
        meant_for=meant_for,
    )
    link.save(force_insert=True)
    trace.note("made", "report link", link.pk, actor=by.pk, municipality=link.municipality_id)
    return reverse("intake:with_link", args=[token])


@transaction.atomic
def withdraw_link(link: OneTimeLink, *, by: User) -> None:
    """Make a link stop working. One that was used stays as it is."""
    link = OneTimeLink.objects.select_for_update().get(pk=link.pk)
    if link.used_on is None and link.withdrawn_on is None:
        link.withdrawn_on = timezone.localdate()
        link.save(update_fields=["withdrawn_on"])
        trace.note("withdrawn", "report link", link.pk, actor=by.pk, municipality=link.municipality_id)
