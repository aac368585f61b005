"""S14: whoever touches the trace with the database alone is noticed: changed, removed, moved, cut off, added.

That every page leaves its line, with the six elements of BIO2 8.15.01, is watched in every test (`tests/traced.py`).
"""

import random
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import transaction
from django.http import HttpResponse

from baken.oversight import services as oversight
from baken.privacy import trace
from baken.privacy.models import Trace, TraceEnd, TraceStart
from baken.signals import access, services
from baken.signals.tests.make import make_report
from baken.triage import services as triage
from tests.proof.office import FULL
from tests.traced import Traced

TAMPERS = 10_000 if FULL else 1_000
WORDS = ["actor", "municipality", "verb", "kind", "record", "why", "origin", "result", "seal"]


@pytest.fixture
def lines(cast):
    """A day at the desk: about 40 lines of several people, and some of nobody."""
    for number in range(5):
        report = make_report(cast.havenstad, form=f"spoor-{number:020d}")
        access.read_report(cast.amina, report.pk)
        services.add_message(report, text="Aanvulling.", form=f"s-{number:020d}", by=None)
        services.add_note(report, text="Notitie.", by=cast.amina)
        report.refresh_from_db()
        triage.take_report(report, seen=triage.state_of(report), by=cast.amina)
        oversight.mark_report(report, kind="objection", text="Bezwaar.", by=cast.amina)
        trace.refuse("report", report.pk, actor=cast.els.pk, municipality=cast.duindorp.pk)
        services.weigh_report(
            report, seen=0, by=cast.amina, agrees=True, concern="", outcome="to_case", reason="Klaar."
        )
    assert trace.breaks() == []
    return list(Trace.objects.order_by("number"))


def edit(lines, chance):
    """Another word, day or time in one line."""
    line, name = chance.choice(lines), chance.choice([*WORDS, "on", "at"])
    other = {"on": line.on + timedelta(days=1), "at": None if line.at else chance.choice(lines[1:3]).at}
    value = other.get(name, f"{getattr(line, name)}x"[-20:] if name in other or chance.random() < 0.5 else "")
    Trace.objects.filter(pk=line.pk).update(**{name: value})
    return value != getattr(line, name)


def remove(lines, chance):
    """One line or several, anywhere."""
    gone = chance.sample(lines, chance.randint(1, 5))
    return bool(Trace.objects.filter(pk__in=[line.pk for line in gone]).delete()[0])


def close_up(lines, chance):
    """One line goes, and those after it move up so that no number is missing."""
    gone = chance.choice(lines[:-1])
    Trace.objects.filter(pk=gone.pk).delete()
    for line in lines[gone.number :]:
        Trace.objects.filter(pk=line.pk).update(number=line.number - 1)
    TraceEnd.objects.update(number=len(lines) - 1)
    return True


def reorder(lines, chance):
    """Two lines change places, with or without their seals."""
    one, other = chance.sample(lines, 2)
    names = [
        f.name for f in Trace._meta.fields if f.name != "number" and (f.name != "seal" or chance.random() < 0.5)
    ]
    Trace.objects.filter(pk=one.pk).update(**{name: getattr(other, name) for name in names})
    Trace.objects.filter(pk=other.pk).update(**{name: getattr(one, name) for name in names})
    return any(getattr(one, name) != getattr(other, name) for name in names)


def cut_tail(lines, chance):
    """The last lines go; the end is moved along as well as one can without the key."""
    last = chance.choice(lines[:-1])
    Trace.objects.filter(number__gt=last.number).delete()
    if chance.random() < 0.7:
        TraceEnd.objects.update(number=last.number, seal=last.seal)
    return True


def cut_head(lines, chance):
    """The first lines go; the beginning is moved along as well as one can without the key."""
    first = chance.choice(lines[1:])
    Trace.objects.filter(number__lt=first.number).delete()
    if chance.random() < 0.7:
        before = lines[first.number - 2]
        mark = chance.choice(["", before.seal, TraceEnd.objects.get().mark])
        TraceStart.objects.create(pk=1, number=before.number, seal=before.seal, mark=mark)
    return True


def add(lines, chance):
    """A line that never happened, at the end or in place of another."""
    made = chance.choice(lines)
    made.number = chance.choice([len(lines) + 1, made.number])
    made.actor = f"iemand {made.actor}"[:40]
    made.save()
    if chance.random() < 0.5:
        TraceEnd.objects.update(number=len(lines) + 1, seal=made.seal)
    return True


def wipe(lines, chance):
    """Everything goes."""
    Trace.objects.all().delete()
    TraceEnd.objects.all().delete()
    return True


def forget_origin(lines, chance):
    """A line passes for one of before from where and result were kept."""
    line = chance.choice(lines)
    moved = f"{line.why}\x1f{line.origin}\x1f{line.result}"
    Trace.objects.filter(pk=line.pk).update(why=chance.choice([line.why, moved]), origin="", result="")
    return True


WAYS = [edit, edit, edit, remove, close_up, reorder, cut_tail, cut_head, add, wipe, forget_origin]


@contextmanager
def undone():
    """Afterwards all is as it was."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_whoever_touches_the_trace_is_noticed(lines):
    chance, unnoticed, count = random.Random(14), [], 0
    while count < TAMPERS:
        way = chance.choice(WAYS)
        with undone():
            if way(list(Trace.objects.order_by("number")), chance):
                count += 1
                if trace.breaks() == []:
                    unnoticed.append(way.__name__)
    print(f"S14: {count} ingrepen in een spoor van {len(lines)} regels, {len(unnoticed)} niet opgemerkt")
    assert unnoticed == []
    assert trace.breaks() == []


def test_a_line_says_who_what_which_record_when_from_where_and_with_which_result(cast, signed_in):
    report = make_report(cast.havenstad)
    signed_in(cast.amina).get(f"/werk/meldingen/{report.pk}/")
    signed_in(cast.els).get(f"/werk/meldingen/{report.pk}/")
    seen = [trace.lines_of("report", report.pk)[number] for number in (0, 1, -1)]
    said = [(line.actor, line.verb, line.origin, line.result, bool(line.at)) for line in seen]
    assert said == [
        ("anoniem", "received", "program", "done", False),
        (str(cast.amina.pk), "seen", "desk", "done", True),
        (str(cast.els.pk), "refused", "desk", "refused", True),
    ]


@pytest.mark.parametrize(
    "page",
    [
        lambda report: report.story,
        lambda report: type(report).objects.filter(pk=report.pk).update(unread=True),
    ],
)
def test_the_watch_sees_a_page_that_reads_or_writes_and_leaves_nothing(cast, rf, page):
    report = make_report(cast.havenstad)

    def silent(request):
        page(type(report).objects.get(pk=report.pk))
        return HttpResponse()

    with pytest.raises(AssertionError, match="leaves no trace"):
        Traced(silent)(rf.get("/stil/"))
