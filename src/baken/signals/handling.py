"""How a report is received when another room hands it in."""

from collections.abc import Callable
from dataclasses import dataclass

from baken.signals.models import Report


@dataclass(frozen=True)
class Handling:
    """How a room further on wants a report received. `beside` keeps something more, in the transaction of the report.

    `first` locks what it needs before anything is written, so that all who write take their turns in the same order.
    `alert`: tell the focal officer when it is acute. `add_again`: another story in the same form is added to the report.
    """

    first: Callable[[], None] | None = None
    beside: Callable[[Report], None] | None = None
    alert: bool = True
    add_again: bool = True


BY_THE_REPORTER = Handling()
