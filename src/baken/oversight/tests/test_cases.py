"""A case goes by its own term with all that is its own; what is open stays, and so does a report in an open case."""

from datetime import timedelta

import pytest
from django.utils import timezone

from baken.admission.tests.make import let_in, make_world
from baken.coordination import services
from baken.coordination.models import Case, CaseEvent, CaseGrant, CaseReport, Track
from baken.coordination.phases import Phase
from baken.coordination.tests.make import make_case, make_track
from baken.oversight import access
from baken.oversight.models import PurgeEntry
from baken.oversight.purge import purge
from baken.oversight.tests.make import close, confirm_all, make_request, make_stay, marked
from baken.privacy import retention, trace
from baken.privacy.models import Trace
from baken.privacy.retention import later
from baken.signals.models import Report
from baken.signals.tests.make import make_report


@pytest.fixture
def today():
    return timezone.localdate()


def closed(case, *, months_ago):
    """This case, closed so many months ago."""
    Case.objects.filter(pk=case.pk).update(
        phase=Phase.CLOSED, closed_on=later(timezone.localdate(), -months_ago), due_on=None
    )
    case.refresh_from_db()
    return case


@pytest.fixture
def old(cast):
    """A case with tracks, grants and a report, closed 61 months ago; the report was closed a year before."""
    report = close(make_report(cast.havenstad), cast.amina, months_ago=73)
    return closed(make_world(cast, report=report).case, months_ago=61)


def test_a_closed_case_goes_with_its_tracks_grants_and_events_and_its_report(cast, old, today):
    confirm_all(cast.havenstad, cast.amina)
    assert {each.kind: each.count for each in purge(today, dry_run=True)} == {"case": 1, "case-file": 1}
    assert {each.kind: each.count for each in purge(today)} == {"case": 1, "case-file": 1}
    for model in (Case, CaseReport, CaseGrant, CaseEvent, Track, Report):
        assert not model.objects.exists(), model
    entry = PurgeEntry.objects.get(kind="case-file")
    assert entry.rows["coordination.Track"] == entry.rows["coordination.CaseGrant"] == 2
    assert Trace.objects.filter(verb="purged", kind="case", record=str(old.pk), why="case-file").count() == 1
    assert trace.breaks() == []


def test_nothing_of_a_case_goes_before_its_term_or_on_a_proposal(cast, old, today):
    assert purge(today + timedelta(days=20_000)) == []
    confirm_all(cast.havenstad, cast.amina)
    closed(old, months_ago=59)
    assert purge(today) == []
    assert Report.objects.exists()  # its term counts from the closing of the case


def test_a_case_that_is_open_never_goes_and_keeps_its_reports(cast, old, today):
    confirm_all(cast.havenstad, cast.amina)
    services.move(old, Phase.EXECUTION, reason="Nieuwe melding.", seen=old.revision, by=cast.chris)
    assert purge(today + timedelta(days=20_000)) == []
    assert (Case.objects.count(), Report.objects.count()) == (1, 1)


def test_a_report_that_was_never_weighed_for_a_case_has_the_term_of_a_case_too(cast, today):
    confirm_all(cast.havenstad, cast.amina)
    report = close(make_report(cast.havenstad), cast.amina, outcome="no_indication", months_ago=13)
    closed(make_case(cast.chris, report=report), months_ago=13)
    assert purge(today) == []
    assert Report.objects.exists()


@pytest.mark.parametrize("stop", ["hold", "request", "restricted"])
def test_what_keeps_a_report_keeps_its_case(cast, old, today, stop):
    report = Report.objects.get()
    if stop == "hold":
        make_stay(report, cast.gerda)
    elif stop == "request":
        make_request(cast.amina, report)
    else:
        marked(report, cast.amina, kind="restricted")
    confirm_all(cast.havenstad, cast.amina)
    assert purge(today) == []
    assert Case.objects.exists()


def test_a_room_that_cannot_let_go_keeps_the_case(cast, today, monkeypatch):
    def refuse(kind, ids):
        if kind == "case":
            raise OSError("schijf weg")

    closed(make_case(cast.chris), months_ago=61)
    monkeypatch.setattr(retention, "_told", [refuse])
    confirm_all(cast.havenstad, cast.amina)
    assert [(each.kind, each.count) for each in purge(today)] == [("failed", 1)]
    assert Case.objects.exists()


def test_what_goes_soon_stands_on_the_list_for_who_may_see_it_and_on_the_case(cast, old, signed_in, today):
    confirm_all(cast.havenstad, cast.amina)
    path = "/werk/toezicht/verdwijnt/"
    assert old.number in signed_in(cast.gerda).get(path).content.decode()
    assert old.number not in signed_in(cast.amina).get(path).content.decode()  # she only asked to be let in
    assert (
        "De casus wordt verwijderd op" in signed_in(cast.chris).get(f"/werk/casussen/{old.pk}/").content.decode()
    )


def test_who_could_read_a_report_through_its_case_is_said_too(cast, signed_in, today):
    report = make_report(cast.havenstad)
    case = make_case(cast.chris, report=report)
    let_in(case, cast.dewi)
    let_in(case, cast.loes, make_track(case))  # sees a track, and no report
    found = access.who_could_through_cases(report, today)
    assert [(case.number, each.who.name) for case, each in found] == [
        (case.number, cast.chris.name), (case.number, cast.dewi.name),
    ]  # fmt: skip
    assert access.who_could_through_cases(report, today - timedelta(days=1)) == []
    asked = {"melding": report.number, "dag": today.isoformat()}
    page = signed_in(cast.gerda).get("/werk/toezicht/wie-kon-dit-zien/", asked).content.decode()
    assert f"{case.number}: is toegelaten tot de hele casus" in page
    assert cast.loes.name not in page


def test_the_trace_speaks_of_a_case_in_words_without_names(cast, signed_in):
    case = make_case(cast.chris)
    signed_in(cast.chris).get(f"/werk/casussen/{case.pk}/")
    page = signed_in(cast.gerda).get("/werk/toezicht/").content.decode()
    assert case.number in page
    assert "leidt de casussen van de gemeente, is regisseur van de casus" in page
    assert "Loods aan de kade" not in page
