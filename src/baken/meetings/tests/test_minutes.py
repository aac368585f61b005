"""The minutes: for each what they see at the moment of making, per track; a Word document and an accessible PDF."""

import io

import pikepdf
import pytest
from docx import Document

from baken.admission import letting
from baken.meetings import access, holding, minutes
from baken.meetings.holding import Agreed, Said
from baken.meetings.tests.make import begun, make_table, opened
from baken.meetings.written import as_docx, as_pdf
from baken.privacy import trace

FILE = "/werk/overleg/{}/verslag/{}/"


def say(cast, found, words, track=None, owner=None):
    owner = owner or cast.chris
    agreed = (Agreed(text=f"Actie {words}", owner=owner, due_on=access.today()),)
    said = Said(form=words.ljust(30, "x"), track=track, aim="safety", note=f"Notitie {words}", kind="jeugd",
                decision=f"Besluit {words}", agreed=agreed)  # fmt: skip
    holding.write(found, said, by=cast.chris)


@pytest.fixture
def held(cast):
    """A meeting in which something was said about the whole, about each track of the first case, and about the second."""
    table = make_table(cast)
    seen = begun(table.meeting, cast.chris)
    found = opened(seen, 0)
    say(cast, found, "geheel")
    say(cast, found, "slachtoffer", table.victim, cast.loes)
    say(cast, found, "verdachte", table.suspect)
    say(cast, opened(seen, 1, cast.mo), "salon", table.salon, cast.mo)
    holding.end(table.meeting, by=cast.chris)
    table.seen = access.look(cast.chris, table.meeting.pk)
    return table


def text_of(body):
    document = Document(io.BytesIO(body))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in document.paragraphs), *cells])


def test_each_gets_their_own_part_and_no_more(cast, held):
    words = {
        who: text_of(as_docx(minutes.make(held.seen, getattr(cast, who))[0])) for who in ("chris", "loes", "mo")
    }
    theirs = {who: {each for each in ("geheel", "slachtoffer", "verdachte", "salon") if f"Notitie {each}" in said}
              for who, said in words.items()}  # fmt: skip
    assert theirs == {
        "chris": {"geheel", "slachtoffer", "verdachte", "salon"},
        "loes": {"slachtoffer"},
        "mo": {"salon"},
    }
    assert "Verdachte B" not in words["loes"]
    assert "Actie verdachte" not in words["loes"]
    assert "Nagelsalon" not in words["loes"]
    assert "Loods aan de kade" not in words["loes"]  # who sees a part knows the case by its number
    assert held.cases[0].number in words["loes"]


def test_what_was_taken_back_is_not_in_minutes_made_after_it(cast, held):
    letting.revoke(held.cases[0].casegrants.get(user=cast.loes), reason="Klaar.", by=cast.chris)
    made, found = minutes.make(held.seen, cast.loes)
    assert (made.parts, found) == ((), [])


def test_who_sees_a_part_cannot_make_minutes_of_more(cast, held):
    loes = access.look(cast.loes, held.meeting.pk)
    assert "Notitie salon" not in text_of(as_docx(minutes.make(loes, cast.mo)[0]))
    assert minutes.both_see(access.items_of(loes), cast.chris) == []


def test_making_one_leaves_a_trace_of_for_whom(cast, held, signed_in):
    answer = signed_in(cast.chris).post(FILE.format(held.meeting.pk, "docx"), {"voor": cast.loes.pk})
    assert answer.status_code == 200
    name = answer.headers["Content-Disposition"]
    assert name == f'attachment; filename="verslag-{held.meeting.number.lower()}-{held.meeting.on}.docx"'
    for kind, pk, count in (
        ("meeting", held.meeting.pk, 1),
        ("case", held.cases[0].pk, 1),
        ("case", held.cases[1].pk, 0),
    ):
        lines = [each for each in trace.lines_of(kind, pk) if each.verb == "minutes made"]
        assert [each.why for each in lines] == [f"docx {cast.loes.pk}"] * count


def test_a_participant_makes_minutes_for_themselves_only(cast, held, signed_in):
    loes = signed_in(cast.loes)
    assert loes.post(FILE.format(held.meeting.pk, "pdf"), {"voor": cast.chris.pk}).status_code == 404
    assert loes.post(FILE.format(held.meeting.pk, "pdf")).content.startswith(b"%PDF")
    assert loes.post(FILE.format(held.meeting.pk, "xlsx")).status_code == 404


def test_the_pdf_is_accessible_and_has_no_name_in_its_title(cast, held):
    with pikepdf.open(io.BytesIO(as_pdf(minutes.make(held.seen, cast.chris)[0]))) as pdf:
        with pdf.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
            assert about["dc:title"] == f"Verslag van overleg {held.meeting.number}"
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "nl"


def test_letters_that_the_font_lacks_make_a_plain_pdf_and_not_an_error(cast, held):
    made, _found = minutes.make(held.seen, cast.chris)
    odd = minutes.Minutes(made.language, made.title, (("Naam", "漢字"),), made.parts, made.words)
    assert as_pdf(odd).startswith(b"%PDF")


def test_the_word_document_has_headings_tables_with_a_heading_row_and_a_language(cast, held):
    document = Document(io.BytesIO(as_docx(minutes.make(held.seen, cast.chris)[0])))
    headings = [each.text for each in document.paragraphs if each.style.name == "Heading 1"]
    assert headings == [
        f"1. Loods aan de kade ({held.cases[0].number})",
        f"2. Nagelsalon ({held.cases[1].number})",
        "Alle actiepunten",
    ]
    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in document.tables)
    assert 'w:lang w:val="nl-NL"' in document.styles["Normal"].element.xml
    assert (document.core_properties.author, document.core_properties.title) == (
        "Baken",
        f"Verslag van overleg {held.meeting.number}",
    )


def test_minutes_are_in_the_language_of_who_gets_them(cast, held, signed_in):
    cast.loes.language = "en"
    cast.loes.save()
    body = signed_in(cast.chris).post(FILE.format(held.meeting.pk, "docx"), {"voor": cast.loes.pk}).content
    assert 'w:lang w:val="en-GB"' in Document(io.BytesIO(body)).styles["Normal"].element.xml
