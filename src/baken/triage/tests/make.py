"""Builders for tests: a report in each state of the work, with fixed values."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from baken.accounts.models import User
from baken.signals import moves, services
from baken.signals.models import Report
from baken.signals.tests.make import make_report
from baken.triage import access, along, asking, relating, settings
from baken.triage import services as triage
from baken.triage.models import LookAlong, Relation, SavedFilter

CALM = "Er staat een fiets in de gang."


def make_old_report(by: User, *, days: int, form: str = "oud-" + "o" * 20, **told: Any) -> Report:
    """A report that came in so many days ago, in the municipality of `by`."""
    report = make_report(by.municipality, form=form, **told)
    report.received_on = timezone.localdate() - timedelta(days=days)
    moves.begin_term(report, report.received_on)
    report.save(update_fields=["received_on", "term_from", "due_on"])
    return report


def make_waiting(by: User, *, reason: str = "Ik zie niets meer te doen.", **told: Any) -> Report:
    """A high concern that `by` wants to close without follow-up."""
    report = make_report(by.municipality, **told)
    decided: Any = {"agrees": True, "concern": "", "outcome": "advice", "reason": reason}
    services.weigh_report(report, seen=0, by=by, **decided)
    return Report.objects.get(pk=report.pk)


def make_relation(by: User, report: Report, form: str = "ander-" + "a" * 20) -> Relation:
    """`report` belongs to another report of the same municipality."""
    other = make_report(report.municipality, form=form)
    return relating.relate(report, other=other, kind=Relation.Kind.RELATED, reason="Zelfde straat.", by=by)


def make_filter(by: User, name: str = "Snel kijken", query: str = "urgentie=high") -> SavedFilter:
    """A list that `by` keeps."""
    kept = settings.keep_filter(name=name, query=query, by=by)
    assert kept is not None
    return kept


def make_taken(by: User, **told: Any) -> Report:
    """A report that `by` has."""
    report = make_report(by.municipality, **told)
    triage.take_report(report, seen=triage.state_of(report), by=by)
    return Report.objects.get(pk=report.pk)


def make_look_along(by: User, to: User, report: Report) -> LookAlong:
    """`by`, who works alone, asks `to` of another municipality to look along."""
    weighing = access.last_weighing(report)
    assert weighing is not None
    package = along.package_of(report, weighing, ())
    answers = {"unrecognisable": "ja", "necessity": "Ik werk alleen."}
    question = along.Question(to=to, ground="no-personal-data", answers=answers, package=package)
    return asking.ask(report, question, by=by)
