"""What seldom happens: a room that goes wrong, a record that just went, a request for what is not there."""

from datetime import timedelta
from smtplib import SMTPException

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from baken.accounts.tests.make import carry_out
from baken.oversight import access, checking, purge, services, tasks
from baken.oversight.models import ChainCheck, DataRequest, Stay
from baken.oversight.tests.make import close, confirm_all, make_request, make_stay, marked
from baken.privacy import trace
from baken.privacy.models import Trace
from baken.signals.tests.make import make_report

PAGE = "/werk/toezicht/"


@pytest.fixture
def old(cast):
    return close(make_report(cast.havenstad), cast.amina, months_ago=13)


def text(answer):
    return answer.content.decode()


def test_a_long_check_says_how_far_it_is(cast, monkeypatch):
    monkeypatch.setattr(trace, "STEP", 2)
    for number in range(5):
        trace.note("seen", "report", f"r{number}", actor=cast.amina.pk)
    told = []
    assert trace.breaks(told.append) == []
    assert told == [2, 4]
    assert checking.run(checking.begin()) == []
    assert ChainCheck.objects.get().done == 5


def test_a_line_that_was_written_past_the_end_is_noticed(cast):
    trace.note("seen", "report", "r1", actor=cast.amina.pk)
    line = Trace.objects.get()
    line.number = 2
    line.save(force_insert=True)
    assert trace.breaks() == [2]


def test_nothing_to_cut_cuts_nothing(cast):
    assert trace.cut(timezone.localdate()) == 0
    trace.note("seen", "report", "r1", actor=cast.amina.pk)
    assert trace.cut(timezone.localdate()) == 0
    assert trace.older(timezone.localdate()) == 0


def test_a_dry_run_counts_the_trace(cast):
    for place, person in ((cast.havenstad, cast.amina), (cast.duindorp, cast.els)):
        confirm_all(place, person)
    later = timezone.localdate() + timedelta(days=800)
    assert {each.kind: each.count for each in purge.purge(later, dry_run=True)} == {
        "trace": Trace.objects.count() - 1
    }


def test_a_mail_server_that_is_down_stops_nothing(cast, old, monkeypatch):
    def down(*args, **kwargs):
        raise SMTPException("weg")

    monkeypatch.setattr("django.core.mail.EmailMessage.send", down)
    assert tasks.digest(timezone.localdate()) == 2
    assert carry_out() == 0
    assert DBTaskResult.objects.count() == 2  # tried again later


def test_a_report_that_went_while_the_form_was_open(cast, signed_in, old, monkeypatch):
    browser, found = signed_in(cast.amina), old
    monkeypatch.setattr(access, "report_to_mark", lambda user, pk: found)
    pk = old.pk
    old.delete()
    found.pk = pk
    answer = browser.post(f"{PAGE}meldingen/{pk}/aantekening/", {"kind": "objection", "text": "Dat was ik niet."})
    assert answer.status_code == 422
    assert "er niet meer" in text(answer)
    assert "Dat was ik niet." in text(answer)


def test_what_ended_ends_once(cast, old):
    stay, mark = make_stay(old, cast.amina), marked(old, cast.amina)
    for _ in range(2):
        services.end_stay(stay, by=cast.amina)
        services.end_mark(mark, by=cast.amina)
    assert Trace.objects.filter(verb__in=["hold ended", "mark ended"]).count() == 2


def test_a_report_is_found_once_for_a_request(cast, old):
    request = make_request(cast.amina, old)
    assert services.add_found(request, old, by=None) is False
    assert request.found.get().concerns is True


def test_els_cannot_delay_or_end_what_is_of_havenstad(cast, signed_in, old):
    browser, stay = signed_in(cast.els), make_stay(old, cast.amina)
    assert browser.get(f"{PAGE}meldingen/{old.pk}/uitstel/").status_code == 404
    assert browser.post(f"{PAGE}uitstel/{stay.pk}/").status_code == 404
    assert Stay.objects.get().ended_on is None
    assert Trace.objects.filter(verb="refused", record=str(old.pk), actor=str(cast.els.pk)).count() == 1


def test_what_is_not_there_is_not_there(cast, signed_in):
    assert signed_in(cast.farid).get(f"{PAGE}bewaartermijnen/iets-anders/").status_code == 404
    request = make_request(cast.amina)
    assert signed_in(cast.amina).post(f"{PAGE}verzoeken/{request.pk}/dansen/").status_code == 404
    answer = signed_in(cast.amina).get(f"{PAGE}verzoeken/{request.pk}/dossier/")
    assert "nog geen melding" in text(answer)


def test_after_the_decision_nothing_can_be_judged(cast, signed_in, old):
    request = make_request(cast.amina, old)
    DataRequest.objects.filter(pk=request.pk).update(decided_on=timezone.localdate(), decision="refused")
    found = request.found.get()
    page = signed_in(cast.amina).post(f"{PAGE}verzoeken/{request.pk}/gevonden/{found.pk}/", follow=True)
    assert "al besloten" in text(page)


def test_a_request_of_tomorrow_is_refused(cast, signed_in):
    tomorrow = timezone.localdate() + timedelta(days=1)
    form = {"kind": "access", "received_on": str(tomorrow), "name": "Samir Bouali", "contact": "zijn zus"}
    answer = signed_in(cast.amina).post(f"{PAGE}verzoeken/nieuw/", form)
    assert answer.status_code == 422
    assert "Deze dag moet nog komen" in text(answer)
    assert 'value="Samir Bouali"' in text(answer)


@pytest.mark.parametrize(
    "read",
    [access.requests_for, access.purged, access.terms_for, access.last_check, access.colleagues, access.note_look],
)
def test_hugo_reaches_nothing_of_oversight(cast, read):
    with pytest.raises(PermissionDenied):
        read(cast.hugo)
