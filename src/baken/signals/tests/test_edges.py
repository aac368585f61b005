"""Rare moments: the same form twice at once, tampered addresses of steps, and what records are called."""

from threading import Thread

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from baken.accounts.models import User
from baken.accounts.roles import CAPABILITIES, Role
from baken.signals import access, services
from baken.signals.models import InternalNote, Message, Report, Weighing
from baken.signals.tests.make import STORY, make_report
from baken.signals.tests.test_report import ANSWERS
from baken.signals.told import Told

FORM = "tegelijk-" + "t" * 20


def test_the_same_form_sent_by_two_at_once_is_one_report(cast, transactional_db, monkeypatch):
    slow_hash, codes = services.codes.found_by, []

    def hash_while_another_sends(code):
        monkeypatch.setattr(services.codes, "found_by", slow_hash)
        other = Thread(target=send)
        other.start()
        other.join()
        return slow_hash(code)

    def send():
        codes.append(services.receive_report(cast.havenstad, Told(form=FORM, story=STORY)).code)
        connection.close()

    monkeypatch.setattr(services.codes, "found_by", hash_while_another_sends)
    codes.append(services.receive_report(cast.havenstad, Told(form=FORM, story=STORY)).code)
    assert len(codes) == 2
    assert len(set(codes)) == 1
    assert Report.objects.count() == 1
    assert Message.objects.count() == 0


def test_confirming_the_code_twice_is_traced_once(cast):
    report = make_report(cast.havenstad)
    services.confirm_code(report)
    services.confirm_code(report)
    assert services.trace.lines_of("report", report.pk)[-1].verb == "code saved"


@pytest.mark.parametrize(
    ("changed", "template"),
    [
        ({"step": "weg"}, "report_what"),
        ({"step": "check", "go": "back"}, "report_who"),
        ({"step": "what", "go": "back"}, "report_what"),
        ({"step": "check", "go": "change:where"}, "report_where"),
        ({"step": "check", "go": "change:weg"}, "report_check"),
    ],
)
def test_every_way_through_the_steps(cast, client, changed, template):
    page = client.post("/melden/", ANSWERS | changed)
    assert page.templates[0].name == f"signals/{template}.html"


def test_a_report_that_is_gone_opens_for_no_cookie(cast, client):
    report = make_report(cast.havenstad, form=FORM)
    client.post("/melding/", {"code": services.codes.code_for(FORM)})
    Report.objects.filter(pk=report.pk).delete()
    assert client.get("/melding/bericht/").headers["Location"] == "/melding/"


def test_nobody_without_the_right_gets_as_far_as_the_list(cast):
    for refused in (access.reports_for, lambda user: access.report_to_weigh(user, cast.amina.pk)):
        with pytest.raises(PermissionDenied):
            refused(cast.bram)


def test_who_may_read_but_not_weigh_does_not_write(cast, monkeypatch):
    report = make_report(cast.havenstad)
    monkeypatch.setitem(CAPABILITIES, Role.FOCAL_OFFICER, frozenset({"read_reports"}))
    only_reads = User.objects.get(pk=cast.amina.pk)
    assert access.read_report(only_reads, report.pk) == report
    with pytest.raises(PermissionDenied):
        access.report_to_weigh(only_reads, report.pk)


def test_what_records_are_called_tells_nothing_of_what_is_in_them(cast):
    report = make_report(cast.havenstad, story="Er staat een fiets in de gang.")
    decided = {"agrees": False, "concern": "none", "outcome": "no_indication", "reason": "geheim", "seen": 0}
    services.weigh_report(report, by=cast.amina, **decided)
    services.add_note(report, text="geheim", by=cast.amina)
    services.add_message(report, text="geheim", form="m" * 30, by=None)
    closed = Report.objects.get(pk=report.pk)
    said = [str(kind.objects.get()) for kind in (Report, Message, InternalNote, Weighing)]
    assert closed.is_closed
    assert "geheim" not in "".join(said)
    assert said[0] == f"melding {report.number}"
    assert "bij" in super(Message, Message.objects.get()).__str__()


def test_an_action_in_the_trace_without_words_is_left_out_of_the_history(cast):
    report = make_report(cast.havenstad)
    services.trace.note("verplaatst", "report", report.pk, actor=cast.hugo.pk)
    from baken.signals.history import history_of

    assert [str(event.what) for event in history_of(report)] == ["Ontvangen"]
