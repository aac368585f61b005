"""Builders for tests: a request to erase that was identified, and what is marked at it."""

from baken.accounts.models import User
from baken.erasure import services
from baken.erasure.models import Erasure
from baken.oversight import services as oversight
from baken.oversight.models import DataRequest
from baken.oversight.tests.make import close, make_request
from baken.signals.models import Report


def to_erase(by: User, *about: Report) -> DataRequest:
    """A request to erase, with reports that were closed."""
    for report in about:
        close(report, by)
    asked = make_request(by, *about, kind="erasure")
    oversight.identify(asked, how="Paspoort gezien aan de balie.", by=by)
    return asked


def decide(asked: DataRequest, by: User, decision: str = "granted") -> None:
    """It was decided."""
    oversight.decide_request(asked, decision=decision, answer="Geen grond om te bewaren.", by=by)


def mark_all(asked: DataRequest, report: Report, by: User) -> Erasure:
    """The whole report is marked to go."""
    return services.mark(asked, report, groups=(), by=by)
