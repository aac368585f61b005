"""S7: whatever somebody fills in or sends, no answer is our fault (5xx), nothing is written when it is refused, and
nothing comes back as a part of the page. The forms are those that really stand on the pages.
"""

import io
import sys
from datetime import date

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client
from django.urls import resolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baken.accounts import first_run, services
from baken.accounts.models import Ground
from baken.accounts.roles import Role
from baken.admission.tests.make import make_world
from baken.care.tests.make import make_care_file, make_happening
from baken.casework import services as work
from baken.casework.tests.make import make_action
from baken.consent.tests.make import agree
from baken.coordination.tests.make import make_case, make_track
from baken.erasure.tests.make import mark_all, to_erase
from baken.files.tests.make import pdf, picture, upload, wav
from baken.handover.tests.make import TO_POLICE, WHY
from baken.intake.tests.make import make_application, make_batch, make_link
from baken.intake.tests.test_for_somebody import ASKED
from baken.knowledge import services as local
from baken.knowledge.tests.make import make_contact
from baken.letters.tests.make import make_letter
from baken.links.tests.make import a_question, make_ground
from baken.oversight.tests.make import make_request, make_stay, marked
from baken.partners import services as partners
from baken.partners.tests.make import make_correction, make_partner
from baken.persons.tests.make import find_case
from baken.privacy import codes
from baken.sharing.tests.make import make_disclosure
from baken.signals.tests.make import STORY, make_mask, make_report
from baken.triage.models import LookAlong
from baken.triage.tests.make import make_filter, make_look_along, make_relation, make_waiting
from tests.proof import doors, of_meetings, of_shelters
from tests.proof.crawl import Page
from tests.proof.knock import knock, rows_written
from tests.proof.office import FULL

pytestmark = pytest.mark.slow
MANY = settings(
    max_examples=20_000 if FULL else 2_000, derandomize=not FULL, deadline=None, database=None,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
TOLD = {
    "story": STORY,
    "municipality": "havenstad",
    "who": "known",
    "contact": "x",
    "form": "f" * 32,
    "go": "next",
}
CANARY = '"\'><kanarie "kanarie=1 {{ 7|add:1 }}'
ODD = [
    CANARY, CANARY * 40, "", " ", "\x00", "a\x00b", "\r\n\r\nX: 1", "٣", "💥" * 30, "\ud7ff\uffff", "-1", "9" * 40, "1e999",
    "nan", "../../etc/passwd", "2026-02-30", "31-12-2026", "0001-01-01", "9999-12-31", "' OR 1=1 --", "andere", "ja",
    "a@b.nl", "x" * 100, "x" * 25_000, "00000000-0000-0000-0000-000000000000", "%s%n", "{}", "[]", "\u202e", "İ", "change:who",
]  # fmt: skip
VALUE = st.one_of(st.sampled_from(ODD), st.text(max_size=60), st.text(max_size=20).map(lambda said: said + CANARY))
CONTENT = st.one_of(st.binary(max_size=60), st.sampled_from([picture(), pdf(), wav(), CANARY.encode()]))
FILE = st.builds(upload, CONTENT, st.sampled_from([each for each in ODD if each.strip() and "\x00" not in each]))


def local_pages(cast):
    """The desk pages of local knowledge, with a contact point, one that was taken away, and a text to add."""
    here, gone = make_contact(cast.bram), make_contact(cast.bram, name="Oud meldpunt")
    make_contact(cast.bram, name="Nog goed?", review_on=date(2026, 1, 1))  # it is time to look at it again
    local.retire_local(gone, revision=gone.revision, by=cast.bram)
    own = f"/werk/kennis/contact/{here.pk}/"
    lists = ["/werk/kennis/", "/werk/kennis/?lijst=weggehaald"]
    return [*lists, "/werk/kennis/contact/nieuw/", "/werk/kennis/tekst/nieuw/?bij=setting", own, f"{own}weghalen/"]


def pages_around(cast, report):
    """The pages of the work around a report, with a list that is kept and another report that belongs to it."""
    make_filter(cast.amina)
    relation = make_relation(cast.amina, report)
    own = f"/werk/meldingen/{report.pk}/"
    steps = [f"{own}stap/{what}/" for what in ("oppakken", "overdragen", "urgentie", "tweede", "heropenen")]
    return [
        "/werk/meldingen/",
        *steps,
        f"{own}verbinden/",
        f"{own}verbinden/{relation.pk}/weg/",
        f"{own}splitsen/",
    ]


def handed_over(cast, signed_in, report):
    """The pages of sending on, hiding, the register and what was received."""
    amina, els, gerda = signed_in(cast.amina), signed_in(cast.els), signed_in(cast.gerda)
    make_mask(report, cast.amina)
    given = make_disclosure(cast.amina, receiver=cast.duindorp)
    own, register = f"/werk/meldingen/{report.pk}/", f"/werk/doorgegeven/{make_disclosure(cast.amina).pk}/"
    asked = [(amina, f"{own}doorsturen/"), (amina, f"{own}afschermen/"), (amina, register), (gerda, "/werk/grondslagen/"),
             (els, f"/werk/ontvangen/{given.delivery.pk}/")]  # fmt: skip
    posted = [(f"{own}doorsturen/", TO_POLICE | {"step": "route"}), (f"{register}bestand/", {}),
              (f"{own}doorsturen/", TO_POLICE | WHY | {"step": "what", "parts": "story"})]  # fmt: skip
    pages = [(browser, Page(path, browser.get(path).content.decode())) for browser, path in asked]
    return pages + [(amina, Page(path, amina.post(path, said).content.decode())) for path, said in posted]


def to_erase_two(cast):
    """A request to erase, with one report that is marked to go and one that is not."""
    one, two = (make_report(cast.havenstad, form=letter * 32) for letter in "yz")
    asked = to_erase(cast.amina, one, two)
    mark_all(asked, one, cast.amina)
    return asked


def waits_elsewhere(cast):
    """A report of Els for which Amina was asked to look along: the pages of Els."""
    report = make_waiting(cast.els, form="meekijken-" + "m" * 20)
    make_look_along(cast.els, cast.amina, report)
    return [f"/werk/meldingen/{report.pk}/", f"/werk/meldingen/{report.pk}/meekijken/"]


def of_other_rooms(cast, signed_in, report):
    """The pages of links, oversight and the ways in."""
    link, question = a_question(cast)
    request, batch = make_request(cast.amina, report), make_batch(cast.amina)
    make_link(cast.amina), make_application(cast.farid), make_stay(report, cast.amina), marked(report, cast.amina)
    found, work = f"/werk/toezicht/verzoeken/{request.pk}/", "/werk/toezicht/"
    erase, asked_along = to_erase_two(cast), waits_elsewhere(cast)
    seen = {
        cast.amina: [
            f"/werk/verbanden/besluit/{link.pk}/", f"/werk/verbanden/treffer/{question.report_id}/duindorp/plate/",
            f"{work}meldingen/{report.pk}/uitstel/", f"{work}meldingen/{report.pk}/aantekening/", f"{work}verzoeken/nieuw/",
            found, f"{found}dossier/", f"{work}verzoeken/{erase.pk}/", f"/werk/meldingen/{report.pk}/", "/werk/melden/zelf/", "/werk/melden/namens/", "/werk/advies/",
            f"/werk/meldingen/meekijken/{LookAlong.objects.get().pk}/", "/werk/melden/overnemen/", f"/werk/melden/overnemen/{batch.pk}/", "/werk/melden/links/",
        ],
        cast.els: [f"/werk/verbanden/vragen/{question.pk}/", *asked_along],
        cast.gerda: ["/werk/vergelijken/person-search/aan/", "/werk/vergelijken/matching/uit/", work],
        cast.farid: [f"{work}bewaartermijnen/trace/", "/werk/melden/koppelingen/", "/werk/gemeente/postcodes/"],
    }  # fmt: skip
    amina = signed_in(cast.amina)
    ground = make_ground(cast.havenstad, Ground.What.PERSON_SEARCH)
    told = amina.post("/werk/melden/namens/", ASKED).content.decode()
    pages = [(amina, Page(found, amina.get(found).content.decode())), (amina, Page("/werk/melden/namens/", told))]
    services.end_ground(ground, by=cast.gerda)
    seen |= of_meetings.pages(cast)
    asked = [(signed_in(person), path) for person, paths in seen.items() for path in paths]
    return pages + [(browser, Page(path, browser.get(path).content.decode())) for browser, path in asked]


def of_cases(cast, signed_in):
    """The pages of a case, as its director sees them."""
    world, chris = make_world(cast), signed_in(cast.chris)
    own = f"/werk/casussen/{world.case.pk}/"
    tails = ["", "wijzigen/", "vastleggen/", "criteria/", "fase/", "spoor/", f"spoor/{world.victim.pk}/", "wie/"]
    tails += [
        f"wie/{what}/" for what in ("toelaten", "uitsluiten", "geheim", "regisseur", f"toegang/{world.grant.pk}")
    ]
    tails += [f"wie/uitsluiting/{world.shut_out.pk}/", f"wie/verzoek/{world.asked.pk}/"]
    action = make_action(world.case, cast.chris)
    work.set_goal(world.case, track=world.victim, aim="safety", text="Hij slaapt ergens anders.", by=cast.chris)
    tails += ["plan/", "doel/", "actie/", f"actie/{action.pk}/", f"actie/{action.pk}/wijzigen/", "besluit/"]
    tails += ["aantekening/", "sluiten/"]
    paths = ["/werk/casussen/nieuw/", "/werk/casussen/toegang-vragen/", *(own + tail for tail in tails)]
    return [(chris, Page(path, chris.get(path).content.decode())) for path in paths]


def letters(browser, path):
    """What is posted on the way to a letter without personal data."""
    to = {"step": "to", "to": "soort:colleague", "organisation": "wijkteam", "language": "nl"}
    form = browser.post(path, to).context["page"].form
    texts = {name: said for name, said in form.initial.items() if name.startswith("tekst_")}
    return [(path, to), (path, to | texts | {"step": "write"})]


def of_partners_and_consent(cast, signed_in):
    """The pages of the directory, of consent and of giving; the page behind a link for a partner."""
    entry, case = make_partner(cast.chris), make_case(cast.chris)
    asked, path = make_correction(entry, by=cast.chris), partners.make_link(entry, by=cast.chris)
    track, own, at = make_track(case), f"/werk/partners/{entry.pk}/", f"/werk/casussen/{case.pk}/"
    consent = agree(track, user=cast.loes)
    given = make_disclosure(cast.amina, receiver=cast.duindorp, for_whom="receive_cases")
    chris, els, nobody = signed_in(cast.chris), signed_in(cast.els), Client()
    seen = [(chris, each) for each in (
        "/werk/partners/nieuw/", own, f"{own}wijzigen/", f"{own}weghalen/", f"{own}versies/", f"{own}verbetering/{asked.pk}/",
        f"{at}toestemming/nieuw/", f"{at}toestemming/{consent.pk}/intrekken/", f"{at}verstrekken/", f"{at}brief/advice/",
        f"{at}brief/referral/met-gegevens/", f"{at}brieven/{make_letter(case, cast.chris).pk}/",
        f"{at}verzoek/{find_case(make_request(cast.amina), case).pk}/",
    )]  # fmt: skip
    seen += [(els, f"/werk/ontvangen/{given.delivery.pk}/"), (nobody, path), (nobody, f"/en{path}")]
    route = {"step": "route", "to": f"partner:{cast.loes.organisation_id}", "purpose": "help", "ground": "consent"}
    what = route | {
        "step": "what",
        "parts": f"track:{track.pk}",
        "blocks": "veiligheid",
        "hide": "",
        "necessity": "Hulp.",
    }
    found = [(browser, Page(path, browser.get(path).content.decode())) for browser, path in seen]
    posted = [
        (f"{at}verstrekken/", route),
        (f"{at}verstrekken/", what),
        (f"{at}brief/referral/met-gegevens/", route),
    ]
    posted += letters(chris, f"{at}brief/advice/")
    return found + [(chris, Page(path, chris.post(path, said).content.decode())) for path, said in posted]


def of_care(cast, signed_in):
    """The pages of the file of a victim, as Dewi sees them."""
    file, dewi, base = make_care_file(cast.dewi), signed_in(cast.dewi), "/werk/hulp/"
    make_happening(file)
    own = f"{base}{file.pk}/"
    tails = [
        "",
        "wijzigen/",
        "overdragen/",
        "route/",
        "route/kiezen/",
        "termijnen/",
        "gebeurtenis/",
        "termijnen/bedenktijd_max/",
    ]
    paths = [f"{base}nieuw/", f"{base}termijnen/bedenktijd_max/", *(own + tail for tail in tails)]
    closed = make_care_file(cast.dewi, alias="Vrouw B", closed=True)
    paths.append(f"{base}{closed.pk}/")
    return [(dewi, Page(path, dewi.get(path).content.decode())) for path in paths]


@pytest.fixture
def pages(cast, signed_in):
    """Every page with a form, by the browser that sees it: [(browser, Page)]."""
    report = make_report(cast.havenstad)
    link = services.invite(
        cast.havenstad, email="nieuw@havenstad.example", name="Nieuw", roles=[Role.CLERK], by=None
    )
    nobody, reporter = Client(), Client()
    reporter.post("/melding/", {"code": codes.code_for("formulier-" + "a" * 16)})
    asked = [
        (nobody, path) for path in ("/zoeken/", "/melden/", "/en/melden/", "/melding/", "/advies/", "/aanmelden/", link, "/overzicht/",
                                    "/check/aankruisen/", "/check/beschrijven/", "/en/check/beschrijven/")
    ]  # fmt: skip
    noor = signed_in(cast.noor)
    asked += [
        (noor, f"/aanmelden/tweede-stap/{path}/")
        for path in ("totp/activate", "recovery-codes/generate", "webauthn/add")
    ]
    asked += [
        (reporter, "/melding/bericht/"),
        (reporter, "/melding/gegevens/"),
        (noor, "/aanmelden/wachtwoord/eerste/"),
    ]
    amina, farid = signed_in(cast.amina), signed_in(cast.farid)
    asked += [(amina, path) for path in (f"/werk/meldingen/{report.pk}/", "/werk/ik/", "/werk/")]
    asked += [(farid, path) for path in ("/werk/mensen/uitnodigen/", f"/werk/mensen/{cast.amina.pk}/")]
    asked += [(farid, f"/werk/mensen/{cast.otto.pk}/"), (amina, "/aanmelden/tweede-stap/reauthenticate/")]
    asked += [(amina, path) for path in ["/werk/meldingen/?urgentie=high", *pages_around(cast, report)]]
    asked += [(farid, "/werk/meldingen/termijnen/"), (farid, "/werk/casussen/termijnen/")]
    asked += [(signed_in(cast.bram), path) for path in local_pages(cast)]
    found = [(browser, Page(path, browser.get(path).content.decode())) for browser, path in asked]
    posted = [("/melden/", TOLD | {"step": step}) for step in ("what", "where", "who", "contact")]
    posted += [
        ("/check/uitkomst/", {"text": STORY, "saw": "gen-locked-in"}),
        ("/melden/", TOLD | {"go": "send", "step": "check"}),
    ]
    found += handed_over(cast, signed_in, report) + of_other_rooms(cast, signed_in, report)
    found += of_cases(cast, signed_in)
    found += (
        of_partners_and_consent(cast, signed_in) + of_care(cast, signed_in) + of_shelters.pages(cast, signed_in)
    )
    return found + [(nobody, Page(path, nobody.post(path, said).content.decode())) for path, said in posted]


@pytest.fixture
def forms(pages):
    """[(browser, form)] of all pages that post or ask."""
    for browser, _ in pages:
        browser.raise_request_exception = False
    found = {(form.action, *form.fields): (browser, form) for browser, page in pages for form in page.forms}
    return [each for each in found.values() if each[1].action]  # not the quick exit


def test_every_page_that_takes_a_form_is_tried(forms):
    tried = {
        resolve(form.action.removeprefix("/en").split("?")[0]).view_name
        for _, form in forms
        if form.method == "post"
    }
    ours = {
        name for name, row in doors.TABLE.items()
        if ":" in name and any(seven[2] in {200, 422} or (seven[0], seven[2]) == (405, 302) for seven in row.values())
    }  # fmt: skip
    assert sorted(ours - tried) == []


def wrong_with(answer, written):
    """What is wrong with an answer to bad input."""
    html = answer.content if "html" in answer.get("Content-Type", "") else b""
    wrong = [str(answer.status_code)] if answer.status_code >= 500 else []
    wrong += [f"geschreven: {written}"] if written and answer.status_code >= 400 else []
    return wrong + (["kanarie"] if b"<kanarie" in html or b' "kanarie=' in html else [])


def test_whatever_is_filled_in(forms):
    seen = {}

    @MANY
    @given(st.data())
    def fill_in(data):
        browser, form = data.draw(st.sampled_from(forms))
        fields = {}
        for name, offered in form.fields.items():
            if name.endswith("attachments"):
                fields[name] = data.draw(st.lists(FILE, max_size=2))
                continue
            value = st.one_of(VALUE, st.sampled_from(offered)) if offered else VALUE
            fields[name] = data.draw(st.lists(value, max_size=2) if len(offered) > 3 else value | st.just([]))
        with rows_written() as written:
            answer = knock(browser, form.method, form.action, fields)
        assert wrong_with(answer, written) == [], (form.action, answer.status_code)
        seen[answer.status_code] = seen.get(answer.status_code, 0) + 1

    fill_in()
    print(f"S7: {sum(seen.values())} ingevulde formulieren: {seen}")
    assert seen[422] > 100  # refused
    assert seen[302] > 100  # and let through


def test_whatever_is_filled_in_at_the_first_run(db, client):
    client.raise_request_exception = False
    page = Page("/welkom/", client.get("/welkom/").content.decode())
    seen = {}

    @settings(MANY, max_examples=1_000 if FULL else 100)
    @given(st.fixed_dictionaries({name: VALUE | st.just("Havenstad") for name in page.forms[0].fields}))
    def fill_in(fields):
        fields |= {"code": first_run.code(), "email": "a@b.example"}
        with rows_written() as written:
            answer = knock(client, "post", "/welkom/", fields)
        assert wrong_with(answer, written) == [], fields
        assert all(len(fields[name]) <= 80 for name in ("region", "municipality")) or answer.status_code == 422
        seen[answer.status_code] = seen.get(answer.status_code, 0) + 1

    fill_in()
    assert {302, 422} == set(seen)


def test_a_municipality_needs_a_name_that_an_address_can_hold(db, client):
    told = {
        "code": first_run.code(),
        "region": "Kust",
        "municipality": "💥",
        "name": "Farid",
        "email": "a@b.example",
    }
    assert client.post("/welkom/", told).status_code == 422


PATHS = ["/", "/hulp/", "/hulp/pl/", "/hulp/ar/2b1/", "/melden/", "/check/uitkomst/", "/melding/", "/melding/bericht/", "/zoeken/", "/aanmelden/", "/werk/", "/overzicht/",
         "/en/", "/static/", "/.well-known/security.txt", "/welkom/", "/werkplekken/"]  # fmt: skip
KINDS = ["application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=utf-7", "text/plain", "",
         "multipart/form-data; boundary=x", "multipart/form-data", "multipart/form-data; boundary=\xff", "application/json",
         "a" * 300, "text/html; charset=onbekend"]  # fmt: skip
LATIN = st.binary(max_size=40).map(lambda said: said.decode("latin-1"))
PART = b'--x\r\nContent-Disposition: form-data; name="story"; filename="a\xff"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
BODY = st.one_of(st.binary(max_size=200), st.binary(max_size=60).map(lambda said: PART + said + b"\r\n--x--"))
HEADERS = ["HTTP_COOKIE", "HTTP_ACCEPT_LANGUAGE", "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_ORIGIN",
           "HTTP_REFERER", "HTTP_RANGE", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_NONE_MATCH", "HTTP_AUTHORIZATION", "HTTP_HOST",
           "HTTP_ACCEPT_ENCODING", "HTTP_X_HTTP_METHOD_OVERRIDE", "HTTP_SEC_FETCH_SITE"]  # fmt: skip
RAW = st.fixed_dictionaries({
    "REQUEST_METHOD": st.sampled_from([*(each.upper() for each in doors.METHODS), "TRACE", "PROPFIND", "x\xff"]),
    "PATH_INFO": st.tuples(st.sampled_from(PATHS), st.just("") | LATIN).map("".join),
    "QUERY_STRING": st.sampled_from(["", "q=%00", "q=%ff%fe", "werkplek[]=1", "pagina=-1&lijst=%"]) | LATIN,
    "CONTENT_TYPE": st.sampled_from(KINDS) | LATIN,
    "body": BODY,
    "length": st.sampled_from(["", "0", "-1", "x", "99999", "right"]),
    "headers": st.dictionaries(st.sampled_from(HEADERS), LATIN | st.sampled_from(["bytes=0-", "null", "__Host-baken=x"]), max_size=3),
})  # fmt: skip


def test_whatever_is_sent(cast):
    application, seen = WSGIHandler(), {}

    @MANY
    @given(RAW)
    def send(raw):
        body, length, headers = raw["body"], raw["length"], raw["headers"]
        environ = {key: value for key, value in raw.items() if key.isupper()} | headers
        environ |= {
            "SERVER_NAME": "testserver", "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1", "wsgi.url_scheme": "https",
            "CONTENT_LENGTH": str(len(body)) if length == "right" else length, "wsgi.input": io.BytesIO(body),
            "wsgi.errors": sys.stderr, "SCRIPT_NAME": "",
        }  # fmt: skip
        told = []
        with rows_written() as written:
            answer = application(environ, lambda status, headers: told.append(int(status[:3])))
            b"".join(answer)
            answer.close()
        assert told[0] < 500, raw
        assert not written or told[0] < 400, raw
        seen[told[0]] = seen.get(told[0], 0) + 1

    send()
    print(f"S7: {sum(seen.values())} ruwe verzoeken: {seen}")
    assert {200, 302, 400, 404, 405} <= set(seen)
