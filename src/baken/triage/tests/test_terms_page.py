"""The terms of a municipality: the administrator sets them, with name and date, and every last day moves along."""

from datetime import timedelta

import pytest
from django.utils import timezone

from baken.privacy.models import Trace
from baken.signals.models import Report, TermSetting
from baken.signals.moves import terms_of
from baken.signals.terms import Terms
from baken.signals.tests.make import make_report
from baken.triage.terms_views import _state
from baken.triage.tests.make import CALM

PAGE = "/werk/meldingen/termijnen/"
TYPED = {"high": "2", "normal": "7", "follow_up": "15", "escalate": "2", "open_months": "6", "good_friday": "on", "closing_days": "2026-12-24\n2026-05-15"}  # fmt: skip


def typed(**more):
    return TYPED | {"seen": _state(TermSetting.objects.first())} | more


def test_farid_sets_the_terms_and_the_page_says_who_and_when(cast, signed_in):
    farid = signed_in(cast.farid)
    assert "nog een voorstel" in farid.get(PAGE).content.decode()
    assert farid.post(PAGE, typed()).status_code == 302
    page = farid.get(PAGE).content.decode()
    assert "Het laatst gewijzigd door Farid Smit" in page
    assert "2026-05-15" in page
    found = terms_of(cast.havenstad.pk)
    assert (found.high, found.normal, found.closed.good_friday, len(found.closed.days)) == (2, 7, True, 2)
    assert found.open_months == 6
    assert terms_of(cast.duindorp.pk) == Terms()
    assert Trace.objects.filter(verb="terms set", actor=str(cast.farid.pk)).count() == 1
    assert "termijnen" in str(TermSetting.objects.get())


def test_the_last_day_of_every_open_report_moves_along(cast, signed_in):
    report, theirs = make_report(cast.havenstad, story=CALM), make_report(cast.duindorp, story=CALM, form="d" * 32)
    before = report.due_on
    signed_in(cast.farid).post(PAGE, typed())
    assert Report.objects.get(pk=report.pk).due_on > before
    assert Report.objects.get(pk=theirs.pk).due_on == theirs.due_on
    later = make_report(cast.havenstad, story=CALM, form="n" * 32)
    assert later.due_on == Report.objects.get(pk=report.pk).due_on


@pytest.mark.parametrize(
    "wrong", [{"high": "0"}, {"normal": "x"}, {"escalate": ""}, {"follow_up": "61"}, {"closing_days": "kerst"}]
)
def test_what_is_no_term_is_refused_and_stays_typed(cast, signed_in, wrong):
    page = signed_in(cast.farid).post(PAGE, typed(**wrong))
    assert page.status_code == 422
    assert not TermSetting.objects.exists()
    assert 'value="15"' in page.content.decode() or "follow_up" in wrong


def test_more_closing_days_than_a_hundred_are_too_many(cast, signed_in):
    first = timezone.localdate()
    days = "\n".join((first + timedelta(days=number)).isoformat() for number in range(101))
    assert "te veel dagen" in signed_in(cast.farid).post(PAGE, typed(closing_days=days)).content.decode()


def test_two_administrators_at_once_the_second_is_told(cast, signed_in):
    farid, old = signed_in(cast.farid), typed()
    farid.post(PAGE, old)
    page = farid.post(PAGE, old | {"high": "9"})
    assert page.status_code == 422
    assert "net gewijzigd" in page.content.decode()
    assert 'value="9"' in page.content.decode()
    assert farid.post(PAGE, typed(high="9")).status_code == 302


def test_only_who_manages_settings_comes_here(cast, signed_in):
    assert signed_in(cast.amina).get(PAGE).status_code == 403
    assert "Termijnen" in signed_in(cast.farid).get("/werk/").content.decode()
