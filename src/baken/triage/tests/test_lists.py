"""The work lists, filters in the address, lists one keeps, and several reports at once."""

import re

import pytest
from django.utils import timezone

from baken.signals import services as reports
from baken.signals.models import Report
from baken.signals.tests.make import make_report
from baken.triage import settings
from baken.triage.models import SavedFilter
from baken.triage.tests.make import CALM, make_filter, make_old_report, make_taken, make_waiting

INBOX = "/werk/meldingen/"


def numbers(client, query=""):
    """The reports on the list, in order."""
    return re.findall(
        r'<th scope="row"><a href="[^"]+">(M-[0-9A-F]{6})</a>', client.get(INBOX + query).content.decode()
    )


@pytest.fixture
def filled(cast):
    """One report for each list."""
    made = {
        "nieuw": make_report(cast.havenstad, form="n" * 32),
        "mijn": make_taken(cast.amina, form="m" * 32, story=CALM),
        "te-laat": make_old_report(cast.noor, days=30, form="l" * 32, story=CALM),
        "tweede": make_waiting(cast.noor, form="t" * 32),
        "afgerond": make_report(cast.havenstad, form="g" * 32, story=CALM),
    }
    decided = {"agrees": True, "concern": "", "outcome": "advice", "reason": "Klaar."}
    reports.weigh_report(made["afgerond"], seen=0, by=cast.amina, **decided)
    made["antwoord"] = made["afgerond"]
    reports.add_message(made["antwoord"], text="Nog iets.", form="z" * 32, by=None)
    return made


def test_each_list_shows_its_own(cast, signed_in, filled):
    amina = signed_in(cast.amina)
    for name in ("mijn", "tweede", "antwoord", "afgerond", "te-laat"):
        assert numbers(amina, f"?lijst={name}") == [filled[name].number], name
    assert set(numbers(amina, "?lijst=nieuw")) == {filled["nieuw"].number, filled["te-laat"].number}
    assert len(numbers(amina)) == 4
    assert numbers(signed_in(cast.els)) == []


def test_the_lists_say_how_many_wait(cast, signed_in, filled):
    page = signed_in(cast.amina).get(INBOX).content.decode()
    assert re.search(r'Nieuw <span class="quiet">2</span>', page)
    assert re.search(r'Van mij <span class="quiet">1</span>', page)


def test_what_is_due_first_stands_first_among_the_equally_urgent(cast, signed_in):
    later = make_old_report(cast.amina, days=1, form="1" * 32, story=CALM)
    sooner = make_old_report(cast.amina, days=20, form="2" * 32, story=CALM)
    acute = make_report(cast.havenstad, form="3" * 32, story=CALM)
    Report.objects.filter(pk=acute.pk).update(urgency="acute")
    assert numbers(signed_in(cast.amina)) == [acute.number, sooner.number, later.number]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?urgentie=high", {"nieuw", "tweede"}),
        ("?urgentie=normal", {"mijn", "te-laat"}),
        ("?soort=labour", {"nieuw", "tweede"}),
        ("?soort=onbekend", {"mijn", "te-laat"}),
        ("?status=taken", {"mijn"}),
        ("?lijst=nieuw&urgentie=high", {"nieuw"}),
        ("?werkplek=police", set()),
        ("?van=2999-01-01", set()),
        ("?tot=2000-01-01", set()),
        ("?urgentie=geel&lijst=niks", {"nieuw", "mijn", "te-laat", "tweede"}),  # no choice at all: left out
    ],
)
def test_filters_stand_in_the_address(cast, signed_in, filled, query, found):
    assert set(numbers(signed_in(cast.amina), query)) == {filled[name].number for name in found}


def test_a_wrong_date_says_so_and_the_list_is_there(cast, signed_in, filled):
    page = signed_in(cast.amina).get(f"{INBOX}?van=gisteren").content.decode()
    assert "Dit is geen datum" in page
    assert filled["nieuw"].number in page


def test_a_list_is_kept_for_oneself_alone_and_thrown_away(cast, signed_in, filled):
    amina = signed_in(cast.amina)
    amina.post(f"{INBOX}lijsten/bewaren/", {"lijst-name": "Loodsen", "terug": "urgentie=high&soort=labour&van=x"})
    kept = SavedFilter.objects.get()
    assert (kept.name, kept.query) == ("Loodsen", "urgentie=high&soort=labour")
    assert "Loodsen" in amina.get(INBOX).content.decode()
    assert "Loodsen" not in signed_in(cast.els).get(INBOX).content.decode()
    assert signed_in(cast.els).post(f"{INBOX}lijsten/{kept.pk}/weg/").status_code == 404
    assert "Loodsen" not in str(kept)
    amina.post(f"{INBOX}lijsten/{kept.pk}/weg/")
    assert not SavedFilter.objects.exists()


def test_twenty_lists_are_enough(cast, signed_in):
    for number in range(settings.MOST_FILTERS):
        make_filter(cast.amina, name=f"Lijst {number}")
    page = signed_in(cast.amina).post(
        f"{INBOX}lijsten/bewaren/", {"lijst-name": "Nog een", "terug": "soort=labour"}
    )
    assert page.status_code == 422
    assert "al 20 lijsten" in page.content.decode()
    assert "Nog een" in page.content.decode()


def test_several_are_taken_at_once_and_what_noor_has_is_left(cast, signed_in):
    free = [make_report(cast.havenstad, form=f"{number:032d}") for number in range(3)]
    hers = make_taken(cast.noor, form="h" * 32)
    ticked = {"melding": [str(report.pk) for report in [*free, hers]], "terug": "urgentie=high"}
    answer = signed_in(cast.amina).post(f"{INBOX}samen/", ticked, follow=True)
    assert answer.redirect_chain[0][0].endswith("?urgentie=high")
    assert "3 meldingen hebben nu iemand" in answer.content.decode()
    assert hers.number in answer.content.decode()
    assert Report.objects.filter(taken_by=cast.amina, status="taken").count() == 3
    assert Report.objects.get(pk=hers.pk).taken_by == cast.noor


def test_several_are_handed_over_at_once(cast, signed_in):
    free = [make_report(cast.havenstad, form=f"{number:032d}") for number in range(2)]
    amina, ticked = signed_in(cast.amina), {"melding": [str(report.pk) for report in free]}
    asked = amina.post(f"{INBOX}samen/overdragen/", ticked)
    assert "2 meldingen overdragen" in asked.content.decode()
    refused = amina.post(f"{INBOX}samen/overdragen/", ticked | {"to": "", "reason": "Verlof"})
    assert refused.status_code == 422
    assert "Verlof" in refused.content.decode()
    amina.post(f"{INBOX}samen/overdragen/", ticked | {"to": str(cast.noor.pk), "reason": "Verlof"})
    assert Report.objects.filter(taken_by=cast.noor).count() == 2


def test_a_report_of_another_municipality_cannot_be_ticked(cast, signed_in):
    theirs = make_report(cast.duindorp)
    answer = signed_in(cast.amina).post(f"{INBOX}samen/", {"melding": [str(theirs.pk)]})
    assert answer.status_code == 422
    assert Report.objects.get(pk=theirs.pk).taken_by is None


@pytest.mark.parametrize("path", ["samen/", "samen/overdragen/"])
def test_nothing_ticked_says_what_to_do(cast, signed_in, path):
    make_report(cast.havenstad)
    answer = signed_in(cast.amina).post(f"{INBOX}{path}", {"terug": "lijst=nieuw"})
    assert answer.status_code == 422
    assert "Kruis eerst een of meer meldingen aan" in answer.content.decode()


def test_an_empty_list_says_what_will_be_there(cast, signed_in):
    amina = signed_in(cast.amina)
    said = {amina.get(f"{INBOX}?lijst={name}").content for name in ("open", "mijn", "te-laat", "tweede", "antwoord", "afgerond")}  # fmt: skip
    said.add(amina.get(f"{INBOX}?urgentie=high").content)
    assert len(said) == 7


def test_strange_page_numbers_and_a_second_page(cast, signed_in):
    for number in range(26):
        make_report(cast.havenstad, form=f"{number:032d}")
    amina = signed_in(cast.amina)
    for query in ("?pagina=999", "?pagina=x", "?lijst=weg&pagina=-1"):
        assert amina.get(INBOX + query).status_code == 200
    assert len(numbers(amina, "?pagina=2")) == 1
    assert "pagina=2" in amina.get(f"{INBOX}?urgentie=high").content.decode()


def test_what_a_former_colleague_had_does_not_look_free(cast, signed_in):
    report = make_taken(cast.noor)
    Report.objects.filter(pk=report.pk).update(taken_by=cast.els)
    assert "een oud-collega" in signed_in(cast.amina).get(INBOX).content.decode()


def test_nothing_of_a_story_stands_in_an_address(cast, signed_in, filled):
    page = signed_in(cast.amina).get(f"{INBOX}?urgentie=high&van={timezone.localdate()}").content.decode()
    assert "loods" not in page
    assert all("paspoort" not in href for href in re.findall(r'href="([^"]+)"', page))


def test_single_keys_are_off_until_somebody_turns_them_on(cast, signed_in):
    amina = signed_in(cast.amina)
    assert "data-keys" not in amina.get(INBOX).content.decode()
    amina.post("/werk/ik/toetsen/", {"on": "on"})
    assert "data-keys" in amina.get(INBOX).content.decode()
    amina.post("/werk/ik/toetsen/", {})
    assert "data-keys" not in amina.get(INBOX).content.decode()
