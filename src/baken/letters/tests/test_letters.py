"""Letters from a case: without personal data by default and said so; with them only on a ground; a document to open and sign."""

import io
import re

import pytest
from docx import Document
from docx.enum.text import WD_COLOR_INDEX

from baken.admission.tests.make import let_in
from baken.catalogue import load
from baken.consent.compose import TRACK
from baken.consent.services import withdraw
from baken.consent.tests.make import agree
from baken.coordination import access as cases
from baken.coordination import services as case_services
from baken.coordination.tests.make import make_case, make_track
from baken.letters import access, services
from baken.letters.compose import plain
from baken.letters.models import CaseLetter
from baken.letters.tests.make import make_letter, wanted
from baken.letters.written import as_docx, still_open
from baken.privacy.models import Trace
from baken.sharing.masking import findings
from baken.sharing.models import Disclosure

SECRET = "Bel Jan de Vries op 06 12345678."


@pytest.fixture
def case(cast):
    return make_case(cast.chris, main_type="labour")


def opened(body):
    return Document(io.BytesIO(body))


def text_of(document):
    return "\n".join(each.text for each in document.paragraphs)


def fetch(browser, letter):
    return browser.post(f"/werk/casussen/{letter.case_id}/brieven/{letter.pk}/word/")


def write(browser, case, slug="advice", **values):
    """Go through the steps of a letter without personal data; the page to look at."""
    page = f"/werk/casussen/{case.pk}/brief/{slug}/"
    asked = {"step": "to", "to": "soort:colleague", "organisation": "wijkteam", "language": "nl"} | values
    chosen = browser.post(page, asked).context["page"]
    typed = {name: chosen.form.initial.get(name, "") for name in chosen.form.fields}
    typed |= {name: said for name, said in values.items() if name.startswith("tekst_")}
    asked |= typed | {"id": dict(chosen.carried)["id"], "step": "write"}
    return page, asked, browser.post(page, asked)


# Without personal data ---------------------------------------------------------------------------------------


def test_an_advice_is_chosen_written_looked_at_and_fetched(cast, case, signed_in):
    track, chris = make_track(case, "place", "Loods Zuidkade"), signed_in(cast.chris)
    assert "Brief: advies" in chris.get(f"/werk/casussen/{case.pk}/").content.decode()
    page, asked, look = write(chris, case, tracks=[str(track.pk)], tekst_seen="Een loods waar mensen slapen.")
    shown = look.context["page"]
    assert "In deze brief staan geen persoonsgegevens." in look.content.decode()
    assert "vermoeden van arbeidsuitbuiting" in shown.text
    made = chris.post(page, asked | {"step": "look", "go": "make", "seal": shown.seal, "gelezen": "ja"})
    letter = CaseLetter.objects.get()
    assert made.headers["Location"] == f"/werk/casussen/{case.pk}/brieven/{letter.pk}/"
    assert shown.text == access.content_of(cast.chris, letter).as_text()
    answer = fetch(chris, letter)
    assert answer.headers["Content-Disposition"] == f'attachment; filename="brief-{letter.number.lower()}.docx"'
    assert "Een loods waar mensen slapen." in text_of(opened(answer.content))
    assert not Disclosure.objects.exists()


def test_what_baken_fills_in_of_the_case_is_its_type_and_kinds_of_tracks_and_no_name(cast, case, signed_in):
    victim = make_track(case)
    _page, _asked, look = write(signed_in(cast.chris), case, tracks=[str(victim.pk)])
    text = look.context["page"].text
    assert "Wij keken naar: slachtoffer." in text
    assert not any(word in text for word in (victim.name, case.name, case.number, "loods"))


def test_what_somebody_types_is_hidden_and_never_shown(cast, case, signed_in):
    _page, _asked, look = write(signed_in(cast.chris), case, tekst_seen=SECRET)
    assert "Bel [naam] op [telefoonnummer]." in look.context["page"].text
    english = plain(
        case.municipality, wanted(case, cast.chris, language="en", said={"seen": SECRET}), on=case.opened_on
    )
    assert "[name]" in english.as_text()
    assert "There are no personal data in this letter." in english.as_text()


def test_a_letter_is_made_only_after_reading_and_only_as_it_was_shown(cast, case, signed_in):
    chris = signed_in(cast.chris)
    page, asked, look = write(chris, case)
    shown = look.context["page"]
    send = asked | {"step": "look", "go": "make", "seal": shown.seal}
    unread = chris.post(page, send)
    assert (unread.status_code, "Bevestig dat je alles hebt gelezen" in unread.content.decode()) == (422, True)
    other = chris.post(page, send | {"gelezen": "ja", "tekst_seen": "Iets anders."})
    assert (other.status_code, "Kijk nog een keer" in other.content.decode()) == (422, True)
    assert not CaseLetter.objects.exists()


def test_a_double_click_is_one_letter(cast, case):
    one = wanted(case, cast.chris)
    seen = cases.look(cast.chris, case.pk)
    assert services.make(seen, one) == services.make(seen, one)
    assert [each.kind for each in cases.events_of(seen)].count("letter made") == 1
    other = cases.look(cast.chris, make_case(cast.chris).pk)
    with pytest.raises(case_services.NotPossible):
        services.make(other, one)


def test_nothing_typed_is_lost_and_another_language_begins_the_texts_anew(cast, case, signed_in):
    chris = signed_in(cast.chris)
    page, asked, look = write(chris, case, tekst_seen="Eigen woorden.")
    carried = dict(look.context["page"].carried)
    back = chris.post(page, carried | {"step": "look", "go": "write"})
    assert "Eigen woorden." in back.content.decode()
    to = chris.post(page, carried | {"step": "look", "go": "to"})
    kept = dict(to.context["page"].carried)
    assert kept["tekst_seen"] == "Eigen woorden."
    again = chris.post(page, asked | kept | {"step": "to", "language": "en"})
    assert "Help does not" not in again.content.decode()
    assert "This is our advice." in again.content.decode()
    empty = chris.post(page, asked | {name: "" for name in asked if name.startswith("tekst_")} | {"step": "write"})
    assert (empty.status_code, "Schrijf iets in de brief." in empty.content.decode()) == (422, True)


# With data from the case -------------------------------------------------------------------------------------


def refer(browser, case, track, to, **values):
    """Go through the steps of a referral on consent; the page to look at."""
    page = f"/werk/casussen/{case.pk}/brief/referral/met-gegevens/"
    route = {"step": "route", "to": to, "purpose": "help", "ground": "consent"} | values
    chosen = browser.post(page, route)
    form, carried = chosen.context["page"].form, dict(chosen.context["page"].carried)
    texts = {name: said for name, said in form.initial.items() if name.startswith("tekst_")}
    what = route | carried | texts | {"step": "what", "parts": [f"{TRACK}{track.pk}"], "blocks": ["veiligheid"],
                                      "necessity": "Anders is er geen hulp.", "hide": ""} | values  # fmt: skip
    return page, what, browser.post(page, what)


@pytest.fixture
def victim(case, cast):
    return case_services.add_track(
        case, kind="victim", name="Slachtoffer A", summary=f"Slaapt in de loods. {SECRET}", by=cast.chris
    )


def test_a_referral_is_a_disclosure_on_consent_with_only_what_is_needed(cast, case, victim, signed_in):
    agree(victim, user=cast.loes)
    make_track(case, "suspect", "Verdachte B")
    chris, to = signed_in(cast.chris), f"partner:{cast.loes.organisation_id}"
    assert chris.get(f"/werk/casussen/{case.pk}/brief/referral/").status_code == 302
    page, what, look = refer(chris, case, victim, to, tekst_ask="Kan Piet Jansen hem helpen?")
    shown = look.context["page"]
    assert "Slaapt in de loods. Bel [naam] op [telefoonnummer]." in shown.text
    assert "Kan [naam] hem helpen?" in shown.text
    assert "Verdachte B" not in shown.text
    send = what | {"step": "look", "go": "send", "seal": shown.seal}
    assert chris.post(page, send).headers["Location"] == chris.post(page, send).headers["Location"]
    letter, given = CaseLetter.objects.get(), Disclosure.objects.get()
    assert (letter.disclosure, given.parts, given.shown) == (given, ["victim", "letter"], [])
    text = text_of(opened(fetch(chris, letter).content))
    assert all(
        said in text for said in ("Slaapt in de loods.", "Toestemming van de persoon", given.number, "De Brug")
    )
    assert "Vries" not in text + given.content.package["told"]
    register = chris.get(f"/werk/casussen/{case.pk}/verstrekkingen/").content.decode()
    assert given.number in register


def test_without_consent_or_ground_no_letter_holds_anything_of_the_case(cast, case, victim, signed_in):
    consent, chris = agree(victim, user=cast.loes), signed_in(cast.chris)
    to = f"partner:{cast.loes.organisation_id}"
    page, what, look = refer(chris, case, victim, to)
    withdraw(consent, words="Nee.", by=cast.chris)
    late = chris.post(page, what | {"step": "look", "go": "send", "seal": look.context["page"].seal})
    assert late.status_code == 422
    assert "geen toestemming die nu geldt" in late.content.decode()
    wrong = chris.post(page, {"step": "route", "to": to, "purpose": "enforcement", "ground": "consent"})
    assert (wrong.status_code, "Awb 3:3" in wrong.content.decode()) == (422, True)
    assert not CaseLetter.objects.exists()
    assert not Disclosure.objects.exists()


def test_what_is_typed_can_be_shown_when_it_is_needed_and_the_register_says_so(cast, case, victim, signed_in):
    agree(victim, user=cast.loes)
    chris, to = signed_in(cast.chris), f"partner:{cast.loes.organisation_id}"
    ask = {"tekst_ask": "Bel ons op 06 11112222."}
    _page, what, look = refer(chris, case, victim, to, **ask)
    key = next(each.key for each in findings([ask["tekst_ask"]]))
    page, what, look = refer(chris, case, victim, to, needed=[key], why_shown="Anders kan zij niet bellen.", **ask)
    assert "06 11112222" in look.context["page"].text
    chris.post(page, what | {"step": "look", "go": "send", "seal": look.context["page"].seal})
    assert Disclosure.objects.get().shown == ["phone"]


# Who, and what stays -----------------------------------------------------------------------------------------


def test_who_gives_from_the_case_makes_letters_and_who_sees_a_part_sees_none(cast, case, victim, signed_in):
    let_in(case, cast.loes, victim, writes=True)
    letter = make_letter(case, cast.chris)
    own = f"/werk/casussen/{case.pk}"
    for person in (cast.loes, cast.mo, cast.els):
        browser = signed_in(person)
        for path in (f"{own}/brief/advice/", f"{own}/brief/referral/met-gegevens/", f"{own}/brieven/{letter.pk}/"):
            assert browser.get(path).status_code == 404
        assert fetch(browser, letter).status_code == 404
    assert "Brieven" not in signed_in(cast.loes).get(f"{own}/").content.decode()
    assert signed_in(cast.chris).get(f"{own}/brief/onbekend/").status_code == 404


def test_who_only_reads_the_whole_case_reads_a_plain_letter_and_fetches_none(cast, case, signed_in):
    let_in(case, cast.dewi, purpose="help")
    letter, dewi = make_letter(case, cast.chris), signed_in(cast.dewi)
    page = dewi.get(f"/werk/casussen/{case.pk}/brieven/{letter.pk}/").content.decode()
    assert "This is our advice." not in page
    assert "Dit is ons advies." in page
    assert "Haal op als Word-document" not in page
    assert fetch(dewi, letter).status_code == 404


def test_what_was_given_is_gone_from_the_letter_when_its_term_is_over(cast, case, victim, signed_in):
    agree(victim, user=cast.loes)
    chris = signed_in(cast.chris)
    page, what, look = refer(chris, case, victim, f"partner:{cast.loes.organisation_id}")
    chris.post(page, what | {"step": "look", "go": "send", "seal": look.context["page"].seal})
    letter = CaseLetter.objects.get()
    letter.disclosure.content.delete()
    shown = chris.get(f"/werk/casussen/{case.pk}/brieven/{letter.pk}/").content.decode()
    assert "tot de bewaartermijn voorbij is" in shown
    assert fetch(chris, letter).status_code == 404


def test_making_and_fetching_stand_on_the_trace(cast, case, signed_in):
    letter = make_letter(case, cast.chris)
    fetch(signed_in(cast.chris), letter)
    lines = Trace.objects.filter(kind="case", record=str(case.pk))
    assert {"letter made", "letter fetched"} <= {each.verb for each in lines}
    timeline = signed_in(cast.chris).get(f"/werk/casussen/{case.pk}/").content.decode()
    assert f"Brief gemaakt: {letter.number}" in timeline


# The document ------------------------------------------------------------------------------------------------


def test_the_document_has_headings_a_language_marks_and_nobody_in_its_properties(cast, case):
    letter = make_letter(case, cast.chris, "closing", recipient="reporter", receiver="")
    document = opened(as_docx(access.content_of(cast.chris, letter), "nl"))
    styles = {each.style.name for each in document.paragraphs}
    assert {"Title", "Heading 1", "List Bullet"} <= styles
    about = document.core_properties
    assert (about.language, about.title, about.author, about.last_modified_by) == (
        "nl-NL",
        "Afsluiting",
        "Baken",
        "Baken",
    )
    assert cast.chris.name not in document.part.blob.decode() + str(about.comments) + str(about.subject)
    marked = [
        run.text
        for each in document.paragraphs
        for run in each.runs
        if run.font.highlight_color == WD_COLOR_INDEX.YELLOW
    ]
    assert marked[0] == "[ vul in: naam van de ontvanger ]"
    assert "[ vul in: naam, functie en telefoonnummer ]" in marked
    assert "gemeente Havenstad" in text_of(document)
    assert "De melder" in text_of(document)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("slug", ["advice", "closing", "referral"])
def test_every_letter_is_whole_in_both_languages_and_names_nobody(cast, case, slug, language):
    package = plain(case.municipality, wanted(case, cast.chris, slug, language=language), on=case.opened_on)
    assert findings([text for _heading, text in package.sections]) == ()
    assert re.findall(r"[{}]", package.as_text()) == []
    assert still_open(package)
    assert load().letters[slug].sources
