"""A second person from another municipality: who may be asked, what that person reads, and until when.

Reading across municipalities is giving. So it goes through the register of `sharing`, on a ground, with everything that
can be recognised hidden; and it is open for one person, for one weighing, until it was decided.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import override

from baken.accounts import access as people
from baken.accounts.models import User
from baken.assessment.stored import assessment_in
from baken.catalogue import load
from baken.catalogue.grounds import LegalGround
from baken.check.result import result_of
from baken.privacy import trace
from baken.sharing import access as given
from baken.sharing.masking import masked
from baken.sharing.package import Package
from baken.signals import access as reports
from baken.signals.models import Report, Weighing
from baken.signals.steps import ReportStatus
from baken.triage import access
from baken.triage.models import LookAlong
from baken.ui.templatetags.ui import day

RECEIVER = "municipality"
BEST_PURPOSES = ("advice", "own-task", "protect")


@dataclass(frozen=True, kw_only=True)
class Question:
    """Whom to ask, on which ground, with the answers to what the ground needs, and exactly what that person reads."""

    to: User
    ground: str
    answers: dict[str, str]
    package: Package


def grounds_for(user: User) -> dict[str, LegalGround]:
    """The grounds on which this municipality may let another one read: those that need no decision, or have one."""
    found = {}
    for slug, ground in load().grounds.items():
        route = ground.route_to(RECEIVER)
        if route and (not route.confirm or given.confirmed(user.municipality, slug, RECEIVER)):
            found[slug] = ground
    return found


def purpose_of(ground: LegalGround) -> str:
    """For what another municipality looks along on this ground: to advise, where the ground allows that."""
    route = ground.route_to(RECEIVER)
    assert route is not None  # noqa: S101 (it came from `grounds_for`)
    return next((each for each in BEST_PURPOSES if each in route.purposes), route.purposes[0])


def colleagues(user: User, today: date) -> list[User]:
    """Who in the other municipalities of the region weighs reports and is there today."""
    places = people.other_municipalities(user)
    found = [each for place in places for each in people.who_may(access.WEIGH, place, today=today)]
    return sorted(found, key=lambda each: (each.municipality.name, each.name))


def works_alone(report: Report, user: User, today: date) -> bool:
    """Whether this person weighed the report and nobody of their own municipality can look a second time."""
    last = access.last_weighing(report)
    if report.status != ReportStatus.SECOND or last is None or last.by_id != user.pk:
        return False
    return not [each for each in access.present(user, today=today) if each.pk != user.pk]


def report_to_ask(user: User, pk: UUID, today: date) -> Report:
    """The report that this person, who works alone, may ask somebody else to look at. Anything else is 404, also traced."""
    if not (user.may(access.WEIGH) and user.may("disclose")):
        raise PermissionDenied
    report = reports.report_to_weigh(user, pk)
    if not works_alone(report, user, today):
        raise Http404
    return report


def asked_for(report: Report) -> LookAlong | None:
    """Who is asked to look along now, or None."""
    found = LookAlong.objects.filter(report=report, ended_at=None).select_related("to__municipality").first()
    return found if found and is_open(found) else None


def is_open(asked: LookAlong) -> bool:
    """Whether it still waits: not ended, and the weighing is the last one of a report that waits for a second person."""
    last = access.last_weighing(asked.report)
    waits = asked.ended_at is None and asked.report.status == ReportStatus.SECOND
    return waits and last is not None and last.pk == asked.weighing


def waiting_for(user: User) -> list[LookAlong]:
    """What others ask this person to look at."""
    if not user.may(access.WEIGH):
        return []
    found = LookAlong.objects.filter(to=user, ended_at=None).select_related("report", "municipality")
    return [each for each in found if is_open(each)]


def read_along(user: User, pk: UUID) -> LookAlong:
    """One question to look along, with a trace that it was read. Before, after, and for others it does not exist: 404, traced."""
    if not user.may(access.WEIGH):
        raise PermissionDenied
    found = next((each for each in waiting_for(user) if each.pk == pk), None)
    if found is None:
        trace.note("refused", "look along", pk, actor=user.pk, municipality=user.municipality_id)
        raise Http404
    trace.note("looked along", "report", found.report_id, actor=user.pk, municipality=found.municipality_id)
    return found


def text_of(asked: LookAlong) -> str:
    """What the person may read: exactly what the register says was given."""
    content = given.content_called(asked.disclosure)
    if content is None:
        raise Http404
    return Package.of(content.package).as_text()


def package_of(report: Report, weighing: Weighing, words: Iterable[str]) -> Package:
    """What a colleague elsewhere reads, in Dutch, with everything that was found hidden, and these words too."""
    talk = [message.text for message in reports.talk_of(report) if message.text]
    story, reason, *said = masked([report.story, weighing.reason, *talk], words=tuple(words))
    with override("nl"):
        result = result_of(assessment_in(report.assessment), report.story)
        kinds = ", ".join(" / ".join(kind.title.nl for kind in each.types) for each in result.types)
        sections = [(_("Wat er gemeld is"), story)]
        sections += [(_("Berichten"), "\n\n".join(said))] if said else []
        sections += [(_("Beoordeling"), "\n".join(line for line in (str(result.concern), kinds) if line))]
        sections += [(_("Waarom het dicht kan"), f"{weighing.get_outcome_display()}. {reason}")]
        return Package(_("Vraag om mee te kijken"), _facts(report), tuple(sections))


def _facts(report: Report) -> tuple[tuple[str, str], ...]:
    return (
        (_("Van"), report.municipality.name),
        (_("Over"), _("een melding van %(day)s") % {"day": day(report.received_on)}),
        (_("Let op"), _("Alleen om mee te kijken. Bewaar niets.")),
    )
