"""Rights of people in a report: marks that follow, requests, the search and the pack; Gerda sees no content."""

import io
import re
import zipfile
from datetime import timedelta

import pytest
from django.utils import timezone

from baken.accounts.models import Ground
from baken.links.tests.make import make_ground
from baken.oversight import pack, services, tasks
from baken.oversight.models import DataRequest, ReportMark
from baken.oversight.permission import may_search_persons
from baken.oversight.search import is_about
from baken.oversight.tests.make import make_request, marked
from baken.privacy import rights
from baken.privacy.models import Trace
from baken.privacy.retention import later
from baken.signals import services as signals
from baken.signals.models import InternalNote, Report, ReportFile
from baken.signals.tests.make import make_report, make_sound

PAGE = "/werk/toezicht/"
STORY = (
    "Samir Bouali haalt de mannen op met een wit busje. Collega Jan de Vries zag het ook. Bel hem op 06-12345678."
)


@pytest.fixture
def report(cast):
    found = make_report(cast.havenstad, story=STORY, name="Lieve van Zandhoven", contact="lieve@mail.example")
    signals.add_note(found, text="Volgens Piet Jansen is Samir Bouali de neef.", by=cast.amina)
    return found


@pytest.fixture
def allowed(cast):
    """A municipality that recorded its ground for searching by person."""
    make_ground(cast.havenstad, Ground.What.PERSON_SEARCH)


def text(answer):
    return answer.content.decode()


def record_page(report):
    return f"/werk/meldingen/{report.pk}/"


def test_amina_records_an_objection_and_it_stands_on_top(cast, signed_in, report):
    browser = signed_in(cast.amina)
    form = {"kind": "not_substantiated", "text": "Na gesprek bleek het een verhuizing."}
    assert browser.post(f"{PAGE}meldingen/{report.pk}/aantekening/", form).status_code == 302
    page = text(browser.get(record_page(report)))
    assert page.index("Na gesprek bleek") < page.index("Wat er gemeld is")
    assert "Niet onderbouwd" in page
    assert Trace.objects.filter(verb="marked", record=str(report.pk), why="not_substantiated").count() == 1


def test_a_mark_that_no_longer_holds_is_off_the_page(cast, signed_in, report):
    browser, mark = signed_in(cast.amina), marked(report, cast.amina)
    browser.post(f"{PAGE}aantekening/{mark.pk}/")
    assert "in een andere stad" not in text(browser.get(record_page(report)))
    assert ReportMark.objects.get().ended_by == cast.amina


def test_a_mark_follows_what_was_sent_on(cast, report, monkeypatch):
    told = []
    monkeypatch.setattr(rights, "_followers", [])
    rights.follow(told.append)
    services.end_mark(marked(report, cast.amina), by=cast.amina)
    assert [(each.record, each.mark, each.ended) for each in told] == [
        (report.pk, "objection", False), (report.pk, "objection", True),
    ]  # fmt: skip


def test_a_mark_that_cannot_be_passed_on_is_not_recorded(cast, report, monkeypatch):
    def refuse(mark):
        raise OSError("postbus vol")

    monkeypatch.setattr(rights, "_followers", [refuse])
    with pytest.raises(OSError, match="postbus"):
        marked(report, cast.amina)
    assert not ReportMark.objects.exists()


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("notitie/", {"notitie-text": "Dit wil ik onthouden."}),
        ("antwoord/", {"bericht-text": "Dit wil ik zeggen.", "bericht-form": "f" * 24}),
        ("wegen/", {"weging-agrees": "yes", "weging-outcome": "advice", "weging-reason": "Dit is waarom.", "weging-seen": "0"}),
    ],
)  # fmt: skip
def test_a_restricted_report_can_only_be_read_and_nothing_typed_is_lost(cast, signed_in, report, path, form):
    mark = marked(report, cast.amina, kind="restricted")
    browser = signed_in(cast.amina)
    answer = browser.post(record_page(report) + path, form)
    assert answer.status_code == 422
    assert "je kunt haar alleen lezen" in text(answer)
    assert "Dit " in text(answer)
    services.end_mark(mark, by=cast.amina)
    assert browser.post(record_page(report) + path, form).status_code == 302


def test_a_reporter_can_always_write(cast, report):
    marked(report, cast.amina, kind="restricted")
    signals.add_message(report, text="Ik ben in gevaar.", form="nood-" + "n" * 20, by=None)
    assert InternalNote.objects.count() == 1


def test_the_answer_is_due_within_a_month(cast):
    request = make_request(cast.amina)
    assert request.due_on == later(timezone.localdate(), 1)


def test_gerda_sees_which_requests_wait_and_not_who_asks(cast, signed_in, report):
    request = make_request(cast.amina, report)
    page = text(signed_in(cast.gerda).get(f"{PAGE}verzoeken/"))
    assert request.number in page
    assert "Inzage" in page
    assert "Samir" not in page
    assert signed_in(cast.gerda).get(f"{PAGE}verzoeken/{request.pk}/").status_code == 403


def test_a_request_that_is_late_says_so(cast, signed_in):
    request = make_request(cast.amina)
    DataRequest.objects.filter(pk=request.pk).update(due_on=timezone.localdate() - timedelta(days=1))
    assert "te laat" in text(signed_in(cast.gerda).get(f"{PAGE}verzoeken/"))


def test_amina_carries_a_request_out_from_begin_to_end(cast, signed_in, report):
    browser = signed_in(cast.amina)
    form = {
        "kind": "access",
        "received_on": str(timezone.localdate()),
        "name": "Samir Bouali",
        "contact": "zijn zus",
    }
    assert browser.post(f"{PAGE}verzoeken/nieuw/", form).status_code == 302
    request = DataRequest.objects.get()
    page = f"{PAGE}verzoeken/{request.pk}/"
    early = browser.post(f"{page}besluit/", {"besluit-decision": "granted", "besluit-answer": "Ja."})
    assert "hoe je zeker weet wie dit vraagt" in text(early)
    browser.post(f"{page}identiteit/", {"identiteit-how": "Paspoort gezien aan de balie."})
    assert browser.post(f"{page}melding/", {"melding-number": report.number.lower()}).status_code == 302
    assert report.number in text(browser.get(page))
    browser.post(f"{page}besluit/", {"besluit-decision": "partly", "besluit-answer": "Zonder de bron."})
    request.refresh_from_db()
    assert (request.decision, request.decided_by) == ("partly", cast.amina)
    again = browser.post(f"{page}besluit/", {"besluit-decision": "refused", "besluit-answer": "Toch niet."})
    assert again.status_code == 422
    for verb in ("registered", "identified", "decided"):
        assert Trace.objects.filter(verb=verb, kind="request", record=str(request.pk)).count() == 1


@pytest.mark.parametrize("number", ["M-000000", "Piet", ""])
def test_a_report_that_is_not_there_cannot_be_added(cast, signed_in, number):
    request = make_request(cast.amina)
    answer = signed_in(cast.amina).post(f"{PAGE}verzoeken/{request.pk}/melding/", {"melding-number": number})
    assert answer.status_code == 422


def test_els_reaches_no_request_mark_or_delay_of_havenstad(cast, signed_in, report):
    browser, request, mark = signed_in(cast.els), make_request(cast.amina, report), marked(report, cast.amina)
    for path in (
        f"verzoeken/{request.pk}/",
        f"verzoeken/{request.pk}/dossier/",
        f"meldingen/{report.pk}/aantekening/",
    ):
        assert browser.get(PAGE + path).status_code == 404
    assert browser.post(f"{PAGE}aantekening/{mark.pk}/").status_code == 404
    assert Trace.objects.filter(verb="refused", record=str(request.pk)).count() == 2


def test_searching_for_a_person_is_off_until_the_ground_is_recorded(cast, signed_in, report):
    assert may_search_persons(cast.havenstad).yes is False
    request = make_request(cast.amina)
    browser = signed_in(cast.amina)
    page = browser.post(f"{PAGE}verzoeken/{request.pk}/zoek/", follow=True)
    assert "nog geen grondslag, DPIA en datum vastgelegd" in text(page)
    request.refresh_from_db()
    assert request.scan_state == ""
    assert not Trace.objects.filter(verb="searched").exists()


def test_the_search_finds_the_name_and_a_person_judges(cast, signed_in, report, allowed):
    make_report(cast.havenstad, story="Een man met een wit busje.", form="ander-" + "a" * 20)
    other = make_report(cast.duindorp, story=STORY, form="duin-" + "d" * 20)
    request, browser = make_request(cast.amina), signed_in(cast.amina)
    browser.post(f"{PAGE}verzoeken/{request.pk}/zoek/")
    request.refresh_from_db()
    assert (request.scan_state, request.scan_total) == ("running", 2)
    with pytest.raises(services.NotPossible, match="loopt al"):
        services.start_search(request, by=cast.amina)
    assert tasks.search.func(str(request.pk)) == 1
    found = request.found.get()
    assert (found.report_id, found.concerns, found.by_search) == (report.pk, None, True)
    assert not other.asked_about.exists()
    browser.post(f"{PAGE}verzoeken/{request.pk}/gevonden/{found.pk}/", {"gaat-over": "nee"})
    found.refresh_from_db()
    assert found.concerns is False
    assert Trace.objects.filter(verb="searched", actor=str(cast.amina.pk), record=str(request.pk)).count() == 1
    assert Trace.objects.filter(verb="found", record=str(report.pk), why=request.number).count() == 1


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("Samir Bouali haalt ze op", True), ("de heer S. Bouali haalt ze op", True), ("Bouali, Samir stond erbij", True),
        ("SAMIR BOUALI", True), ("Samir Haddadi haalt ze op", False), ("Samir was er", False), ("een man", False),
    ],
)  # fmt: skip
def test_the_same_name_written_otherwise(written, same):
    assert is_about("Samir Bouali", [written]) is same


def test_in_the_pack_everybody_else_is_masked(cast, report):
    signals.add_message(report, text="Mijn nummer is 06 87654321.", form="mes-" + "m" * 20, by=None)
    parts = pack.parts_of([Report.objects.get(pk=report.pk)], "Samir Bouali")
    told = "\n".join(part.text for part in parts)
    assert "Samir Bouali haalt de mannen op" in told
    for other in ("Jan de Vries", "12345678", "87654321", "Piet Jansen", "Lieve", "lieve@mail.example"):
        assert other not in told
    assert {part.title.split(" · ")[1]: part.ticked for part in parts} == {
        "Wat er gemeld is": True, "Bericht": False, "Notitie van collega's": False,
    }  # fmt: skip


def test_the_pack_leaves_only_when_a_person_read_it(cast, signed_in, report):
    request, browser = make_request(cast.amina, report), signed_in(cast.amina)
    page = f"{PAGE}verzoeken/{request.pk}/dossier/"
    chosen = f"{report.number}-0"
    assert "hoe je zeker weet" in text(browser.post(page, {"mee": chosen, "gelezen": "ja"}))
    services.identify(request, how="Paspoort gezien.", by=cast.amina)
    assert "Lees elk stuk" in text(browser.post(page, {"mee": chosen}))
    assert "ten minste één stuk" in text(browser.post(page, {"gelezen": "ja"}))
    answer = browser.post(page, {"mee": chosen, "gelezen": "ja"})
    with zipfile.ZipFile(io.BytesIO(answer.content)) as file:
        assert file.namelist() == ["inzage.txt"]
        body = file.read("inzage.txt").decode()
    assert "Samir Bouali" in body
    assert "Jan de Vries" not in body
    assert "Samir" not in answer["Content-Disposition"]
    assert Trace.objects.filter(verb="packed", record=str(request.pk)).count() == 1
    assert Trace.objects.filter(verb="seen", kind="report", record=str(report.pk)).exists()


def test_a_file_is_in_the_pack_only_when_a_person_looked_at_it_and_ticked_it(cast, signed_in):
    report = make_report(cast.havenstad, form="m" * 32, files=[make_sound()])
    request, file = make_request(cast.amina, report), ReportFile.objects.get(report=report)
    services.identify(request, how="Paspoort gezien.", by=cast.amina)
    browser, path = signed_in(cast.amina), f"{PAGE}verzoeken/{request.pk}/dossier/"
    page = text(browser.get(path))
    assert f'href="/werk/meldingen/{report.pk}/bijlage/{file.pk}/"' in page
    assert not re.search(rf'value="{report.number}-{file.number}"[^>]*checked', page)
    answer = browser.post(path, {"mee": [f"{report.number}-0", f"{report.number}-{file.number}"], "gelezen": "ja"})
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        assert packed.namelist() == ["inzage.txt", file.safe_name]
        assert packed.read(file.safe_name) == file.content
    assert Trace.objects.get(verb="file opened", record=str(report.pk)).why == file.number
