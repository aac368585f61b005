"""Leaving a trace, and checking that nobody touched it."""

import hmac
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from baken.privacy import chain, keys, master, origin
from baken.privacy.models import KeySet, Trace, TraceEnd, TraceStart

ANONYMOUS = "anoniem"
SYSTEM = "systeem"
DONE, REFUSED = "done", "refused"
STEP = 5000  # lines between two signs of progress


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
    """Add one line: `actor` did `verb` to the record `record` of this `kind`. Where from is known by itself.

    Call it in the same transaction as what it tells of. `why` is a fixed word, a ground or a purpose; never a name or
    a story. What an anonymous person does gets a date and no time; `timed=False` does the same for who does it for them.
    """
    who = {"actor": str(actor), "municipality": str(municipality)}
    _add(timed and actor != ANONYMOUS, verb=verb, kind=kind, record=str(record), why=why, result=DONE, **who)


def refuse(kind: str, record: object, *, actor: object, municipality: object) -> None:
    """Add the line of somebody who asked for a record that is not there, or not theirs to see."""
    who = {"actor": str(actor), "municipality": str(municipality)}
    _add(True, verb="refused", kind=kind, record=str(record), why="", result=REFUSED, **who)


@transaction.atomic
def _add(timed: bool, **said: str) -> None:
    """Seal a line together with the one before it, and move the end along."""
    TraceEnd.objects.get_or_create(pk=1)
    end, key, now = TraceEnd.objects.select_for_update().get(pk=1), master.derived("trace"), timezone.localtime()
    line = chain.Line(
        number=end.number + 1, on=now.date(), at=now if timed else None, origin=origin.here(), **said
    )  # fmt: skip
    end.number, end.seal = line.number, chain.seal(line, end.seal, key)
    end.mark = chain.mark("end", (end.number, end.seal), key)
    Trace.objects.create(**line._asdict(), seal=end.seal)
    end.save(update_fields=["number", "seal", "mark"])


def breaks(progress: Callable[[int], None] = lambda done: None) -> list[int]:
    """The numbers of trace lines that were changed, removed, moved or cut off. Empty when all is well.

    `progress` is told now and then how many lines were read.
    """
    key, start = master.derived("trace"), TraceStart.objects.filter(pk=1).first() or TraceStart()
    if not hmac.compare_digest(chain.mark("start", (start.number, start.seal), key), start.mark):
        return [start.number]
    end = TraceEnd.objects.filter(pk=1).first() or TraceEnd()
    if not hmac.compare_digest(chain.mark("end", (end.number, end.seal), key), end.mark) or _is_gone(end):
        return [end.number]
    rows = Trace.objects.filter(number__lte=end.number).order_by("number").iterator(chunk_size=5000)
    found = chain.breaks(_read(rows, progress), (end.number, end.seal), key, (start.number, start.seal))
    return found or list(_after(end))


def _is_gone(end: TraceEnd) -> bool:
    """No trace at all, while there are keys of municipalities: those are made after the first line."""
    return end.number == 0 and KeySet.objects.exclude(owner=keys.HOUSE).exists()


def _read(rows: Iterable[Trace], progress: Callable[[int], None]) -> Iterator[tuple[chain.Line, str]]:
    for done, row in enumerate(rows, 1):
        at = timezone.localtime(row.at) if row.at else None
        values = {name: getattr(row, name) for name in chain.Line._fields}
        yield chain.Line(**values | {"at": at}), row.seal
        if done % STEP == 0:
            progress(done)


def _after(end: TraceEnd) -> Iterable[int]:
    """Lines past the end. Those that were added while we read have moved the end along, and are not asked about."""
    now = TraceEnd.objects.filter(pk=1).first() or end
    return Trace.objects.filter(number__gt=now.number).values_list("number", flat=True)[:1]


def length() -> int:
    """How many lines there are."""
    return Trace.objects.count()


def _old(before: date, end: int) -> QuerySet[Trace]:
    """The lines from the beginning up to the first one of `before` or later. The last line always stays."""
    stays = Trace.objects.filter(on__gte=before).order_by("number").values_list("number", flat=True).first()
    return Trace.objects.filter(number__lt=end if stays is None else stays)


def older(before: date) -> int:
    """How many lines `cut` would remove."""
    end = TraceEnd.objects.filter(pk=1).first() or TraceEnd()
    return _old(before, end.number).count()


@transaction.atomic
def cut(before: date) -> int:
    """Remove the lines of the days before `before`, from the beginning on; gives how many. The rest can still be checked.

    Only for the purge, when the term of the trace is over.
    """
    end, _ = TraceEnd.objects.select_for_update().get_or_create(pk=1)
    goes = _old(before, end.number)
    last = goes.order_by("-number").first()
    if last is None:
        return 0
    mark = chain.mark("start", (last.number, last.seal), master.derived("trace"))
    TraceStart.objects.update_or_create(pk=1, defaults={"number": last.number, "seal": last.seal, "mark": mark})
    return goes.delete()[0]


def lines_of(kind: str, record: object) -> list[Trace]:
    """What happened to one record, oldest first."""
    return list(Trace.objects.filter(kind=kind, record=str(record)))
