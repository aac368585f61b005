"""Sending a report on: to the police as a file, to a colleague elsewhere directly; and when it may not."""

import io
import re
from html import unescape

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baken.accounts.models import RoleGrant
from baken.handover.tests.make import (
    READ,
    STORY,
    TO_DUINDORP,
    TO_POLICE,
    WHY,
    address,
    look,
    report_with_names,
    send,
)
from baken.privacy.models import Trace
from baken.privacy.sealed import owner_of
from baken.sharing.masking import findings
from baken.sharing.models import Delivery, DisclosedContent, Disclosure, DisclosureEvent
from baken.sharing.package import Package
from baken.sharing.tests.test_masking import STORIES
from baken.signals import services
from baken.signals.models import InternalNote, Report, Weighing
from baken.signals.tests.make import make_report


@pytest.fixture
def report(cast):
    return report_with_names(cast.havenstad)


@pytest.fixture
def amina(cast, signed_in):
    return signed_in(cast.amina)


def open_file(client, disclosure):
    """What the receiver finds in the file, with the passphrase that was shown."""
    page = client.post(f"/werk/doorgegeven/{disclosure.pk}/bestand/").content.decode()
    phrase = re.search(r'id="wachtzin">([^<]+)<', page)[1]
    nonce = re.search(r'name="nonce" value="([^"]+)"', page)[1]
    answer = client.post(f"/werk/doorgegeven/{disclosure.pk}/bestand/", {"nonce": nonce})
    with pikepdf.open(io.BytesIO(answer.content), password=phrase) as pdf:
        assert (pdf.encryption.R, pdf.encryption.bits) == (6, 256)
        return (
            answer,
            pdf.attachments["pakket.txt"].get_file().read_bytes(),
            [page.Contents.read_bytes() for page in pdf.pages],
        )


def test_amina_sends_it_to_the_police_and_they_open_exactly_what_she_saw(cast, amina, report):
    what = {**WHY, "needed": ["plate:12-abc-3"], "why_shown": "De auto moet gezocht worden."}
    answer, shown = send(amina, report, TO_POLICE, what)
    disclosure = Disclosure.objects.get()
    assert answer["Location"] == f"/werk/doorgegeven/{disclosure.pk}/"
    assert "12-ABC-3" in shown
    assert not any(word in shown for word in ("Vries", "Kerkstraat", "06-1", "Truus"))
    assert Package.of(disclosure.content.package).as_text() == shown
    page = unescape(amina.get(answer["Location"]).content.decode())
    assert shown in page
    file, inside, drawn = open_file(amina, disclosure)
    assert inside == shown.encode()
    with pikepdf.open(io.BytesIO(Package.of(disclosure.content.package).as_pdf())) as plain:
        assert drawn == [each.Contents.read_bytes() for each in plain.pages]
    assert file["Content-Disposition"] == f"attachment; filename={disclosure.number.lower()}.pdf"
    assert b"paspoorten" not in file.content
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(file.content), password="")
    assert (disclosure.ground, disclosure.parts, disclosure.shown) == ("public-task", ["story"], ["plate"])


def test_the_report_says_that_it_was_sent_on_and_how_it_weighed_stays(cast, amina, report):
    decided = {"agrees": False, "concern": "low", "seen": 0, "reason": "Nog weinig.", "outcome": "advice"}
    services.weigh_report(report, by=cast.amina, **decided)
    send(amina, report, TO_POLICE, WHY)
    last = list(Weighing.objects.all())[-1]
    assert (last.outcome, last.agrees, last.concern) == ("sent_on", False, "low")
    assert last.reason.startswith(f"{Disclosure.objects.get().number}: Politie")
    assert Disclosure.objects.get().number in amina.get(address(report, "")).content.decode()
    assert Trace.objects.filter(verb="disclosed", why="police protect public-task").count() == 1


def test_sent_twice_is_given_once(cast, amina, report):
    for _ in range(2):
        assert send(amina, report, TO_POLICE, WHY)[0].status_code == 302
    assert (Disclosure.objects.count(), Weighing.objects.count()) == (1, 1)


def test_a_form_of_another_report_is_not_taken_for_this_one(cast, amina, report):
    send(amina, report, TO_POLICE, WHY)
    other = make_report(cast.havenstad, story="Iets anders.", form="o" * 32)
    answer, _ = send(amina, other, TO_POLICE, WHY)
    assert answer.status_code == 422
    assert "Dit formulier hoort bij iets anders. Begin opnieuw." in answer.content.decode()
    assert Disclosure.objects.count() == 1


def test_a_ground_that_forbids_it_stops_it_and_says_why(cast, amina, report):
    page = amina.post(address(report), {"step": "route", **TO_POLICE, "purpose": "enforcement"})
    assert page.status_code == 422
    assert "Awb 3:3" in page.content.decode()
    page, shown, _ = look(amina, report, {**TO_POLICE, "ground": "no-personal-data", "purpose": "advice"},
                          {**READ, "needed": ["phone:06-12345678"], "why_shown": "Om te bellen."})  # fmt: skip
    assert (page.status_code, shown) == (422, "")
    assert "Namen &#x27;alvast&#x27; noemen" in page.content.decode()
    assert Disclosure.objects.count() == 0


def test_step_one_shows_each_ground_with_whom_it_serves_and_leaves_out_what_amina_can_never_use(
    cast, amina, report
):
    page = unescape(amina.get(address(report)).content.decode())
    offered = re.findall(r'name="ground" value="([^"]+)"', page)
    assert offered[:4] == [
        "no-personal-data",
        "consent",
        "public-task",
        "vital-interest",
    ]  # these can go to the police
    assert offered[4:] == ["veilig-thuis", "wmo-execution", "wgs", "cooperation"]  # care coordinators register
    assert "<strong>Melden bij Veilig Thuis</strong><small>Professionals mogen" in page
    assert "<small>Voor: Veilig Thuis.</small>" in page
    assert "<small>Voor elke ontvanger.</small>" in page
    assert "<small>Pas als jouw gemeente het bevestigt, voor: Casusoverleg" in page
    assert "Als jouw gemeente het bevestigt ook voor: Andere gemeente." in page
    wrong = amina.post(address(report), {"step": "route", **TO_POLICE, "ground": "registration-consent"})
    assert wrong.status_code == 422
    assert "Deze grondslag kan hier niet. Kies er een uit de lijst." in wrong.content.decode()


def test_the_whole_file_with_nothing_masked_is_refused(cast, amina):
    report = make_report(cast.havenstad, story="Bel Jan de Vries.", form="w" * 32)
    all_of_it = {**WHY, "parts": ["story", "assessment"], "needed": ["person:jan de vries"], "why_shown": "Nodig."}
    page, _, answers = look(amina, report, TO_POLICE, all_of_it)
    assert "Het hele dossier meesturen." in page.content.decode()
    assert amina.post(address(report), {**answers, "step": "look", "go": "send", "seal": "x"}).status_code == 422
    assert Disclosure.objects.count() == 0


def test_what_the_ground_asks_must_be_answered_and_nothing_typed_is_lost(cast, amina, report):
    page = amina.post(address(report), {"step": "what", **TO_POLICE, "parts": "story", "necessity": "Gevaar."})
    text = page.content.decode()
    assert page.status_code == 422
    assert "Vul in voor welke wettelijke taak je dit deelt, met het wetsartikel." in text
    assert "Gevaar." in text


def test_to_show_something_needs_a_reason(cast, amina, report):
    page, shown, _ = look(amina, report, TO_POLICE, {**WHY, "needed": ["plate:12-abc-3"]})
    assert (page.status_code, shown) == (422, "")
    assert "Vul in waarom de ontvanger dit moet weten." in page.content.decode()


def test_somebody_wrote_in_between_so_look_again(cast, amina, report):
    first = {**WHY, "parts": ["story", "messages"]}
    services.add_message(report, text="Eerste.", form="1" * 32, by=None)
    page, _, answers = look(amina, report, TO_POLICE, first)
    seal = re.search(r'name="seal" value="(\w+)"', page.content.decode())[1]
    services.add_message(report, text="Tweede bericht.", form="2" * 32, by=None)
    again = amina.post(address(report), {**answers, "step": "look", "go": "send", "seal": seal})
    assert again.status_code == 422
    assert "Er is intussen iets veranderd." in again.content.decode()
    assert "Tweede bericht." in again.content.decode()
    assert Disclosure.objects.count() == 0


def test_another_municipality_only_after_the_privacy_officer_confirmed_it(cast, amina, signed_in, report):
    route = {**TO_DUINDORP, "ground": "public-task", "purpose": "own-task"}
    page = amina.post(address(report), {"step": "route", **route})
    assert "Te bevestigen door de gemeente" in page.content.decode()
    gerda = signed_in(cast.gerda)
    decision = {"recipient": "municipality", "holds": "yes", "reference": "Besluit van het college, DPIA 3"}
    assert gerda.post("/werk/grondslagen/public-task/", decision).status_code == 302
    assert amina.post(address(report), {"step": "route", **route}).status_code == 200
    gerda.post("/werk/grondslagen/public-task/", decision | {"holds": "no"})
    assert amina.post(address(report), {"step": "route", **route}).status_code == 422


def test_els_of_duindorp_sees_what_was_sent_takes_it_over_and_answers(cast, amina, signed_in, report):
    services.add_note(report, text="Intern: buurman gebeld.", by=cast.amina)
    _, shown = send(amina, report, TO_DUINDORP, READ)
    els, delivery = signed_in(cast.els), Delivery.objects.get()
    page = unescape(els.get(f"/werk/ontvangen/{delivery.pk}/").content.decode())
    assert shown in page
    assert not any(word in page for word in ("Vries", "buurman", "Truus", "De locatie ligt", report.number))
    assert owner_of(delivery) == str(cast.duindorp.pk)
    for _ in range(2):
        taken = els.post(f"/werk/ontvangen/{delivery.pk}/overnemen/")
    mine = Report.objects.get(municipality=cast.duindorp)
    assert taken["Location"] == address(mine, "")
    assert mine.story.startswith("[naam] bewaart de paspoorten van de mannen.")
    assert delivery.number in InternalNote.objects.get(report=mine).text
    assert delivery.number in els.get(address(mine, "")).content.decode()
    for path in (address(report, ""), f"/werk/doorgegeven/{Disclosure.objects.get().pk}/"):
        assert els.get(path).status_code == 404
    els.post(f"/werk/ontvangen/{delivery.pk}/antwoord/", {"text": "Wij gaan morgen kijken.", "form": "f" * 32})
    kinds = list(DisclosureEvent.objects.values_list("kind", flat=True))
    assert kinds == ["taken_over", "answer"]
    assert (
        "Wij gaan morgen kijken."
        in amina.get(f"/werk/doorgegeven/{Disclosure.objects.get().pk}/").content.decode()
    )


def test_a_correction_follows_what_was_sent(cast, amina, signed_in, report):
    send(amina, report, TO_DUINDORP, READ)
    correction = {"kind": "correction", "text": "Het ging om een ander pand.", "form": "c" * 32}
    amina.post(f"/werk/doorgegeven/{Disclosure.objects.get().pk}/vervolg/", correction)
    page = signed_in(cast.els).get(f"/werk/ontvangen/{Delivery.objects.get().pk}/").content.decode()
    assert "Correctie" in page
    assert "Het ging om een ander pand." in page


def test_dewi_the_care_coordinator_gets_the_package_and_els_does_not(cast, amina, signed_in, report):
    route = {"recipient": "care-coordinator", "place": "hier", "purpose": "help", "ground": "wmo-execution"}
    send(amina, report, route, {"necessity": "Hulp.", "subsidiarity": "Kan niet anders."})
    path = f"/werk/ontvangen/{Delivery.objects.get().pk}/"
    dewi = signed_in(cast.dewi)
    assert "[naam] bewaart de paspoorten" in dewi.get(path).content.decode()
    assert "overnemen" not in dewi.get(path).content.decode()
    dewi.post(f"{path}antwoord/", {"text": "", "form": "d" * 32})
    assert DisclosureEvent.objects.get().kind == "receipt"
    assert [signed_in(each).get(path).status_code for each in (cast.els, cast.amina, cast.farid)] == [
        404,
        404,
        403,
    ]


def test_nobody_there_to_read_it(cast, amina, report):
    RoleGrant.objects.filter(user=cast.els).delete()
    page = amina.post(address(report), {"step": "route", **TO_DUINDORP})
    assert page.status_code == 422
    assert "Daar is nu niemand die het kan lezen." in page.content.decode()


def test_the_privacy_officer_sees_that_and_why_but_not_what(cast, amina, signed_in, report):
    send(amina, report, TO_POLICE, WHY)
    gerda, path = signed_in(cast.gerda), f"/werk/doorgegeven/{Disclosure.objects.get().pk}/"
    page = gerda.get(path).content.decode()
    assert "Publieke taak" in page
    assert not any(word in page for word in ("paspoorten", "De mannen", "Team Mensenhandel"))
    assert gerda.post(f"{path}bestand/").status_code == 403


def test_what_is_hidden_in_the_report_is_hidden_in_what_leaves(cast, amina, report):
    amina.post(address(report, "afschermen/"), {"hide": "matrassen"})
    _, shown = send(amina, report, TO_POLICE, WHY)
    assert "slapen op [afgeschermd] en" in shown


@given(st.lists(STORIES, min_size=1, max_size=2))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_unmasked_leaks_in_any_text(cast, amina, texts):
    Report.objects.all().delete()
    report = make_report(cast.havenstad, story=texts[0], form="h" * 32, place=texts[-1])
    _, shown, _ = look(
        amina,
        report,
        {**TO_DUINDORP, "place": "", "organisation": "Gemeente"},
        READ,
        parts=["story", "place", "assessment"],
    )
    told = shown.split("WAT ER GEMELD IS")[1]
    assert findings([told]) == ()
    for each in findings(texts):
        assert not re.search(rf"(?<!\w){re.escape(each.value)}(?!\w)", told, re.IGNORECASE)


def test_the_content_lies_sealed_and_only_rows_are_added(cast, amina, report):
    send(amina, report, TO_POLICE, WHY)
    content = DisclosedContent.objects.get()
    assert STORY[:8] not in str(DisclosedContent.objects.values().get())
    with pytest.raises(RuntimeError):
        content.save()
    with pytest.raises(RuntimeError):
        Disclosure.objects.update(purpose="help")
