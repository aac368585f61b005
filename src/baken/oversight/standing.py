"""How each report stands with its term: the facts read from the tables, the rule applied. No check of rights: see `access`."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from baken.coordination.models import Case, CaseReport
from baken.oversight.models import ReportMark, RequestReport, RetentionTerm, Stay
from baken.privacy.due import WARN_DAYS, Due, Facts, due
from baken.privacy.retention import later
from baken.privacy.terms import KINDS, Kind
from baken.signals.models import CLOSED_RANK, Report, Weighing, number_of
from baken.signals.steps import Outcome


@dataclass(frozen=True)
class Term:
    """The term of a kind in a municipality: confirmed, or our proposal (`confirmed_on` None)."""

    kind: Kind
    months: int
    decision: str = ""
    confirmed_on: date | None = None
    revision: int = 0


@dataclass(frozen=True)
class Standing:
    """One report and its term."""

    pk: UUID
    municipality: UUID
    term: Term
    facts: Facts
    due: Due

    @property
    def number(self) -> str:
        """How people call the report."""
        return number_of(self.pk)


def terms_of(municipality: UUID) -> dict[str, Term]:
    """Every kind with its term, in the order of `terms.KINDS`."""
    confirmed = {row.kind: row for row in RetentionTerm.objects.filter(municipality=municipality)}
    found = {}
    for kind in KINDS.values():
        row = confirmed.get(kind.id)
        found[kind.id] = (
            Term(kind, row.months, row.decision, row.confirmed_on, row.revision)
            if row
            else Term(kind, kind.months)
        )
    return found


def standings(reports: "QuerySet[Report]", municipality: UUID) -> list[Standing]:
    """How these reports of one municipality stand, the first to go on top. Six queries, however many there are."""
    terms, about = terms_of(municipality), {"report__in": reports.order_by().values("pk")}
    outcomes = _by_report(Weighing.objects.filter(**about).values_list("report", "outcome"))
    stays = _by_report(Stay.objects.filter(**about, ended_on=None).values_list("report", "until"))
    cases = _by_report(CaseReport.objects.filter(**about).values_list("report", "case__closed_on"))
    kept = _by_right(about) | {pk for pk, days in cases.items() if None in days}
    found = []
    for row in reports.order_by().annotate(last=Max("messages__on")).values("pk", "closed_on", "last"):
        pk = row["pk"]
        term = terms[kind_of([*outcomes[pk], *[Outcome.TO_CASE] * bool(cases[pk])])]
        closed = tuple(day for day in cases[pk] if day)
        stay, held = tuple(stays[pk]), pk in kept
        facts = Facts(row["closed_on"], term.months, row["last"], term.confirmed_on, stay, held, closed)
        found.append(Standing(pk, municipality, term, facts, due(facts)))
    return sorted(found, key=lambda each: (each.due.on or date.max, each.number))


def _by_right(about: dict[str, Any]) -> set[UUID]:
    """The reports that stay because somebody asks about them, or because they may only be read."""
    asked = RequestReport.objects.filter(~Q(concerns=False), **about, request__decided_on=None)
    marks = ReportMark.objects.filter(**about, kind=ReportMark.Kind.RESTRICTED, ended_on=None)
    return {*asked.values_list("report", flat=True), *marks.values_list("report", flat=True)}


def keeps_case(case: Case, today: date) -> bool:
    """Whether a request, a restriction or a stay of one of its reports keeps this case."""
    about = {"report__case_reports__case": case}
    return bool(_by_right(about)) or Stay.objects.filter(**about, ended_on=None, until__gte=today).exists()


def case_due(case: Case, term: Term, today: date) -> Due:
    """When this case goes. What keeps one of its reports keeps it too."""
    return due(Facts(case.closed_on, term.months, confirmed_on=term.confirmed_on, held=keeps_case(case, today)))


def cases_near(cases: "QuerySet[Case]", municipality: UUID, today: date) -> list[tuple[Case, Due]]:
    """Which of these cases of a municipality go within WARN_DAYS, or would when the term were confirmed."""
    term = terms_of(municipality)["case-file"]
    latest = later(today + timedelta(days=WARN_DAYS), -term.months) + timedelta(days=3)
    closed = cases.filter(municipality=municipality, closed_on__lte=latest).only("id", "closed_on", "municipality")
    found = ((case, case_due(case, term, today)) for case in closed.order_by("closed_on", "id"))
    return [(case, when) for case, when in found if when.is_near(today)]


def _by_report(pairs: Iterable[tuple[UUID, Any]]) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = defaultdict(list)
    for pk, value in pairs:
        found[pk].append(value)
    return found


def near(municipality: UUID, today: date) -> list[Standing]:
    """The reports whose term ends within WARN_DAYS, or has ended, confirmed or not."""
    shortest = min(term.months for term in terms_of(municipality).values())
    latest = later(today + timedelta(days=WARN_DAYS), -shortest) + timedelta(days=3)  # months differ in length
    closed = Report.objects.filter(municipality=municipality, rank=CLOSED_RANK, closed_on__lte=latest)
    return [each for each in standings(closed, municipality) if each.due.is_near(today)]


def standing_of(report: Report) -> Standing:
    """How one report stands. Of one that is still open nothing is asked: no term counts."""
    if report.closed_on is None:
        kind = KINDS["no-follow-up"]
        facts = Facts(None, kind.months)
        return Standing(report.pk, report.municipality_id, Term(kind, kind.months), facts, due(facts))
    return standings(Report.objects.filter(pk=report.pk), report.municipality_id)[0]


def active_marks(report: Report) -> list[ReportMark]:
    """What holds about this report now, oldest first."""
    return list(ReportMark.objects.filter(report=report, ended_on=None))


def is_restricted(report: Report) -> bool:
    """Whether the report may only be read."""
    return ReportMark.objects.filter(report=report, kind=ReportMark.Kind.RESTRICTED, ended_on=None).exists()


_WITHOUT_FOLLOW_UP = {Outcome.ADVICE, Outcome.NO_INDICATION, Outcome.ASK, Outcome.DUPLICATE}


def kind_of(outcomes: Iterable[str]) -> str:
    """The kind of a report by everything that was ever decided about it: the heaviest counts. What we do not know is handled."""
    known = set(outcomes)
    if Outcome.TO_CASE in known:
        return "case"
    return "handled" if known - _WITHOUT_FOLLOW_UP else "no-follow-up"
