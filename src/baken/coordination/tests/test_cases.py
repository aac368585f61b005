"""A case is opened from a report, gets tracks, and goes from phase to phase with what must be recorded."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone

from baken.coordination import access, services
from baken.coordination.models import Case, CaseReport
from baken.coordination.phases import ORDER, RULES, STEPS, Phase, PhaseTerms, due, fits_safety_house, missing
from baken.coordination.tests.make import make_case, make_track
from baken.privacy import trace
from baken.signals.models import Weighing
from baken.signals.tests.make import make_report


def fill(case):
    services.record(
        case,
        {key: "Vastgelegd." for key, _ in RULES[case.phase].records},
        phase=case.phase,
        seen=case.revision,
        by=case.director,
    )
    case.refresh_from_db()


def test_chris_opens_a_case_from_a_report_that_amina_weighed(cast):
    report = make_report(cast.havenstad)
    weighed = {"by": cast.amina, "at": timezone.now(), "agrees": True, "concern": "high", "outcome": "to_case"}
    Weighing(report=report, municipality=cast.havenstad, reason="Samen oppakken.", **weighed).save()
    assert list(access.reports_to_take(cast.chris)) == [report]
    case = make_case(cast.chris, report=access.report_to_take(cast.chris, report.pk))
    assert CaseReport.objects.get(case=case).report == report
    assert list(access.reports_to_take(cast.chris)) == []
    assert [each.verb for each in trace.lines_of("case", case.pk)] == ["opened", "report taken"]


def test_chris_cannot_take_a_report_for_which_nobody_asked_a_case(cast):
    with pytest.raises(Http404):
        access.report_to_take(cast.chris, make_report(cast.havenstad).pk)


def test_dewi_does_not_open_cases(cast):
    with pytest.raises(PermissionError):
        make_case(cast.dewi)
    with pytest.raises(PermissionDenied):
        access.reports_to_take(cast.dewi)


def test_the_same_form_sent_twice_opens_one_case(cast):
    assert make_case(cast.chris, form="x" * 22) == make_case(cast.chris, form="x" * 22)
    assert Case.objects.count() == 1


def test_a_case_goes_on_when_all_is_recorded_and_not_before(cast):
    case = make_case(cast.chris)
    with pytest.raises(services.NotPossible, match="Leg eerst vast"):
        services.move(case, Phase.WEIGHING, reason="Verder.", seen=case.revision, by=cast.chris)
    fill(case)
    services.move(case, Phase.WEIGHING, reason="Verder.", seen=case.revision, by=cast.chris)
    case.refresh_from_db()
    assert (case.phase, case.phase_since) == (Phase.WEIGHING, timezone.localdate())
    services.move(case, Phase.REPORT, reason="Terug: de melder belde.", seen=case.revision, by=cast.chris)


def test_a_step_that_is_not_in_the_table_is_refused(cast):
    case = make_case(cast.chris)
    with pytest.raises(services.NotPossible, match="daar niet heen"):
        services.move(case, Phase.AFTERCARE, reason="Te vroeg.", seen=case.revision, by=cast.chris)


def test_who_was_second_overwrites_nothing(cast):
    case = make_case(cast.chris)
    services.edit_case(case, name="Loods B", seen=case.revision, by=cast.chris)
    with pytest.raises(services.Changed):
        services.edit_case(case, name="Loods C", seen=case.revision, by=cast.chris)
    assert Case.objects.get().name == "Loods B"


def test_a_track_is_changed_by_one_at_a_time(cast):
    track = make_track(make_case(cast.chris))
    services.edit_track(track, name="A", summary="Nieuw.", seen=0, by=cast.chris)
    with pytest.raises(services.Changed):
        services.edit_track(track, name="B", summary="Ouder.", seen=0, by=cast.chris)


def test_a_closed_case_has_no_term_and_opens_again(cast):
    case = make_case(cast.chris)
    fill(case)
    services.move(case, Phase.CLOSED, reason="Geen vermoeden meer.", seen=case.revision, by=cast.chris)
    case.refresh_from_db()
    assert (case.is_closed, case.closed_on, case.due_on) == (True, timezone.localdate(), None)
    services.move(case, Phase.WEIGHING, reason="Nieuwe melding.", seen=case.revision, by=cast.chris)
    case.refresh_from_db()
    assert case.closed_on is None
    assert case.due_on is not None


def test_each_phase_can_be_reached_and_left():
    assert {to for steps in STEPS.values() for to in steps} == set(Phase)
    assert set(STEPS) == set(RULES) == set(ORDER)
    assert all(
        missing(now, to, {}) == []
        for now, steps in STEPS.items()
        for to in steps
        if ORDER.index(to) < ORDER.index(now) and now != Phase.ADMINISTRATIVE
    )


@pytest.mark.parametrize(
    ("phase", "last"),
    [
        (Phase.REPORT, date(2026, 12, 24)), (Phase.WEIGHING, date(2026, 12, 30)), (Phase.ESCALATION, date(2026, 12, 31)),
        (Phase.PLAN, date(2027, 1, 7)), (Phase.AFTERCARE, date(2027, 6, 24)), (Phase.DE_ESCALATION, None),
    ],
)  # fmt: skip
def test_the_term_of_a_phase(phase, last):
    assert due(phase, date(2026, 12, 24), PhaseTerms(), urgency="normal") == last


def test_the_safety_house_wants_all_three():
    yes = {key: {"met": "yes", "why": "x"} for key in ("areas", "chains", "around")}
    assert fits_safety_house(yes)
    assert not fits_safety_house(yes | {"chains": {"met": "unknown", "why": "x"}})
    assert not fits_safety_house({})


def test_a_report_of_elsewhere_does_not_come_in(cast):
    with pytest.raises(services.NotPossible):
        services.take_report(make_case(cast.chris), make_report(cast.duindorp), by=cast.chris)


def test_the_case_leaves_the_list_of_what_is_due_when_it_is_given_away(cast):
    from baken.coordination import lists

    case = make_case(cast.chris)
    Case.objects.filter(pk=case.pk).update(due_on=timezone.localdate() - timedelta(days=1))
    today = timezone.localdate()
    assert list(lists.due_for(cast.chris, today=today)) == [case]
    services.give_to(case, cast.amina, reason="Haar melding.", seen=0, by=cast.chris)
    assert list(lists.due_for(cast.chris, today=today)) == []
    assert list(lists.due_for(cast.amina, today=today)) == [case]
    with pytest.raises(services.NotPossible):
        services.give_to(case, cast.loes, reason="Kan niet.", seen=1, by=cast.amina)


def test_a_closed_case_takes_no_track_and_no_report_until_it_is_opened_again(cast, signed_in):
    case, report, amina = make_case(cast.chris), make_report(cast.havenstad), signed_in(cast.amina)
    make_track(case)
    services.give_to(case, cast.amina, reason="Zij kent het.", seen=0, by=cast.chris)
    case.refresh_from_db()
    services.move(case, Phase.CLOSED, reason="Klaar.", seen=case.revision, by=cast.amina)
    own = f"/werk/casussen/{case.pk}/"
    page = amina.get(own).content.decode()
    assert not any(words in page for words in ("Nieuw spoor", "Nummer van een melding erbij", ">Wijzig<"))
    assert "is gesloten" in amina.post(f"{own}melding/", {"melding": report.number}, follow=True).content.decode()
    assert not CaseReport.objects.exists()
    assert "gesloten op" in amina.get("/werk/casussen/?lijst=gesloten").content.decode()
