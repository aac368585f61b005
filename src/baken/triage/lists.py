"""The work lists and the filters of the inbox. All of it stands in the address, so it holds choices and days, no words."""

from dataclasses import dataclass, fields
from datetime import date
from urllib.parse import urlencode

from django.db.models import Q, QuerySet, TextChoices
from django.utils.translation import gettext_lazy as _

from baken.signals.models import CLOSED_RANK
from baken.signals.steps import ReportStatus

OPEN = Q(rank__lt=CLOSED_RANK)
UNREAD = Q(unread__in=[True])  # in this form SQLite uses the index
UNKNOWN_TYPE = "onbekend"


class WorkList(TextChoices):
    """The lists (werklijsten), with their word in the address."""

    OPEN = "open", _("Alles open")
    MINE = "mijn", _("Van mij")
    NEW = "nieuw", _("Nieuw")
    OVERDUE = "te-laat", _("Te laat")
    SECOND = "tweede", _("Wacht op tweede persoon")
    ANSWERED = "antwoord", _("Melder schreef")
    CLOSED = "afgerond", _("Afgerond")


@dataclass(frozen=True)
class Chosen:
    """What somebody wants to see; empty is everything. The names are those of the address."""

    lijst: str = WorkList.OPEN
    urgentie: str = ""
    soort: str = ""
    werkplek: str = ""
    status: str = ""
    van: date | None = None
    tot: date | None = None

    @property
    def query(self) -> str:
        """The same as the query of an address, always in the same order."""
        named = [(field.name, getattr(self, field.name)) for field in fields(self)]
        return urlencode([(name, value) for name, value in named if value and (name, value) != ("lijst", "open")])

    @property
    def is_filtered(self) -> bool:
        """Whether more is chosen than a list."""
        return self != Chosen(lijst=self.lijst)

    @property
    def condition(self) -> Q:
        """What the filters ask of a report, without the list."""
        wanted = {
            "urgency": self.urgentie,
            "main_type": self.soort,
            "setting": self.werkplek,
            "status": self.status,
            "received_on__gte": self.van,
            "received_on__lte": self.tot,
        }
        asked = {name: value for name, value in wanted.items() if value}
        if self.soort == UNKNOWN_TYPE:
            asked["main_type"] = ""
        return Q(**asked)


def conditions(me: object, away: QuerySet, today: date) -> dict[str, Q]:
    """What each list asks of a report. `me` is who looks, `away` the colleagues for whom that person stands in."""
    return {
        WorkList.OPEN: OPEN,
        WorkList.MINE: OPEN & (Q(taken_by=me) | Q(taken_by__in=away)),
        WorkList.NEW: Q(status=ReportStatus.NEW),
        WorkList.OVERDUE: OPEN & Q(due_on__lt=today),
        WorkList.SECOND: Q(status=ReportStatus.SECOND),
        WorkList.ANSWERED: UNREAD,
        WorkList.CLOSED: Q(rank=CLOSED_RANK),
    }
