"""Writing: decide about a link, ask and answer about a hit, switch comparing on and off."""

import math
from collections.abc import Iterable
from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from baken.accounts import services as people
from baken.accounts.models import Ground, Municipality, User
from baken.catalogue import load
from baken.links import asking, finding
from baken.links.asking import Question
from baken.links.models import (
    HitRequest,
    LinkDecision,
    LinkSeen,
    OpenedReport,
    RegionalHit,
    ReportLink,
)
from baken.privacy import trace
from baken.sharing.rule import Verdict
from baken.signals import tokens
from baken.signals.models import Report

QUESTIONS, HOUR = 30, timedelta(hours=1)


class Changed(RuntimeError):
    """Somebody else was first; the message says so."""


class Refused(RuntimeError):
    """No ground allows it. The message says why, in the language of the page."""


class TooMany(RuntimeError):
    """This person asked QUESTIONS questions within the hour; `seconds` until the next one may come."""

    def __init__(self, seconds: int) -> None:
        super().__init__(
            _("Je hebt in een uur al %(most)s vragen gesteld. Wacht even met de volgende.") % {"most": QUESTIONS}
        )
        self.seconds = seconds


@transaction.atomic
def decide(link: ReportLink, *, verdict: str, reason: str, seen: int, by: User) -> LinkDecision:
    """Decide whether it is the same. An earlier decision stays in the history.

    `seen`: how many decisions there were when the page was opened. Raises Changed when there are more by now.
    """
    link = ReportLink.objects.select_for_update().get(pk=link.pk)
    if LinkDecision.objects.filter(link=link).count() != seen:
        raise Changed(_("Een collega heeft hier net over besloten. Kijk eerst wat er staat."))
    decision = LinkDecision(
        link=link, municipality_id=link.municipality_id, verdict=verdict, reason=reason, by=by, at=timezone.now()
    )
    decision.save(force_insert=True)
    for report in (link.one_id, link.other_id):
        trace.note("link decided", "report", report, actor=by.pk, municipality=link.municipality_id, why=verdict)
    return decision


def open_links(report: Report, by: User) -> None:
    """Somebody opens this report: what just came in is looked up, so that its links are there at once, and they are no longer new."""
    finding.look_up(by.municipality_id)
    links = ReportLink.objects.filter(finding.about(report.pk))
    LinkSeen.objects.bulk_create([LinkSeen(link=link, user=by) for link in links], ignore_conflicts=True)


@transaction.atomic
def ask(report: Report, *, to_place: Municipality, kind: str, question: Question, by: User) -> HitRequest:
    """Ask another municipality about a hit.

    Raises Refused when the ground does not allow it, Changed when a colleague's question is still open, and TooMany.
    """
    _stop_unless(asking.may_ask(kind, question, by=by))
    _may_ask(by)
    request = HitRequest(
        region_id=by.municipality.region_id,
        report=report,
        kind=kind,
        from_place=by.municipality,
        to_place=to_place,
        asked_by=by,
        asked_at=timezone.now(),
        aim=question.aim,
        ground=question.ground,
        content_version=load().version,
        purpose=question.purpose,
        answers=question.answers,
    )
    try:
        with transaction.atomic():
            request.save(force_insert=True)
    except IntegrityError:
        raise Changed(_("Een collega stelde deze vraag al. Het antwoord komt bij die vraag.")) from None
    trace.note("hit asked", "report", report.pk, actor=by.pk, municipality=report.municipality_id, why=kind)
    why = f"{kind} {question.aim} {question.ground}"
    for place in (request.from_place_id, request.to_place_id):
        trace.note("asked", "hit request", request.pk, actor=by.pk, municipality=place, why=why)
    return request


def _stop_unless(verdict: Verdict) -> None:
    if not verdict.allowed:
        raise Refused(" ".join(verdict.reasons))


def _may_ask(by: User) -> None:
    """Who asks about everything is looking around. The question that is QUESTIONS back is the one to wait for."""
    now = timezone.now()
    asked = HitRequest.objects.filter(asked_by=by, asked_at__gt=now - HOUR).order_by("-asked_at")
    first = asked.values_list("asked_at", flat=True)[QUESTIONS - 1 : QUESTIONS].first()
    if first is not None:
        raise TooMany(math.ceil((first + HOUR - now).total_seconds()))


def grant(request: HitRequest, *, opened: Iterable[Report], note: str, by: User) -> HitRequest:
    """Answer: open number, day, setting and type of these reports, with a note.

    Raises Refused when the ground does not hold for who answers, and Changed when it was answered.
    """
    _stop_unless(asking.may_answer(request, by=by))
    return _answer(request, HitRequest.Status.GRANTED, list(opened), note, by)


def refuse(request: HitRequest, *, reason: str, by: User) -> HitRequest:
    """Answer: nothing is opened, and why. Raises Changed when it was answered already."""
    return _answer(request, HitRequest.Status.REFUSED, [], reason, by)


@transaction.atomic
def _answer(request: HitRequest, status: str, opened: list[Report], note: str, by: User) -> HitRequest:
    request = HitRequest.objects.select_for_update().get(pk=request.pk)
    if not request.is_open:
        raise Changed(_("Een collega heeft deze vraag net beantwoord."))
    request.status, request.note, request.answered_by, request.answered_at = status, note, by, timezone.now()
    request.save(update_fields=["status", "note", "answered_by", "answered_at"])
    for report in opened:
        OpenedReport.objects.create(request=request, report=report)
    for report in opened:
        trace.note(
            "opened to", "report", report.pk, actor=by.pk, municipality=by.municipality_id, why=request.kind
        )
    for place in (request.from_place_id, request.to_place_id):
        trace.note(status, "hit request", request.pk, actor=by.pk, municipality=place, why=request.kind)
    return request


def switch_on(
    municipality: Municipality, what: str, *, legal_ground: str, dpia: str, decided_on: date, by: User
) -> Ground:
    """Record the ground. New reports get tokens from now on; the worker gives older ones theirs. Raises NotPossible."""
    return people.record_ground(
        municipality, what, legal_ground=legal_ground, dpia=dpia, decided_on=decided_on, by=by
    )


@transaction.atomic
def switch_off(ground: Ground, *, by: User) -> None:
    """End a ground and delete what stood on it: tokens, and the links or hits found with them. Raises NotPossible."""
    people.end_ground(ground, by=by)
    place = ground.municipality
    if ground.what == Ground.What.MATCHING:
        tokens.forget_tokens(place, regional=False)
        ReportLink.objects.filter(municipality=place).delete()
    if ground.what == Ground.What.REGIONAL:
        tokens.forget_tokens(place, regional=True)
        RegionalHit.objects.filter(one_place=place).delete()
        RegionalHit.objects.filter(other_place=place).delete()
