"""A question without personal data: what looks personal is pointed out, and nothing is kept until it is gone."""

import re
from datetime import date

import pytest
from django.test import Client

from baken.accounts import services as people
from baken.accounts.models import Ground
from baken.advice.pointing import called, pieces, pointed
from baken.signals.models import Report, TraitList, TraitToken
from baken.signals.services import add_message
from baken.signals.tokens import not_indexed

QUESTION = "Een vrouw van rond de dertig komt elke week met een man mee en zegt zelf niets. Wat kan ik doen?"
NAMED = f"{QUESTION} Hij heet Karim Bouzid en belt met 06 12345678, met een auto 12-BCD-3."
COMPANY = f"{QUESTION} Ze werkt bij Schoonmaakbedrijf Helder B.V. in het centrum."
ASKED = {"municipality": "havenstad", "question": QUESTION, "work": "", "form": "v" * 32}
CODE = re.compile(r"(\d{4} ){4}\d{4}")


def ask(**changed):
    return Client().post("/advies/", ASKED | changed)


def test_the_form_asks_for_no_name_and_no_contact(cast, client):
    page = client.get("/advies/").content.decode()
    names = set(re.findall(r'name="(\w+)"', page)) - {"description", "viewport", "color"}
    assert {"municipality", "question", "work", "form"} <= names
    assert not names & {"name", "contact", "safe_contact", "place", "attachments"}


def test_a_question_is_kept_as_one_and_the_asker_gets_the_code(cast):
    page = ask(work="baliemedewerker").content.decode()
    report = Report.objects.get()
    assert (report.question, report.anonymous, report.municipality) == (True, True, cast.havenstad)
    assert report.story == f"{QUESTION}\n\nMijn werk: baliemedewerker"
    assert "Je vraag is ontvangen" in page
    assert CODE.search(page)


@pytest.mark.parametrize("personal", ["Karim Bouzid", "06 12345678", "12-BCD-3"])
def test_what_looks_personal_is_marked_and_nothing_is_kept(cast, personal):
    page = ask(question=NAMED)
    assert page.status_code == 422
    assert re.search(rf"<mark title=\"[^\"]+\">{personal}</mark>", page.content.decode())
    assert Report.objects.count() == 0


def test_a_name_in_what_somebody_does_is_pointed_out_too(cast):
    assert ask(work="assistent van dokter Karim Bouzid").status_code == 422
    assert Report.objects.count() == 0


def test_taken_out_of_the_text_it_goes(cast):
    ask(question=NAMED)
    assert "Je vraag is ontvangen" in ask().content.decode()
    assert Report.objects.count() == 1


def test_who_says_that_it_is_no_personal_data_may_send_it(cast):
    page = ask(question=COMPANY)
    keys = re.findall(r'name="fine" value="([^"]+)"', page.content.decode())
    assert (page.status_code, len(keys)) == (422, 1)
    assert ask(question=COMPANY, fine=keys).status_code == 200
    assert Report.objects.get().story == COMPANY


def test_what_was_said_of_one_thing_does_not_count_for_another(cast):
    keys = re.findall(r'name="fine" value="([^"]+)"', ask(question=COMPANY).content.decode())
    page = ask(question=f"{COMPANY} Bel 06 12345678.", fine=keys)
    assert page.status_code == 422
    assert re.findall(r"<mark[^>]*>([^<]+)</mark>", page.content.decode()) == ["06 12345678"]
    assert Report.objects.count() == 0


def test_a_municipality_where_nobody_reads_takes_no_question(cast):
    cast.els.grants.all().delete()
    page = ask(municipality="duindorp")
    assert page.status_code == 422
    assert QUESTION in page.content.decode()
    assert Report.objects.count() == 0


def test_a_question_never_gets_tokens_also_not_when_something_is_added(cast):
    people.record_ground(
        cast.havenstad, Ground.What.MATCHING, legal_ground="verzonnen artikel 1", dpia="DPIA 0 (verzonnen)", decided_on=date(2026, 1, 5), by=None
    )  # fmt: skip
    ask()
    add_message(Report.objects.get(), text="Het kenteken is 12-BCD-3.", form="b" * 32, by=None)
    assert (TraitToken.objects.count(), TraitList.objects.count()) == (0, 0)
    assert not_indexed(cast.havenstad, local=True, regional=False, most=9) == []


def test_a_high_concern_in_a_question_is_normal_and_danger_stays_acute(cast):
    worry = "Iemand neemt de paspoorten in van de mannen, zij krijgen geen loon en mogen niet weg."
    ask(question=worry)
    assert (Report.objects.get().concern, Report.objects.get().urgency) == ("high", "normal")
    ask(question=f"{worry} Ze zit nu opgesloten en wordt geslagen, ze is in levensgevaar.", form="w" * 32)
    assert Report.objects.filter(urgency="acute").count() == 1


def test_amina_sees_that_it_is_a_question_answers_it_and_the_asker_reads_that(cast, signed_in):
    code = CODE.search(
        ask(question="Wie paspoorten inneemt en geen loon betaalt, moet ik dat melden?").content.decode()
    )
    report, amina, asker = Report.objects.get(), signed_in(cast.amina), Client()
    assert '<span class="tag">Vraag om advies</span>' in amina.get("/werk/meldingen/").content.decode()
    page = amina.get(f"/werk/meldingen/{report.pk}/").content.decode()
    assert "Wat er gevraagd is" in page
    assert re.search(r'value="advice"[^>]*checked', page)
    amina.post(
        f"/werk/meldingen/{report.pk}/antwoord/",
        {"bericht-text": "Ja, doe een melding.", "bericht-form": "a" * 32},
    )
    weighed = {"agrees": "yes", "outcome": "advice", "reason": "Advies gegeven.", "seen": "0"}
    amina.post(f"/werk/meldingen/{report.pk}/wegen/", {f"weging-{name}": said for name, said in weighed.items()})
    report.refresh_from_db()
    assert report.status == "closed"
    asker.post("/melding/", {"code": code.group()})
    answer = asker.get("/melding/bericht/").content.decode()
    assert "Jouw vraag" in answer
    assert "Ja, doe een melding." in answer


def test_a_colleague_asks_at_the_desk_and_nothing_says_who(cast, signed_in):
    page = (
        signed_in(cast.hugo)
        .post("/werk/advies/", {"question": QUESTION, "work": "", "form": "v" * 32})
        .content.decode()
    )
    report = Report.objects.get()
    assert CODE.search(page)
    assert (report.question, report.municipality, report.reporter_name) == (True, cast.havenstad, "")
    assert cast.hugo.name not in signed_in(cast.amina).get(f"/werk/meldingen/{report.pk}/").content.decode()


def test_the_start_of_the_report_form_leads_to_it(cast, client):
    assert 'href="/advies/"' in client.get("/melden/").content.decode()


def test_the_pieces_together_are_the_text():
    (found,) = pointed(["Bel 06 12345678 maar."])
    assert called(found, "nl") == "telefoonnummer"
    assert [each.what for each in pieces("Bel 06 12345678 maar.", fine=(), language="en")] == [
        "",
        "phone number",
        "",
    ]
    assert "".join(each.text for each in pieces(NAMED, fine=(), language="nl")) == NAMED
    assert [each.text for each in pieces("Bel 06 12345678 maar.", fine={found.key}, language="nl")] == [
        "Bel 06 12345678 maar."
    ]
