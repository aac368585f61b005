"""Leaving a trace, and checking that nobody touched it."""

from django.db import transaction
from django.utils import timezone

from baken.privacy import chain, master
from baken.privacy.models import Trace, TraceEnd

ANONYMOUS = "anoniem"
SYSTEM = "systeem"


@transaction.atomic
def note(
    verb: str,
    kind: str,
    record: object,
    *,
    actor: object,
    municipality: object = "",
    why: str = "",
    timed: bool = True,
) -> None:
    """Add one line: `actor` did `verb` to the record `record` of this `kind`.

    Call it in the same transaction as what it tells of. `why` is a fixed word, a ground or a purpose; never a name or
    a story. What an anonymous person does gets a date and no time; `timed=False` does the same for who does it for them.
    """
    TraceEnd.objects.get_or_create(pk=1)
    end = TraceEnd.objects.select_for_update().get(pk=1)
    now = timezone.localtime()
    line = chain.Line(
        number=end.number + 1,
        on=now.date(),
        at=now if timed and actor != ANONYMOUS else None,
        actor=str(actor),
        municipality=str(municipality),
        verb=verb,
        kind=kind,
        record=str(record),
        why=why,
    )
    end.seal = chain.seal(line, end.seal, master.derived("trace"))
    end.number = line.number
    Trace.objects.create(**line._asdict(), seal=end.seal)
    end.save(update_fields=["number", "seal"])


def breaks() -> list[int]:
    """The numbers of trace lines that were changed, removed, moved or cut off. Empty when all is well."""
    end = TraceEnd.objects.filter(pk=1).first() or TraceEnd()
    rows = Trace.objects.order_by("number").iterator(chunk_size=5000)
    lines = (
        (
            chain.Line(
                row.number,
                row.on,
                timezone.localtime(row.at) if row.at else None,
                row.actor,
                row.municipality,
                row.verb,
                row.kind,
                row.record,
                row.why,
            ),
            row.seal,
        )
        for row in rows
    )
    return chain.breaks(lines, (end.number, end.seal), master.derived("trace"))


def lines_of(kind: str, record: object) -> list[Trace]:
    """What happened to one record, oldest first."""
    return list(Trace.objects.filter(kind=kind, record=str(record)))
