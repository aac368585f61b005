"""How long things stay: the municipality confirms, the page counts down, the purge takes what is due and nothing else."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from baken.accounts.models import Invitation, User
from baken.accounts.tests.make import carry_out
from baken.oversight import services, standing, tasks
from baken.oversight.models import DataRequest, PurgeEntry, RetentionTerm, Stay
from baken.oversight.purge import purge
from baken.oversight.tests.make import close, confirm_all, make_request, make_stay, marked
from baken.privacy import leftovers, retention, trace
from baken.privacy.models import Trace, TraceStart
from baken.privacy.terms import KINDS
from baken.sharing.models import DisclosedContent, Disclosure
from baken.sharing.tests.make import make_disclosure
from baken.signals import services as signals
from baken.signals.models import InternalNote, Message, Report, Weighing
from baken.signals.tests.make import make_report
from baken.triage import services as triage

PAGE = "/werk/toezicht/"


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def old(cast):
    """A report without follow-up, closed 13 months ago, with a message, a note and a weighing."""
    report = make_report(cast.havenstad)
    signals.add_message(report, text="Dank je wel.", form="bericht-" + "b" * 16, by=cast.amina)
    Message.objects.update(on=timezone.localdate() - timedelta(days=500))
    signals.add_note(report, text="Collega kent het pand.", by=cast.amina)
    return close(report, cast.amina, months_ago=13)


def text(answer):
    return answer.content.decode()


def test_farid_confirms_a_term_with_the_decision(cast, signed_in):
    browser = signed_in(cast.farid)
    assert f"{len(KINDS)} termijnen zijn nog een voorstel" in text(browser.get(f"{PAGE}bewaartermijnen/"))
    form = {"months": "9", "decision": "besluit 12 van het college", "revision": "0"}
    assert browser.post(f"{PAGE}bewaartermijnen/no-follow-up/", form).status_code == 302
    page = text(browser.get(f"{PAGE}bewaartermijnen/"))
    assert "9 maanden" in page
    assert "besluit 12 van het college" in page
    assert Trace.objects.filter(verb="term confirmed", record="no-follow-up", why="9 maanden").count() == 1


def test_two_who_confirm_at_once_get_a_clear_message(cast, signed_in):
    browser = signed_in(cast.farid)
    form = {"months": "9", "decision": "besluit 12", "revision": "0"}
    browser.post(f"{PAGE}bewaartermijnen/no-follow-up/", form)
    answer = browser.post(f"{PAGE}bewaartermijnen/no-follow-up/", form | {"months": "24"})
    assert answer.status_code == 422
    assert "Een collega heeft deze termijn net bevestigd" in text(answer)
    assert 'value="24"' in text(answer)


@pytest.mark.parametrize("months", ["0", "-3", "361", "veel", ""])
def test_a_term_that_cannot_be_is_refused(cast, signed_in, months):
    form = {"months": months, "decision": "besluit 12", "revision": "0"}
    assert signed_in(cast.farid).post(f"{PAGE}bewaartermijnen/trace/", form).status_code == 422
    assert not RetentionTerm.objects.exists()


def test_nothing_goes_on_a_term_that_nobody_confirmed(cast, old, today):
    assert purge(today + timedelta(days=20_000)) == []
    assert Report.objects.filter(pk=old.pk).exists()


def test_what_is_confirmed_and_due_goes_with_everything_that_belongs_to_it(cast, old, today):
    confirm_all(cast.havenstad, cast.amina)
    young = close(make_report(cast.havenstad, form="jong-" + "j" * 20), cast.amina, months_ago=11)
    opened = make_report(cast.havenstad, form="open-" + "o" * 20)
    gone = purge(today)
    assert [(each.municipality, each.kind, each.count) for each in gone] == [(cast.havenstad, "no-follow-up", 1)]
    assert set(Report.objects.values_list("pk", flat=True)) == {young.pk, opened.pk}
    for model in (Message, InternalNote, Weighing):
        assert not model.objects.filter(report=old.pk).exists()
    entry = PurgeEntry.objects.get()
    assert (entry.count, entry.months, entry.decision, entry.on) == (1, 12, "besluit 12", today)
    assert entry.rows["signals.Message"] == entry.rows["signals.InternalNote"] == 1
    assert Trace.objects.filter(verb="purged", record=str(old.pk), why="no-follow-up").count() == 1
    assert trace.breaks() == []
    assert purge(today) == []


def test_a_dry_run_counts_and_touches_nothing(cast, old, today):
    confirm_all(cast.havenstad, cast.amina)
    before = Trace.objects.count()
    assert [each.count for each in purge(today, dry_run=True)] == [1]
    assert Report.objects.filter(pk=old.pk).exists()
    assert (Trace.objects.count(), PurgeEntry.objects.count()) == (before, 0)


@pytest.mark.parametrize(
    ("outcomes", "months", "goes"),
    [
        (["no_indication"], 11, False), (["no_indication"], 12, True), (["advice"], 12, True),
        (["sent_on", "advice"], 59, False), (["sent_on", "advice"], 60, True),
        (["help_needed", "no_indication"], 59, False), (["help_needed", "no_indication"], 60, True),
        (["to_case", "no_indication"], 59, False), (["to_case", "no_indication"], 61, True),
    ],
)  # fmt: skip
def test_each_outcome_has_its_own_term(cast, today, outcomes, months, goes):
    confirm_all(cast.havenstad, cast.amina)
    report = make_report(cast.havenstad)
    for outcome in outcomes:
        close(report, cast.amina, outcome=outcome, months_ago=months)
    purge(today)
    assert Report.objects.filter(pk=report.pk).exists() is not goes


def message(old, cast):
    signals.add_message(old, text="Het is weer begonnen.", form="nieuw-" + "n" * 16, by=None)


def hold(old, cast):
    make_stay(old, cast.gerda)


def extension(old, cast):
    make_stay(old, cast.amina, kind=Stay.Kind.EXTENSION)


def waiting_request(old, cast):
    make_request(cast.amina, old)


def restriction(old, cast):
    marked(old, cast.amina, kind="restricted")


def reopened(old, cast):
    triage.reopen_report(old, reason="Nieuwe informatie.", seen=triage.state_of(old), by=cast.amina)


STOPS = [message, hold, extension, waiting_request, restriction, reopened]


@pytest.mark.parametrize("stop", STOPS, ids=lambda each: each.__name__)
def test_what_came_in_between_stops_the_purge(cast, old, today, stop):
    confirm_all(cast.havenstad, cast.amina)
    stop(old, cast)
    assert purge(today) == []
    assert Report.objects.filter(pk=old.pk).exists()


def test_what_came_between_the_list_and_the_purge_counts_too(cast, old, today, monkeypatch):
    confirm_all(cast.havenstad, cast.amina)
    seen = standing.near(cast.havenstad.pk, today)
    hold(old, cast)
    monkeypatch.setattr(standing, "near", lambda place, day: seen if place == cast.havenstad.pk else [])
    assert purge(today) == []


def test_an_ended_hold_or_restriction_stops_nothing(cast, old, today):
    confirm_all(cast.havenstad, cast.amina)
    services.end_stay(make_stay(old, cast.gerda), by=cast.gerda)
    services.end_mark(marked(old, cast.amina, kind="restricted"), by=cast.amina)
    asked = make_request(cast.amina, old)
    services.judge_found(asked.found.get(), concerns=False, by=cast.amina)
    assert [each.count for each in purge(today)] == [1]


def test_an_extension_has_an_end(cast, old):
    with pytest.raises(services.NotPossible, match="Verlengen kan tot en met"):
        make_stay(old, cast.amina, kind=Stay.Kind.EXTENSION, days=400)
    with pytest.raises(services.NotPossible, match="nog open"):
        make_stay(make_report(cast.havenstad, form="open-" + "o" * 20), cast.amina, kind=Stay.Kind.EXTENSION)


def test_gerda_holds_a_report_by_its_number_and_reads_nothing(cast, signed_in, old, today):
    browser = signed_in(cast.gerda)
    assert old.number in text(browser.get(f"{PAGE}verdwijnt/"))
    path = f"{PAGE}meldingen/{old.pk}/uitstel/"
    form = {"kind": "hold", "until": str(today + timedelta(days=60)), "reason": "Vordering van de rechtbank"}
    assert browser.post(path, form).status_code == 302
    page = text(browser.get(path))
    assert "Vordering van de rechtbank" in page
    assert "paspoorten" not in page
    assert Trace.objects.filter(verb="held", actor=str(cast.gerda.pk), record=str(old.pk)).count() == 1
    stay = Stay.objects.get()
    browser.post(f"{PAGE}uitstel/{stay.pk}/")
    stay.refresh_from_db()
    assert stay.ended_by == cast.gerda


def test_gerda_neither_reads_nor_ends_what_amina_recorded(cast, signed_in, old):
    stay, browser = make_stay(old, cast.amina), signed_in(cast.gerda)
    page = text(browser.get(f"{PAGE}meldingen/{old.pk}/uitstel/"))
    assert "Vasthouden om een wettelijke reden" in page
    assert "De rechter vroeg erom" not in page
    assert browser.post(f"{PAGE}uitstel/{stay.pk}/").status_code == 404
    assert "De rechter vroeg erom" in text(signed_in(cast.amina).get(f"{PAGE}meldingen/{old.pk}/uitstel/"))


def test_a_day_in_the_past_is_refused_and_what_was_typed_stays(cast, signed_in, old):
    form = {"kind": "hold", "until": "2020-01-01", "reason": "Vordering"}
    answer = signed_in(cast.amina).post(f"{PAGE}meldingen/{old.pk}/uitstel/", form)
    assert answer.status_code == 422
    assert "Kies een dag die nog komt" in text(answer)
    assert "Vordering" in text(answer)


def test_the_countdown_stands_on_the_report(cast, signed_in, today):
    confirm_all(cast.havenstad, cast.amina)
    report = close(make_report(cast.havenstad), cast.amina)
    Report.objects.filter(pk=report.pk).update(closed_on=retention.later(today + timedelta(days=10), -12))
    page = text(signed_in(cast.amina).get(f"/werk/meldingen/{report.pk}/"))
    assert "Wordt verwijderd op" in page
    assert "Dat is over 10 dagen" in page or "Dat is over 9 dagen" in page  # 29 February


def test_on_a_proposal_the_report_says_that_it_stays(cast, signed_in, old):
    page = text(signed_in(cast.amina).get(f"/werk/meldingen/{old.pk}/"))
    assert "nog niet bevestigd; tot dan blijft zij staan" in page
    assert "Volgens het voorstel" in page


def test_the_list_asks_as_much_for_many_as_for_one(cast, today, django_assert_num_queries):
    def fill(number):
        close(make_report(cast.havenstad, form=f"veel-{number:020d}"), cast.amina, months_ago=13)

    fill(0)
    with django_assert_num_queries(8):
        assert len(standing.near(cast.havenstad.pk, today)) == 1
    for number in range(1, 8):
        fill(number)
    with django_assert_num_queries(8):
        assert len(standing.near(cast.havenstad.pk, today)) == 8


def test_the_weekly_mail_says_that_something_waits_and_no_more(cast, old, today):
    assert tasks.digest(today) == 2  # Amina and Noor
    carry_out()
    assert {address for each in mail.outbox for address in each.to} == {cast.amina.email, cast.noor.email}
    for each in mail.outbox:
        assert old.number not in each.subject + each.body
        assert not any(sign.isdigit() for sign in each.subject + each.body)
    Report.objects.all().delete()
    assert tasks.digest(today) == 0


def test_requests_invitations_and_people_who_left_have_their_term_too(cast, today):
    confirm_all(cast.havenstad, cast.amina)
    asked = make_request(cast.amina)
    long_ago = today - timedelta(days=3000)
    DataRequest.objects.filter(pk=asked.pk).update(decided_on=long_ago, decision="refused")
    make_request(cast.amina, name="Open Verzoek")
    from baken.accounts import services as people

    people.invite(cast.havenstad, email="nieuw@havenstad.example", name="Nieuw", roles=["clerk"], by=cast.farid)
    Invitation.objects.update(expires_on=long_ago)
    close(make_report(cast.havenstad), cast.amina)
    User.objects.filter(pk__in=[cast.hugo.pk, cast.amina.pk]).update(is_active=False, left_on=long_ago)
    assert {each.kind: each.count for each in purge(today)} == {"request": 1, "invitation": 1, "staff": 1}
    assert not User.objects.filter(pk=cast.hugo.pk).exists()
    assert User.objects.filter(pk=cast.amina.pk).exists()  # a report still holds what she wrote
    assert DataRequest.objects.count() == 1


def test_the_trace_goes_when_every_municipality_confirmed_and_can_still_be_checked(cast, today):
    for number in range(6):
        trace.note("seen", "report", f"r{number}", actor=cast.amina.pk, municipality=cast.havenstad.pk)
    later = today + timedelta(days=800)
    confirm_all(cast.havenstad, cast.amina)
    assert purge(later) == []
    confirm_all(cast.duindorp, cast.els)
    total = Trace.objects.count()
    assert [(each.municipality, each.kind, each.count) for each in purge(later)] == [(None, "trace", total - 1)]
    assert trace.breaks() == []
    assert Trace.objects.count() == 2  # the last line of before, and that it was purged
    trace.note("seen", "report", "r9", actor=cast.amina.pk)
    assert trace.breaks() == []
    TraceStart.objects.update(number=TraceStart.objects.get().number + 1)
    assert trace.breaks()


def test_who_cuts_the_beginning_off_without_the_key_is_noticed(cast):
    for number in range(6):
        trace.note("seen", "report", f"r{number}", actor=cast.amina.pk)
    third = Trace.objects.get(number=3)
    Trace.objects.filter(number__lte=3).delete()
    TraceStart.objects.create(pk=1, number=3, seal=third.seal, mark="0" * 64)
    assert trace.breaks() == [3]


def test_who_holds_more_of_a_report_hears_that_it_goes(cast, old, today, monkeypatch):
    told = []
    monkeypatch.setattr(retention, "_told", [])
    retention.when_gone(lambda kind, ids: told.append((kind, ids)))
    confirm_all(cast.havenstad, cast.amina)
    purge(today)
    assert told == [("report", [old.pk])]


def test_a_room_that_cannot_remove_its_part_keeps_the_report(cast, old, today, monkeypatch):
    def refuse(kind, ids):
        raise OSError("schijf weg")

    monkeypatch.setattr(retention, "_told", [refuse])
    confirm_all(cast.havenstad, cast.amina)
    assert [(each.kind, each.count) for each in purge(today)] == [("failed", 1)]
    assert Report.objects.filter(pk=old.pk).exists()
    assert not PurgeEntry.objects.exists()


def test_the_night_is_in_the_queue_once_and_sets_the_next(cast, old, settings, tmp_path):
    settings.EMAIL_FILE_PATH = tmp_path
    from django_tasks_db.models import DBTaskResult

    assert tasks.ensure()
    assert not tasks.ensure()
    confirm_all(cast.havenstad, cast.amina)
    assert tasks.daily.func() == 1
    assert DBTaskResult.objects.filter(task_path=tasks.daily.module_path).count() == 1


def test_a_report_that_went_just_now_gives_a_clear_sentence(cast, old):
    report = Report.objects.get(pk=old.pk)
    old.delete()
    with pytest.raises(services.NotPossible, match="er niet meer"):
        make_stay(report, cast.amina)


def test_old_mails_and_failed_tasks_are_swept(cast, settings, tmp_path):
    import os

    settings.EMAIL_FILE_PATH = tmp_path
    now = timezone.now()
    for name, days in (("oud.log", 40), ("nieuw.log", 2)):
        (tmp_path / name).write_text("Aan: amina@havenstad.example")
        moment = (now - timedelta(days=days)).timestamp()
        os.utime(tmp_path / name, (moment, moment))
    assert leftovers.sweep(now, dry_run=True) == 1
    assert leftovers.sweep(now) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["nieuw.log"]


def test_what_was_sent_on_goes_before_the_line_that_says_so(cast):
    given = make_disclosure(cast.amina, receiver=cast.duindorp)
    confirm_all(cast.havenstad, cast.amina)
    confirm_all(cast.duindorp, cast.els)
    today = timezone.localdate()
    in_a_year = retention.later(today, 13)
    assert {(gone.municipality, gone.kind) for gone in purge(in_a_year)} >= {
        (cast.havenstad, "given"),
        (cast.duindorp, "given"),
    }
    assert not DisclosedContent.objects.exists()
    assert Disclosure.objects.get() == given
    purge(retention.later(today, 61))
    assert not Disclosure.objects.exists()
