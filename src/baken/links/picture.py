"""A cluster as a list of reports with their links: the picture in the browser is drawn from this same list."""

from dataclasses import dataclass, field
from datetime import date

from baken.catalogue.store import Catalogue
from baken.links.access import Cluster
from baken.links.models import Kind, LinkDecision, Sureness
from baken.signals.models import Report


@dataclass
class Line:
    """One link of a report, in words."""

    to: str
    number: str
    kinds: str
    sureness: str
    sureness_name: str
    verdict_name: str


@dataclass
class Dot:
    """One report of the picture: its number, day, status and place of work, and its links with the others."""

    report: Report
    on: date
    setting: str
    lines: list[Line] = field(default_factory=list)


def dots(cluster: Cluster, catalogue: Catalogue, language: str) -> list[Dot]:
    """The reports of a cluster by day, each with its links. Nothing personal: kinds, not values."""
    found = {
        str(each.pk): Dot(each, each.received_on, _setting(each, catalogue, language)) for each in cluster.reports
    }
    for edge in sorted(cluster.edges, key=lambda each: (each.sureness, each.kind)):
        for mine, theirs in ((edge.one, edge.other), (edge.other, edge.one)):
            found[mine].lines.append(
                Line(
                    to=theirs,
                    number=found[theirs].report.number,
                    kinds=str(Kind(edge.kind).label),
                    sureness=edge.sureness,
                    sureness_name=str(Sureness(edge.sureness).label),
                    verdict_name=str(LinkDecision.Verdict(edge.verdict).label) if edge.verdict else "",
                )
            )
    return list(found.values())


def _setting(report: Report, catalogue: Catalogue, language: str) -> str:
    known = catalogue.settings.get(report.setting)
    return known.title.say(language) if known else ""
