"""The case system of Havenstad sends reports. Farid gave it a token; the network fails now and then, so it sends again."""

import base64
import json
import re
from datetime import timedelta

import pytest
from django.utils import timezone

from baken.files.tests.make import SECRET, photo_with_place, wav
from baken.intake import api_files
from baken.intake.models import Application, Filing
from baken.privacy import codes
from baken.signals.models import Message, Report, ReportFile
from baken.signals.tests.make import STORY

PAGE, API = "/werk/melden/koppelingen/", "/api/v1/reports"
TICK = "lab-passports-kept-by-employer"
SENT = {"story": STORY, "place": "Kade", "setting": "police", "ticks": [], "language": "nl", "own_id": "Z-12"}


@pytest.fixture
def token(cast, signed_in):
    until = timezone.localdate() + timedelta(days=90)
    page = signed_in(cast.farid).post(PAGE, {"name": "Zaaksysteem", "expires_on": f"{until}"}).content.decode()
    return re.search(r'id="token">([^<]+)<', page)[1]


@pytest.fixture
def send(client, token):
    def post(sent=SENT, key="sleutel-0001", **headers):
        body = sent if isinstance(sent, bytes) else json.dumps(sent).encode()
        known = {"Authorization": f"Bearer {token}", "Idempotency-Key": key} | headers
        return client.post(API, body, content_type="application/json", headers=known)

    return post


def test_what_the_system_sends_is_one_report_with_number_and_code(cast, send):
    answer, report = send(), Report.objects.get()
    assert answer.status_code == 201
    assert answer.json()["number"] == report.number
    assert codes.found_by(answer.json()["code"]) == report.code_hash
    assert (report.story, report.place, report.municipality) == (STORY, "Kade", cast.havenstad)
    assert Filing.objects.get().application.name == "Zaaksysteem"


def test_the_same_key_with_the_same_body_is_the_same_answer(send):
    assert send().content == send().content
    assert Report.objects.count() == 1


def test_the_same_key_with_another_body_is_refused_and_adds_nothing(send):
    send()
    answer = send(SENT | {"story": "Iets anders."})
    assert (answer.status_code, answer["Content-Type"]) == (422, "application/problem+json")
    assert (Report.objects.count(), Message.objects.count()) == (1, 0)


def test_another_key_is_another_report(send):
    send()
    send(key="sleutel-0002")
    assert Report.objects.count() == 2


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"story": " "}, "story"), ({"story": None}, "story"), ({"story": "x" * 20_001}, "story"),
        ({"place": "x" * 1_001}, "place"), ({"setting": "maan"}, "setting"), ({"language": "fr"}, "language"),
        ({"ticks": "x"}, "ticks"), ({"ticks": [1]}, "ticks"), ({"ticks": ["maan"]}, "ticks"), ({"municipality": "duindorp"}, "municipality"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_by_field(send, changed, field):
    answer = send(SENT | changed)
    assert answer.status_code == 422
    assert [each["field"] for each in answer.json()["errors"]] == [field]
    assert Report.objects.count() == 0


@pytest.mark.parametrize("body", [b"{", b"[]", b"\xff", b"[" * 100_000])
def test_what_is_no_object_is_told_so(send, body):
    assert send(body).status_code == 400


def test_errors_speak_the_language_that_was_asked(send):
    assert send(b"{").json()["detail"] == "Dit is geen JSON-object."
    assert send(b"{", **{"Accept-Language": "en-GB"}).json()["detail"] == "This is not a JSON object."


def test_other_doors_stay_closed(send, client):
    assert client.get(API).status_code == 405
    assert send(key="kort").status_code == 400
    assert send(b"{" + b" " * api_files.most_bytes()).status_code == 413
    assert send(Authorization="Bearer onbekend").status_code == 401
    assert send(Authorization="Basic onbekend").status_code == 401
    form = client.post(API, {"a": 1}, headers={"Authorization": "Bearer x"})
    assert form.status_code == 401


def test_an_old_or_withdrawn_token_no_longer_works_and_only_its_hash_was_kept(cast, send, token, signed_in):
    kept = Application.objects.get()
    assert token not in str(kept.__dict__)
    Application.objects.update(expires_on=timezone.localdate() - timedelta(days=1))
    assert send().status_code == 401
    Application.objects.update(expires_on=timezone.localdate())
    assert signed_in(cast.els).post(f"{PAGE}{kept.pk}/intrekken/").status_code == 403
    assert send().status_code == 201
    signed_in(cast.farid).post(f"{PAGE}{kept.pk}/intrekken/")
    assert send().status_code == 401


def test_where_nobody_reads_the_system_is_told_and_nothing_is_kept(cast, send):
    for person in (cast.amina, cast.noor):
        person.grants.all().delete()
    assert send().status_code == 409
    assert Report.objects.count() == 0


def test_farid_cannot_give_a_token_for_ever(cast, signed_in):
    page = signed_in(cast.farid).post(PAGE, {"name": "Zaaksysteem", "expires_on": "2099-01-01"})
    assert page.status_code == 422
    assert "een jaar vooruit" in page.content.decode()


def along(*files):
    return [{"name": name, "content_base64": base64.b64encode(content).decode()} for name, content in files]


def test_a_photo_and_a_recording_come_along_and_the_photo_is_drawn_anew(send):
    answer = send(SENT | {"attachments": along(("kade.jpg", photo_with_place()), ("x.exe", wav()))})
    assert answer.status_code == 201
    files = ReportFile.objects.order_by("order")
    assert [(each.format, each.name, each.author) for each in files] == [
        ("jpeg", "kade.jpg", None),
        ("wav", "x.exe", None),  # what it is, is seen by its content
    ]
    assert SECRET not in bytes(files[0].content)


def test_sent_again_with_its_files_it_is_the_same_answer_also_when_the_disk_has_no_room_for_files(send, settings):
    sent = SENT | {"attachments": along(("opname.wav", wav()))}
    first = send(sent)
    settings.FREE_BYTES = 10**18
    assert send(sent).content == first.content
    assert (Report.objects.count(), ReportFile.objects.count()) == (1, 1)
    later = send(sent, key="sleutel-0002")
    assert (later.status_code, later["Content-Type"]) == (503, "application/problem+json")
    assert send(key="sleutel-0003").status_code == 201  # words go first


@pytest.mark.parametrize(
    ("attachments", "why"),
    [
        ("x", "Stuur een lijst"), ([1], "Bestand 1 klopt niet"), ([{"name": "a"}], "Bestand 1 klopt niet"),
        ([{"name": 1, "content_base64": ""}], "Bestand 1 klopt niet"), ([{"name": "a", "content_base64": "é"}], "Bestand 1 klopt niet"),
        ([{"name": "a", "content_base64": "%%%"}], "Bestand 1 klopt niet"), (along(("a.jpg", b"<svg/>")), "“a.jpg” is geen foto"),
        (along(("leeg.pdf", b"")), "“leeg.pdf” is leeg"), (along(*[("a.wav", wav())] * 6), "hooguit 5 bestanden"),
        (along(("groot.wav", wav(bytes(2_000)))), "“groot.wav” is te groot"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_file_is_told_and_nothing_is_kept(send, settings, attachments, why):
    settings.FILE_BYTES = 1_500
    answer = send(SENT | {"attachments": attachments})
    assert (answer.status_code, [each["field"] for each in answer.json()["errors"]]) == (422, ["attachments"])
    assert why in answer.json()["errors"][0]["message"]
    assert (Report.objects.count(), ReportFile.objects.count()) == (0, 0)


def test_files_of_a_few_megabytes_come_through(send):
    sent = SENT | {"attachments": along(("lang.wav", wav(bytes(3_000_000))))}
    assert send(sent).status_code == 201
    assert ReportFile.objects.get().size > 3_000_000
