"""Sending something along, both ways: with the report, with a message, and who can fetch it."""

import io
import re
import uuid

import pytest
from django.db import connection
from PIL import Image

from baken.files.accept import accept
from baken.files.tests.make import SECRET, pdf, photo_with_place, picture, upload, wav
from baken.privacy import codes, trace
from baken.privacy.models import Trace
from baken.signals import services
from baken.signals.models import Message, Report, ReportFile
from baken.signals.tests.make import STORY, make_report
from baken.signals.tests.test_report import ANSWERS, CODE, send

FORM = "formulier-" + "a" * 16
SVG = b"<svg onload='alert(1)'/>"


@pytest.fixture
def report(cast):
    return make_report(cast.havenstad)


@pytest.fixture
def reporter(report, client):
    client.post("/melding/", {"code": codes.code_for(FORM)})
    return client


def answer(report, by, *files, text="Kijk hiernaar.", form="q" * 32):
    return services.add_message(
        report, text=text, form=form, by=by, files=[accept(upload(each)) for each in files]
    )


def address(file):
    return f"/werk/meldingen/{file.report_id}/bijlage/{file.pk}/"


def test_a_report_takes_its_photo_and_recording_along(cast, client):
    page = send(client, attachments=[upload(photo_with_place(), "mijn naam.jpg"), upload(wav(), "opname.wav")])
    assert CODE.search(page.content.decode())
    assert [(file.format, file.name, file.on) for file in ReportFile.objects.all()] == [
        ("jpeg", "mijn naam.jpg", Report.objects.get().received_on),
        ("wav", "opname.wav", Report.objects.get().received_on),
    ]
    added = Trace.objects.filter(verb="file added", record=str(Report.objects.get().pk))
    assert [(line.actor, line.at, line.why[:2]) for line in added] == [("anoniem", None, "B-")] * 2
    assert trace.breaks() == []


def test_a_bad_file_gets_one_sentence_and_nothing_typed_is_lost(cast, client):
    page = send(client, attachments=[upload(SVG, "plaatje.jpg"), upload(picture(), "goed.jpg")])
    html = page.content.decode()
    assert page.status_code == 422
    assert "“plaatje.jpg” is geen foto, pdf of geluidsopname" in html
    assert "Er is nog niets verstuurd" in html
    assert all(f'value="{value}"' in html for value in (STORY, "Kade", "gisteren", "f" * 32))
    assert (Report.objects.count(), ReportFile.objects.count()) == (0, 0)
    assert send(client).status_code == 200


def test_the_same_form_twice_is_one_report_with_each_file_once(cast, client):
    for files in ([picture()], [picture()], [picture(), wav()], [picture(), wav()]):
        send(client, attachments=[upload(each) for each in files])
    assert Report.objects.count() == 1
    assert sorted(file.format for file in ReportFile.objects.all()) == ["jpeg", "wav"]
    assert [message.text for message in Message.objects.all()] == [""]  # the recording came later


def test_another_text_with_another_file_is_added_once(cast, client):
    send(client, attachments=[upload(picture())])
    for _ in range(2):
        send(client, story="Er was ook een bus.", attachments=[upload(picture()), upload(pdf())])
    message = Message.objects.get()
    assert (message.text, [file.format for file in message.files.all()]) == ("Er was ook een bus.", ["pdf"])
    assert ReportFile.objects.count() == 2


def test_amina_sees_what_came_along_and_fetches_it_with_a_trace(cast, client, signed_in):
    send(client, attachments=[upload(photo_with_place(), "mijn <b>naam.jpg")])
    file, browser = ReportFile.objects.get(), signed_in(cast.amina)
    page = browser.get(f"/werk/meldingen/{file.report_id}/").content.decode()
    assert f"Foto {file.number}" in page
    assert "1 kB" in page
    assert "&lt;b&gt;naam" in page
    assert "niet op virussen gecontroleerd" in page
    fetched = browser.get(address(file))
    assert fetched.headers["Content-Disposition"] == f'attachment; filename="bijlage-{file.number}.jpg"'
    assert fetched.headers["Content-Type"] == "application/octet-stream"
    assert fetched.headers["X-Content-Type-Options"] == "nosniff"
    assert fetched.headers["Content-Security-Policy"].endswith("; sandbox")
    assert fetched.headers["Cache-Control"] == "no-store"
    assert Image.open(io.BytesIO(fetched.content)).size == (48, 64)
    opened = Trace.objects.get(verb="file opened")
    assert (opened.actor, opened.record, opened.why) == (str(cast.amina.pk), str(file.report_id), file.number)
    assert "Bijlage opgehaald" in browser.get(f"/werk/meldingen/{file.report_id}/").content.decode()


def test_nobody_else_can_fetch_it(cast, client, signed_in, report):
    answer(report, None, picture())
    file, other = ReportFile.objects.get(), make_report(cast.havenstad, form="een-ander-" + "b" * 16)
    assert signed_in(cast.els).get(address(file)).status_code == 404
    assert Trace.objects.filter(verb="refused", actor=str(cast.els.pk), record=str(report.pk)).count() == 1
    for person in (cast.farid, cast.gerda, cast.bram, cast.hugo):
        assert signed_in(person).get(address(file)).status_code == 403
    amina = signed_in(cast.amina)
    for wrong in (f"{other.pk}/bijlage/{file.pk}", f"{report.pk}/bijlage/{uuid.uuid4()}"):
        assert amina.get(f"/werk/meldingen/{wrong}/").status_code == 404
    assert client.get(address(file)).status_code == 302
    assert client.get(f"/melding/bijlage/{file.pk}/").status_code == 404


def test_the_office_sends_a_file_and_the_reporter_fetches_it(cast, signed_in, report, reporter):
    told = {
        "bericht-text": "Zie de folder.",
        "bericht-form": "q" * 32,
        "bericht-attachments": upload(pdf(), "Jan.pdf"),
    }
    assert signed_in(cast.amina).post(f"/werk/meldingen/{report.pk}/antwoord/", told).status_code == 302
    file = ReportFile.objects.get()
    page = reporter.get("/melding/bericht/").content.decode()
    assert f'href="/melding/bijlage/{file.pk}/"' in page
    assert "Jan.pdf" not in page
    fetched = reporter.get(f"/melding/bijlage/{file.pk}/")
    assert fetched.content == pdf() + b"\n"
    assert fetched.headers["Content-Disposition"].startswith("attachment")
    assert [line.at for line in Trace.objects.filter(verb="file opened")] == [None]
    assert reporter.get(f"/en/melding/bijlage/{file.pk}/").status_code == 200


def test_the_reporter_sends_files_with_or_without_words_and_does_not_get_them_back(cast, report, reporter):
    reporter.post(
        "/melding/bericht/", {"text": "", "form": "y" * 32, "attachments": [upload(wav()), upload(picture())]}
    )
    files = list(ReportFile.objects.all())
    assert [file.format for file in files] == ["wav", "jpeg"]
    page = reporter.get("/melding/bericht/").content.decode()
    assert "Geluidsopname" in page
    assert "/melding/bijlage/" not in page
    assert [reporter.get(f"/melding/bijlage/{file.pk}/").status_code for file in files] == [404, 404]
    report.refresh_from_db()
    assert report.unread is True


def test_a_reporter_sees_what_came_with_the_report_and_nothing_of_another(cast, client, report, reporter):
    other = make_report(cast.havenstad, form="een-ander-" + "b" * 16)
    answer(other, cast.amina, pdf())
    assert reporter.get(f"/melding/bijlage/{ReportFile.objects.get().pk}/").status_code == 404
    send(client, form="van-mij-" + "m" * 20, attachments=upload(wav()))
    reporter.post("/melding/", {"code": codes.code_for("van-mij-" + "m" * 20)})
    assert "Meegestuurd met je melding" in reporter.get("/melding/bericht/").content.decode()


def test_a_message_with_nothing_is_told_so(cast, signed_in, report, reporter):
    page = reporter.post("/melding/bericht/", {"text": " ", "form": "y" * 32})
    assert page.status_code == 422
    assert "Schrijf een bericht of kies een bestand." in page.content.decode()


def test_when_the_text_is_wrong_it_is_said_that_files_must_be_chosen_again(report, reporter):
    told = {"text": "x" * 20_001, "form": "y" * 32, "attachments": upload(picture())}
    html = reporter.post("/melding/bericht/", told).content.decode()
    assert "Dit is te lang" in html
    assert "Kies al je bestanden opnieuw." in html
    assert ReportFile.objects.count() == 0


def test_a_report_has_room_for_so_much_and_no_more(cast, settings, signed_in, report, reporter):
    settings.REPORT_FILES_BYTES = 1_500_000
    answer(report, None, wav(bytes(900_000)))
    told = {"text": "Nog een opname.", "form": "y" * 32, "attachments": upload(wav(bytes(800_000)))}
    page = reporter.post("/melding/bericht/", told)
    assert page.status_code == 422
    assert "plaats voor 1 MB aan bestanden" in page.content.decode()
    assert "Nog een opname." in page.content.decode()
    desk = {f"bericht-{name}": value for name, value in told.items()} | {
        "bericht-attachments": upload(wav(bytes(800_000)))
    }
    assert signed_in(cast.amina).post(f"/werk/meldingen/{report.pk}/antwoord/", desk).status_code == 422
    assert (ReportFile.objects.count(), Message.objects.count()) == (1, 1)


def test_files_go_when_their_report_goes(report):
    answer(report, None, picture())
    Report.objects.filter(pk=report.pk).delete()
    assert ReportFile.objects.count() == 0


def test_nothing_of_a_file_or_its_name_can_be_read_in_the_table(report):
    services.add_message(
        report, text="", form="y" * 32, by=None, files=[accept(upload(wav(SECRET * 20), f"{SECRET.decode()}.wav"))]
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM signals_reportfile")
        row = cursor.fetchone()
    assert max(len(each) for each in row if isinstance(each, bytes)) > 400
    assert SECRET not in b"".join(each if isinstance(each, bytes) else str(each).encode() for each in row)
    file = ReportFile.objects.get()
    assert (file.name, SECRET in file.content) == (f"{SECRET.decode()}.wav", True)
    assert str(file) == f"bijlage {file.number} bij {report.pk}"
    assert SECRET.decode() not in repr(file)


def test_a_list_of_files_does_not_read_what_is_in_them(cast, signed_in, report, django_assert_max_num_queries):
    answer(report, None, picture(), wav())
    browser = signed_in(cast.amina)
    with django_assert_max_num_queries(48) as seen:
        browser.get(f"/werk/meldingen/{report.pk}/")
    selected = [each["sql"] for each in seen.captured_queries if "signals_reportfile" in each["sql"]]
    assert selected
    assert [sql for sql in selected if re.search(r'"content"', sql)] == []


def test_a_full_disk_is_told_honestly_and_nothing_is_stored_by_half(cast, client, transactional_db):
    send(client)
    with connection.cursor() as cursor:
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages + 20}")
    page = send(client, form="g" * 32, story=STORY + " Nog iets.", attachments=upload(wav(bytes(400_000))))
    assert page.status_code == 503
    assert "Opslaan lukt nu niet: er is niets verstuurd." in page.content.decode()
    assert "Nog iets." in page.content.decode()
    assert (Report.objects.count(), ReportFile.objects.count(), Message.objects.count()) == (1, 0, 0)
    assert trace.breaks() == []
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1000000000")
    assert send(client, form="g" * 32, attachments=upload(wav(bytes(400_000)))).status_code == 200
    assert ReportFile.objects.get().size > 400_000


def test_answers_with_the_step_before_keep_files_out(cast, client):
    page = client.post("/melden/", ANSWERS | {"step": "check", "go": "back", "attachments": upload(SVG)})
    assert page.status_code == 200
    assert ReportFile.objects.count() == 0
