"""Amina kept reports in a spreadsheet before Baken came. She takes them over, and sees first what is wrong with which line."""

import io
import zipfile
from datetime import date, timedelta

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from baken.accounts import mail
from baken.intake import importing, tables
from baken.intake.models import Filing, ImportBatch
from baken.signals.models import Report

PAGE = "/werk/melden/overnemen/"
HEAD = "melding;waar;werkplek;ontvangen op;eigen kenmerk\n"
GOOD = "De baas bewaart de paspoorten van alle mannen.;Kade;police;24-11-2025;Z-7\n"
OTHER = "Een meisje wordt elke avond gebracht en gehaald.;;;;\n"


@pytest.fixture
def amina(cast, signed_in):
    return signed_in(cast.amina)


def choose(browser, text, name="oud.csv"):
    data = text if isinstance(text, bytes) else text.encode()
    return browser.post(PAGE, {"file": SimpleUploadedFile(name, data)})


def sheet(*rows):
    book, packed = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(packed)
    return packed.getvalue()


def take_over(browser, text):
    where = choose(browser, text)["Location"]
    browser.post(where, {"go": "import"})
    importing.take_over.func(where.split("/")[-2])
    return browser.get(where).content.decode()


def test_the_template_she_downloads_is_a_file_that_can_be_read(amina):
    for kind in ("csv", "xlsx"):
        ((_, head),) = tables.read(amina.get(f"{PAGE}sjabloon.{kind}").content)
        assert head[0] == "melding"
    assert amina.get(f"{PAGE}sjabloon.exe").status_code == 404


def test_she_sees_what_is_wrong_line_by_line_before_anything_is_taken_over(amina):
    wrong = ";Kade;police;;\nIets;;maanbasis;morgen;\n"
    page = amina.get(choose(amina, HEAD + GOOD + wrong)["Location"]).content.decode()
    assert "Goed: 1. Niet goed: 2." in page
    assert "Regel 3, kolom ‘melding’:</strong> Leeg." in page
    assert "Regel 4, kolom ‘werkplek’:" in page
    assert "Regel 4, kolom ‘ontvangen op’:" in page
    assert Report.objects.count() == 0


def test_only_the_good_lines_become_reports_with_what_was_known_of_them(cast, amina):
    assert "Overgenomen: 1. Stond er al: 0. Niet goed: 1." in take_over(amina, HEAD + GOOD + ";Kade;;;\n")
    report, filing = Report.objects.get(), Filing.objects.get()
    assert (report.place, report.setting, report.municipality) == ("Kade", "police", cast.havenstad)
    assert (filing.way, filing.by, filing.first_on, filing.reference) == (
        "file",
        cast.amina,
        date(2025, 11, 24),
        "Z-7",
    )
    assert "Eerder ontvangen op 24 november 2025." in amina.get(f"/werk/meldingen/{report.pk}/").content.decode()


def test_the_same_file_again_and_the_same_line_in_another_file_are_no_second_report(amina):
    take_over(amina, HEAD + GOOD + OTHER)
    assert "Overgenomen: 0. Stond er al: 2." in take_over(amina, HEAD + GOOD + OTHER)
    take_over(amina, sheet(HEAD.strip().split(";"), GOOD.strip().split(";")))
    assert Report.objects.count() == 2


def test_the_same_line_twice_in_one_file_is_told(amina):
    assert "Gelijk aan regel 2." in amina.get(choose(amina, HEAD + GOOD + GOOD)["Location"]).content.decode()


def test_saying_yes_twice_or_a_worker_that_was_stopped_halfway_makes_no_double_reports(amina):
    where = choose(amina, HEAD + GOOD + OTHER)["Location"]
    amina.post(where, {"go": "import"})
    amina.post(where, {"go": "import"})
    assert DBTaskResult.objects.filter(task_path__endswith="take_over").count() == 1
    batch = ImportBatch.objects.get()
    importing._one(batch, batch.lines[0]["said"])
    assert "0 van 2 regels." in amina.get(where).content.decode()
    importing.take_over.func(str(batch.pk))
    assert Report.objects.count() == 2


def test_nothing_readable_of_the_file_is_kept_and_after_the_import_nothing_at_all(amina):
    where = choose(amina, HEAD + GOOD)["Location"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM intake_importbatch")
        assert b"paspoorten" not in b"".join(bytes(str(each), "utf-8") for each in cursor.fetchall())
    amina.post(where, {"go": "import"})
    importing.take_over.func(where.split("/")[-2])
    assert ImportBatch.objects.get().lines is None


def test_after_the_import_it_still_says_which_lines_were_wrong_and_nothing_of_what_they_said(amina):
    where = choose(amina, HEAD + GOOD + ";Kade;;;\n")["Location"]
    wrong = "Regel 3, kolom ‘melding’:</strong> Leeg."
    amina.post(where, {"go": "import"})
    assert wrong in amina.get(where).content.decode()
    importing.take_over.func(where.split("/")[-2])
    page = amina.get(where).content.decode()
    assert wrong in page
    assert "Deze regels zijn niet overgenomen." in page
    (kept,) = ImportBatch.objects.get().lines
    assert (kept["number"], kept["said"]) == (3, {})
    assert "Kade" not in page


def test_text_and_place_stand_apart_in_the_preview(amina):
    page = amina.get(choose(amina, HEAD + GOOD)["Location"]).content.decode()
    assert '<br><span class="quiet">Waar: Kade</span>' in page


def test_a_preview_that_nobody_said_yes_to_is_gone_after_an_hour(amina):
    choose(amina, HEAD + GOOD)
    batch = ImportBatch.objects.get()
    importing.forget.func(str(batch.pk))
    assert ImportBatch.objects.exists()
    ImportBatch.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    importing.forget.func(str(batch.pk))
    assert not ImportBatch.objects.exists()
    assert DBTaskResult.objects.get(task_path__endswith="forget").run_after == batch.expires_at


def test_she_can_throw_it_away_herself(amina):
    amina.post(choose(amina, HEAD + GOOD)["Location"], {"go": "drop"})
    assert not ImportBatch.objects.exists()


def test_a_formula_is_never_worked_out_but_told(amina):
    page = amina.get(choose(amina, sheet(["melding"], ["=1+1"], ["Goede regel."]))["Location"]).content.decode()
    assert "Hier staat een formule." in page
    assert "Goed: 1. Niet goed: 1." in page


def macro():
    packed = io.BytesIO(sheet(["melding"], ["x"]))
    with zipfile.ZipFile(packed, "a") as book:
        book.writestr("xl/vbaProject.bin", b"x")
    return packed.getvalue()


def bomb():
    packed = io.BytesIO(sheet(["melding"], ["x"]))
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/media/groot.bin", b"0" * (tables.MOST_UNPACKED + 1))
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "Dit bestand is leeg."),
        (b"melding\n", "Er staan geen meldingen in."),
        (b"wat;waar\nx;y\n", "De kolom"),
        (b"melding;geheim\nx;y\n", "Deze kolommen kennen wij niet"),
        (b"\x00\x01\x02", "Dit is geen CSV of XLSX."),
        (b"PK\x03\x04kapot", "Dit bestand is beschadigd"),
        (b"melding\n" + b"regel\n" * 2001, "Dit zijn meer dan 2000 regels."),
        (b"melding\n" + b"x" * 2_000_001, "Kies een bestand van hooguit 2 MB."),
        (macro, "In dit bestand zitten macro"),
        (bomb, "uitgepakt te groot"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_says_what_to_do(amina, data, told):
    page = choose(amina, data() if callable(data) else data)
    assert page.status_code == 422
    assert told in page.content.decode()
    assert not ImportBatch.objects.exists()


def test_a_file_of_an_old_windows_program_and_a_comma_work_too(amina):
    take_over(amina, "melding,waar\nReünie in café,Kade\n".encode("cp1252"))
    assert Report.objects.get().story == "Reünie in café"


def test_only_who_uploaded_it_sees_it_and_hugo_may_not_at_all(cast, amina, signed_in):
    where = choose(amina, HEAD + GOOD)["Location"]
    assert signed_in(cast.noor).get(where).status_code == 302
    assert signed_in(cast.els).get(where).status_code == 404
    assert signed_in(cast.hugo).get(where).status_code == 403


def test_an_import_of_old_reports_sends_no_mail_for_each_acute_one(amina):
    take_over(amina, "melding\nHelp, zij zit nu opgesloten en wordt bedreigd met een mes.\n")
    assert not DBTaskResult.objects.filter(task_path=mail.send.module_path).exists()


def test_the_token_of_the_form_is_still_asked(cast):
    from django.test import Client

    browser = Client(enforce_csrf_checks=True)
    browser.force_login(cast.amina, backend="baken.accounts.backend.StaffBackend")
    assert choose(browser, HEAD + GOOD).status_code == 403


def test_what_is_safe_comes_along_in_one_column_or_in_four(amina):
    head = "melding;contact melder;veilig contact;veilig: hoe;veilig: wanneer;veilig: niet zeggen;veilig: wie neemt op\n"
    take_over(
        amina, f"{head}De baas bewaart de paspoorten.;0600000000;Let op;Appen;Overdag;De gemeente;Alleen zij\n"
    )
    report = Report.objects.get()
    said = (report.safe_channel, report.safe_hours, report.safe_words, report.safe_person)
    assert said == ("Appen", "Overdag", "De gemeente", "Alleen zij")
    assert report.safe_contact == "Let op"
