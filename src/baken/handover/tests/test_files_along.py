"""A photo of the shed goes along to the police, or to Els: only when Amina says so, and the register says which."""

import io
import re

import pikepdf
import pytest

from baken.handover.tests.make import READ, TO_DUINDORP, TO_POLICE, WHY, address, look, report_with_names, send
from baken.privacy.models import Trace
from baken.sharing.models import Delivery, Disclosure, PackageFile
from baken.signals import services
from baken.signals.models import Report, ReportFile
from baken.signals.tests.make import make_sound

NEEDED = {"why_shown": "Op de opname is te horen waar het is."}
MAY = {"ground": "public-task", "purpose": "own-task"}
SAID = {"recipient": "municipality", "holds": "yes", "reference": "College, DPIA 3"}


@pytest.fixture
def amina(cast, signed_in):
    return signed_in(cast.amina)


@pytest.fixture
def report(cast):
    return report_with_names(cast.havenstad)


@pytest.fixture
def files(report):
    """Two recordings of the reporter, whose names tell more than they should."""
    for letter, name in (("a", "Jan de Vries thuis.wav"), ("b", "tweede.wav")):
        sound = make_sound(letter.encode() * 300, name)
        services.add_message(report, text="Luister.", form=letter * 32, by=None, files=[sound])
    return list(ReportFile.objects.filter(report=report).order_by("order"))


def opened(client, disclosure):
    """What the police find in the file."""
    path = f"/werk/doorgegeven/{disclosure.pk}/bestand/"
    page = client.post(path).content.decode()
    phrase = re.search(r'id="wachtzin">([^<]+)<', page)[1]
    nonce = re.search(r'name="nonce" value="([^"]+)"', page)[1]
    body = client.post(path, {"nonce": nonce}).content
    with pikepdf.open(io.BytesIO(body), password=phrase) as pdf:
        return body, {name: each.get_file().read_bytes() for name, each in pdf.attachments.items()}


def test_nothing_goes_along_unless_it_is_ticked(cast, amina, report, files):
    _, shown, _ = look(amina, report, TO_POLICE, WHY)
    assert "BIJLAGEN" not in shown
    asked = amina.post(address(report), {"step": "route", **TO_POLICE}).content.decode()
    ticks = re.findall(r'<input type="checkbox" name="along"[^>]*>', asked)
    assert len(ticks) == 2
    assert not any("checked" in each for each in ticks)


def test_one_recording_goes_to_the_police_inside_the_encrypted_file(cast, amina, report, files):
    first, second = files
    page, shown, _ = look(amina, report, TO_POLICE, WHY | NEEDED | {"along": [str(first.pk)]})
    assert f"{first.safe_name}: geluidsopname" in shown
    assert second.number not in shown
    assert "Vries" not in shown
    assert f'href="/werk/meldingen/{report.pk}/bijlage/{first.pk}/"' in page.content.decode()
    send(amina, report, TO_POLICE, WHY | NEEDED | {"along": [str(first.pk)]})
    disclosure = Disclosure.objects.get()
    assert (disclosure.files, disclosure.shown) == ([first.number], ["file"])
    body, inside = opened(amina, disclosure)
    assert inside == {"pakket.txt": shown.encode(), first.safe_name: first.content}
    assert first.content not in body
    assert [line.why for line in Trace.objects.filter(verb="file given")] == [first.number]
    assert first.number in amina.get(f"/werk/doorgegeven/{disclosure.pk}/").content.decode()
    assert first.number in amina.get(address(report, "")).content.decode()


def test_a_file_needs_a_reason_and_a_ground_that_lets_people_be_known(cast, amina, report, files):
    chosen = {"along": [str(files[0].pk)]}
    page, shown, _ = look(amina, report, TO_POLICE, WHY | chosen)
    assert (page.status_code, shown) == (422, "")
    assert "Vul in waarom de ontvanger dit moet weten." in page.content.decode()
    page, shown, _ = look(amina, report, TO_DUINDORP, READ | chosen | NEEDED)
    assert (page.status_code, shown) == (422, "")
    assert "Een bijlage is niet af te schermen" in page.content.decode()
    assert PackageFile.objects.count() == 0


def test_a_file_of_another_report_cannot_be_chosen(cast, amina, report, files):
    other = services.receive_report(
        cast.havenstad, services.Told(form="x" * 32, story="Anders."), [make_sound(b"zz" * 99)]
    ).report
    strange = ReportFile.objects.get(report=other)
    _, shown, _ = look(amina, report, TO_POLICE, WHY | NEEDED | {"along": [str(strange.pk)]})
    assert "BIJLAGEN" not in shown


@pytest.fixture
def delivered(cast, amina, signed_in, report, files):
    signed_in(cast.gerda).post("/werk/grondslagen/public-task/", SAID)
    send(amina, report, TO_DUINDORP | MAY, WHY | NEEDED | {"along": [str(files[0].pk)]})
    return Delivery.objects.get()


def test_els_fetches_it_from_her_own_copy_and_nobody_else_does(cast, signed_in, files, delivered):
    kept = PackageFile.objects.get()
    assert (kept.delivery, kept.municipality, kept.content) == (delivered, cast.duindorp, files[0].content)
    path = f"/werk/ontvangen/{delivered.pk}/bijlage/{kept.pk}/"
    els = signed_in(cast.els)
    assert path in els.get(f"/werk/ontvangen/{delivered.pk}/").content.decode()
    answer = els.get(path)
    assert answer.content == files[0].content
    assert answer["Content-Disposition"] == f'attachment; filename="{files[0].safe_name}"'
    assert Trace.objects.get(verb="file opened", kind="delivery").why == files[0].number
    assert [signed_in(each).get(path).status_code for each in (cast.amina, cast.dewi, cast.farid)] == [
        404,
        404,
        403,
    ]
    assert els.get(f"/werk/meldingen/{files[0].report_id}/bijlage/{files[0].pk}/").status_code == 404


def test_what_els_takes_over_has_the_recording_with_it_once(cast, signed_in, files, delivered):
    els = signed_in(cast.els)
    for _ in range(2):
        els.post(f"/werk/ontvangen/{delivered.pk}/overnemen/")
    mine = ReportFile.objects.get(report=Report.objects.get(municipality=cast.duindorp))
    assert (mine.content, mine.name) == (files[0].content, files[0].safe_name)


def test_when_it_cannot_be_stored_els_reads_why(cast, signed_in, settings, delivered):
    settings.REPORT_FILES_BYTES = 10
    page = signed_in(cast.els).post(f"/werk/ontvangen/{delivered.pk}/overnemen/", follow=True)
    assert "dit is te veel" in page.content.decode()
    assert not Report.objects.filter(municipality=cast.duindorp).exists()


def test_the_files_go_with_the_copy(delivered):
    delivered.delete()
    assert PackageFile.objects.count() == 0
