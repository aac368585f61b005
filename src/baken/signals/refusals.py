"""What can come in between when something is written: nobody to read it, a full disk, a colleague who was first."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError
from django.utils.translation import gettext as _

from baken.ui.acting import Changed as Changed


class CannotReceive(RuntimeError):
    """Nobody of this municipality can read a report: the page must say where to go instead."""


class NotTaken(RuntimeError):
    """What was sent is not stored, nothing of it; the message says in one sentence why."""

    status = 422


class NotStored(NotTaken):
    """The disk is full, or the database does not answer."""

    status = 503


@contextmanager
def honestly() -> Iterator[None]:
    """A disk that is full or a database that does not answer becomes NotStored: nothing was acknowledged."""
    try:
        yield
    except OperationalError:
        raise NotStored(
            _(
                "Opslaan lukt nu niet: er is niets verstuurd. Je tekst staat er nog. Probeer het over een paar minuten opnieuw. Is er nu gevaar? Bel 112."
            )
        ) from None


class OnlyToRead(Changed, NotTaken):
    """Nothing may be written to this report now; the message says why."""
