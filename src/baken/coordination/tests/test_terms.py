"""The terms of the phases are of the municipality: set by its manager, from then on, with what was set before."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from baken.coordination import services, terms
from baken.coordination.models import PhaseTermSetting
from baken.coordination.phases import PhaseTerms, due
from baken.coordination.tests.make import make_case
from baken.deadlines.workdays import Closed, after
from baken.privacy.models import Trace
from baken.triage.settings import set_terms as set_office

PAGE = "/werk/casussen/termijnen/"
MONDAY = date(2026, 11, 30)


def in_days(days):
    return after(timezone.localdate(), days, Closed())


def set_days(by, days, seen="", reason=""):
    return terms.set_terms(days, reason=reason, seen=seen, by=by)


@pytest.mark.parametrize(
    ("phase", "urgency", "last"),
    [
        ("weighing", "normal", date(2026, 12, 3)),  # the proposal: three working days
        ("weighing", "high", date(2026, 12, 1)),  # set: one
        ("plan", "acute", date(2026, 11, 30)),  # set: the same day
        ("plan", "normal", date(2026, 12, 14)),  # the proposal: fourteen days
        ("aftercare", "high", date(2027, 5, 30)),  # the proposal: half a year
        ("de_escalation", "high", date(2026, 12, 7)),  # the proposal has no term, the municipality does
        ("de_escalation", "normal", None),
    ],
)
def test_what_is_set_goes_before_the_proposal(phase, urgency, last):
    own = {("weighing", "high"): 1, ("plan", "acute"): 0, ("de_escalation", "high"): 5}
    assert due(phase, MONDAY, PhaseTerms(own), urgency=urgency) == last


def test_a_new_term_holds_for_what_begins_after_it_and_not_for_what_runs(cast):
    running = make_case(cast.chris)
    was = running.due_on
    set_days(cast.farid, {"report": {"normal": 4}, "closed": {}, "weighing": {"normal": 9}})
    running.refresh_from_db()
    assert running.due_on == was
    assert make_case(cast.chris).due_on == in_days(4)
    services.record(
        running,
        dict.fromkeys(("reporter", "seen", "safety", "contact"), "x"),
        phase="report",
        seen=0,
        by=cast.chris,
    )
    services.move(running, "weighing", reason="", seen=1, by=cast.chris)
    running.refresh_from_db()
    assert running.due_on == in_days(9)


def test_the_closing_days_of_the_office_count(cast):
    day = in_days(1)
    set_office({"closing_days": [day.isoformat()]}, by=cast.farid)
    set_days(cast.farid, {"report": {"normal": 1}})
    assert make_case(cast.chris).due_on > day


def test_the_last_day_follows_the_urgency_only_where_a_term_is_set(cast):
    plain = make_case(cast.chris)
    services.edit_case(plain, seen=0, by=cast.chris, urgency="acute")
    plain.refresh_from_db()
    assert plain.due_on == timezone.localdate()
    set_days(cast.farid, {"report": {"normal": 8, "high": 2}})
    case = make_case(cast.chris)
    assert case.due_on == in_days(8)
    services.edit_case(case, seen=0, by=cast.chris, urgency="high")
    case.refresh_from_db()
    assert case.due_on == in_days(2)


def test_the_manager_sets_them_with_the_proposal_in_sight_and_what_was_set_before(cast, signed_in):
    farid = signed_in(cast.farid)
    first = farid.get(PAGE).content.decode()
    assert all(
        words in first
        for words in ("dezelfde dag", "3 werkdagen", "14 dagen", "6 maanden", "geen termijn", "Nog niets.")
    )
    answer = farid.post(
        PAGE, {"plan_high": "5", "weighing_normal": "", "reason": "Besluit van het team.", "seen": ""}
    )
    assert answer.status_code == 302
    page = farid.get(PAGE).content.decode()
    assert "Plan van aanpak, hoog: voorstel → 5" in page
    assert "Besluit van het team." in page
    seen = str(PhaseTermSetting.objects.get().pk)
    farid.post(PAGE, {"reason": "", "seen": seen})
    assert "Plan van aanpak, hoog: 5 → voorstel" in farid.get(PAGE).content.decode()
    assert terms.terms_of(cast.havenstad.pk).days == {}
    lines = Trace.objects.filter(kind="municipality", verb="phase terms set")
    assert lines.count() == PhaseTermSetting.objects.count() == 2
    assert "Termijnen van casussen gewijzigd" in signed_in(cast.gerda).get("/werk/toezicht/").content.decode()


def test_a_double_click_is_one_setting_and_a_colleague_who_was_first_is_not_overwritten(cast, signed_in):
    farid = signed_in(cast.farid)
    asked = {"plan_high": "5", "reason": "", "seen": ""}
    assert [farid.post(PAGE, asked).status_code for _ in range(2)] == [302, 302]
    late = farid.post(PAGE, asked | {"plan_high": "6"})
    assert late.status_code == 422
    assert 'value="6"' in late.content.decode()
    assert PhaseTermSetting.objects.count() == 1


@pytest.mark.parametrize("wrong", ["-1", "367", "veel"])
def test_what_is_no_number_of_days_is_said(cast, signed_in, wrong):
    answer = signed_in(cast.farid).post(PAGE, {"plan_high": wrong, "seen": ""})
    assert answer.status_code == 422
    assert "Vul een getal in van 0 tot en met 366" in answer.content.decode()
    assert not PhaseTermSetting.objects.exists()


def test_another_municipality_has_its_own_and_others_may_not(cast, signed_in):
    set_days(cast.farid, {"report": {"normal": 4}})
    assert terms.terms_of(cast.duindorp.pk).days == {}
    for person in (cast.amina, cast.chris, cast.gerda, cast.els):
        assert signed_in(person).get(PAGE).status_code == 403
    with pytest.raises(PermissionDenied):
        set_days(cast.chris, {})
