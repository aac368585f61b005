"""Reports that belong together: duplicates, parts, related ones; both show it, and each can be undone."""

import re

import pytest

from baken.privacy.models import Trace
from baken.signals.models import Report
from baken.signals.tests.make import make_report
from baken.triage import access, relating, services
from baken.triage.models import Relation
from baken.triage.sentences import sentences_of

TWO_THINGS = "De baas bewaart de paspoorten van de mannen. Er staat een fiets in de gang. Zij krijgen geen loon."


@pytest.fixture
def report(cast):
    return make_report(cast.havenstad)


@pytest.fixture
def other(cast):
    return make_report(cast.havenstad, form="o" * 32)


def page_of(report, tail=""):
    return f"/werk/meldingen/{report.pk}/{tail}"


def text_of(client, report):
    return re.sub(r"<[^>]+>", "", client.get(page_of(report)).content.decode())


def test_a_duplicate_stays_and_both_show_the_other(cast, signed_in, report, other):
    amina = signed_in(cast.amina)
    typed = {"number": other.number.lower(), "kind": "duplicate", "reason": "Zelfde melder belde twee keer."}
    assert amina.post(page_of(report, "verbinden/"), typed).status_code == 302
    assert "deze melding is een dubbele van die" in text_of(amina, report)
    assert "die is een dubbele van deze melding" in text_of(amina, other)
    assert Report.objects.filter(status="new").count() == 2
    assert Trace.objects.filter(verb="related", actor=str(cast.amina.pk)).count() == 2
    relation = Relation.objects.get()
    assert "Zelfde melder" not in str(relation)
    undo = page_of(other, f"verbinden/{relation.pk}/weg/")
    assert amina.get(undo).status_code == 200
    assert amina.post(undo).status_code == 302
    assert "niet verbonden met een andere" in text_of(amina, report)
    assert amina.post(undo).status_code == 404  # gone is gone
    assert amina.post(page_of(report, "verbinden/"), typed).status_code == 302  # and it can be said again


@pytest.mark.parametrize("number", ["M-000000", "000", "M-XYZ123", "' OR 1=1", "🙏"])
def test_a_number_that_is_no_report_says_so_and_keeps_what_was_typed(cast, signed_in, report, number):
    typed = {"number": number, "kind": "related", "reason": "Zelfde kenteken."}
    page = signed_in(cast.amina).post(page_of(report, "verbinden/"), typed)
    assert page.status_code == 422
    assert "Zelfde kenteken." in page.content.decode()


def test_a_report_of_another_municipality_is_not_known(cast, signed_in, report):
    theirs = make_report(cast.duindorp, form="d" * 32)
    typed = {"number": theirs.number, "kind": "related"}
    page = signed_in(cast.amina).post(page_of(report, "verbinden/"), typed)
    assert "Deze melding kennen wij niet" in page.content.decode()
    with pytest.raises(services.NotPossible):
        relating.relate(report, other=theirs, kind="related", reason="", by=cast.amina)


def test_a_report_is_not_related_to_itself_and_not_twice(cast, signed_in, report, other):
    amina, typed = signed_in(cast.amina), {"kind": "related"}
    own = amina.post(page_of(report, "verbinden/"), typed | {"number": report.number})
    assert "deze melding zelf" in own.content.decode()
    amina.post(page_of(report, "verbinden/"), typed | {"number": other.number})
    for one, two in ((report, other), (other, report)):
        again = amina.post(page_of(one, "verbinden/"), typed | {"number": two.number})
        assert "al verbonden" in again.content.decode()
    assert Relation.objects.count() == 1


def test_a_report_is_split_and_the_first_keeps_its_text(cast, signed_in):
    both = make_report(cast.havenstad, story=TWO_THINGS, form="b" * 32, name="Jan", contact="06 0000")
    amina = signed_in(cast.amina)
    answer = amina.post(page_of(both, "splitsen/"), {"sentences": ["2", "0"]})
    part = Report.objects.exclude(pk=both.pk).get()
    assert answer.headers["Location"] == page_of(part)
    assert part.story == "De baas bewaart de paspoorten van de mannen. Zij krijgen geen loon."
    assert (part.reporter_name, part.reporter_contact, part.anonymous) == ("", "", True)
    assert (part.urgency, part.status, part.municipality) == ("high", "new", cast.havenstad)
    assert part.due_on is not None
    assert Report.objects.get(pk=both.pk).story == TWO_THINGS
    assert "daarvan afgesplitst; de melder hoort daarbij" in text_of(amina, part)
    assert "van deze melding afgesplitst" in text_of(amina, both)


@pytest.mark.parametrize("chosen", [[], ["0", "1", "2"], ["9"], ["x"]])
def test_nothing_everything_and_what_is_not_there_is_refused(cast, signed_in, chosen):
    both = make_report(cast.havenstad, story=TWO_THINGS, form="b" * 32)
    assert signed_in(cast.amina).post(page_of(both, "splitsen/"), {"sentences": chosen}).status_code == 422
    assert Report.objects.count() == 1


def test_one_sentence_is_not_split(cast, signed_in):
    one = make_report(cast.havenstad, story="Iets.", form="b" * 32)
    assert "één zin" in signed_in(cast.amina).get(page_of(one, "splitsen/")).content.decode()


def test_a_split_is_undone_while_nobody_worked_on_the_part(cast, signed_in):
    both = make_report(cast.havenstad, story=TWO_THINGS, form="b" * 32)
    part = relating.split_report(both, sentences=["Er staat een fiets in de gang."], by=cast.amina)
    relation = access.relations_of(both)[0].relation
    amina = signed_in(cast.amina)
    assert part.number in amina.get(page_of(part, f"verbinden/{relation.pk}/weg/")).content.decode()
    answer = amina.post(page_of(part, f"verbinden/{relation.pk}/weg/"))
    assert answer.headers["Location"] == page_of(both)
    assert [each.pk for each in Report.objects.all()] == [both.pk]


def test_a_part_with_work_in_it_stays(cast, signed_in):
    both = make_report(cast.havenstad, story=TWO_THINGS, form="b" * 32)
    part = relating.split_report(both, sentences=["Er staat een fiets in de gang."], by=cast.amina)
    services.take_report(part, seen=services.state_of(part), by=cast.amina)
    relation = Relation.objects.get()
    answer = signed_in(cast.amina).post(page_of(both, f"verbinden/{relation.pk}/weg/"))
    assert answer.status_code == 422
    assert "al iets gedaan" in answer.content.decode()
    assert Report.objects.count() == 2


def test_a_relation_is_undone_only_from_its_own_reports(cast, signed_in, report, other):
    third = make_report(cast.havenstad, form="3" * 32)
    relation = relating.relate(report, other=other, kind="related", reason="", by=cast.amina)
    assert signed_in(cast.amina).post(page_of(third, f"verbinden/{relation.pk}/weg/")).status_code == 404


def test_sentences():
    assert sentences_of("Een. Twee? Drie!\n\n- vier\nv.b. dit   ") == [
        "Een.",
        "Twee?",
        "Drie!",
        "- vier",
        "v.b.",
        "dit",
    ]
    assert sentences_of("  ") == []


def test_what_a_reporter_remembers_of_an_earlier_report_leads_to_relating_them(cast, signed_in, other):
    amina = signed_in(cast.amina)
    said = f"Nummer {other.number.lower()}, vorige week"
    again = make_report(cast.havenstad, form="w" * 32, earlier=said)
    page = amina.get(page_of(again)).content.decode()
    assert "Hoort bij een eerdere melding:" in page
    assert said in page
    relate = amina.get(page_of(again, "verbinden/")).content.decode()
    assert f'value="{other.number}"' in relate
    assert f'href="{page_of(other)}"' in relate
    assert Relation.objects.count() == 0
    amina.post(page_of(again, "verbinden/"), {"number": other.number, "kind": "related"})
    assert "hoort erbij" in text_of(amina, other)


def test_words_without_a_number_or_with_two_fill_in_nothing(cast, signed_in, report, other):
    for number, said in enumerate(("Vorige week", f"{report.number} of {other.number}", "M-000000")):
        again = make_report(cast.havenstad, form=f"{number:032d}", earlier=said)
        assert access.report_named(cast.amina, said) is None
        page = signed_in(cast.amina).get(page_of(again, "verbinden/")).content.decode()
        assert "Zoek in de lijst" in page


def test_a_number_of_another_municipality_is_not_known(cast, other):
    assert access.report_named(cast.els, other.number) is None
