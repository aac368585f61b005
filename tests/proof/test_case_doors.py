"""Every role × what it was let in to × an open or an extra secret case × every page of a case: exactly the answer of the table,
and on the page and in the list exactly what the table says. All combinations, made by the test itself.
"""

from datetime import timedelta

import pytest
from django.utils import timezone

from baken.accounts.roles import Role
from baken.accounts.tests.make import make_person
from baken.admission import letting
from baken.casework import services as work
from baken.casework.tests.make import make_action
from baken.coordination.models import CaseGrant
from baken.coordination.tests.make import PICTURE, make_case, make_track
from baken.signals.tests.make import make_report
from tests.proof import doors
from tests.proof.knock import knock

pytestmark = pytest.mark.slow

# What one can see and do in a case.
CASE, VICTIM, SUSPECT, ALL = "that it is there", "the victim's track", "the suspect's track", "all of it"
WRITE_VICTIM, WRITE_SUSPECT, WRITE_ALL = "write in the victim's", "write in the suspect's", "write in all of it"
DECIDE, REPORTS = "decide on it", "the reports in it"
WRITE_SOMEWHERE = "write in the case or in one of its tracks"
NOTHING = set()
READ_ALL = {CASE, VICTIM, SUSPECT, ALL, REPORTS}
EVERYTHING = READ_ALL | {WRITE_VICTIM, WRITE_SUSPECT, WRITE_ALL, DECIDE}

# What somebody was let in to → what it gives.
GIVES = {
    "nothing": NOTHING,
    "the victim": {CASE, VICTIM},
    "the victim, to write": {CASE, VICTIM, WRITE_VICTIM},
    "the suspect": {CASE, SUSPECT},
    "the suspect, to write": {CASE, SUSPECT, WRITE_SUSPECT},
    "the victim, to write, and the suspect, to read": {CASE, VICTIM, SUSPECT, WRITE_VICTIM},
    "the whole": READ_ALL,
    "the whole, to write": READ_ALL | {WRITE_VICTIM, WRITE_SUSPECT, WRITE_ALL},
    "the whole, until yesterday": NOTHING,
    "the whole, until today": READ_ALL,
    "the whole, from tomorrow": NOTHING,
    "the whole, taken back": NOTHING,
    "the whole, taken back, and the victim": {CASE, VICTIM},
    "the whole, and shut out": NOTHING,
    "nothing, and shut out": NOTHING,
}
WORKS_IN_CASES = {"amina", "chris", "dewi", "loes", "mo", "els"}  # by role; everybody else is told no (403)
PARTNERS = {
    "els",
    "loes",
    "mo",
}  # of another municipality, of another organisation: reports are not for them, whatever they see
LEADS = {"chris"}  # by role: all cases of Havenstad that are not extra secret, unless shut out

# Page → what one must be able to see or do.
READS = {
    "": CASE, "wie/": CASE, "melding/{report}/": REPORTS, "plan/": CASE, "toestemming/": CASE, "verstrekkingen/": ALL,
    "actie/{for_victim}/": VICTIM, "actie/{for_suspect}/": SUSPECT,
}  # fmt: skip
WRITES = {
    "spoor/{victim}/": WRITE_VICTIM, "spoor/{suspect}/": WRITE_SUSPECT, "wijzigen/": WRITE_ALL, "vastleggen/": WRITE_ALL,
    "criteria/": DECIDE, "fase/": DECIDE, "spoor/": WRITE_ALL, "wie/toelaten/": DECIDE, "wie/uitsluiten/": DECIDE,
    "wie/geheim/": DECIDE, "wie/regisseur/": DECIDE, "wie/toegang/{grant}/": DECIDE, "sluiten/": DECIDE,
    "actie/{for_victim}/wijzigen/": WRITE_VICTIM, "actie/{for_suspect}/wijzigen/": WRITE_SUSPECT,
    "doel/": WRITE_SOMEWHERE, "actie/": WRITE_SOMEWHERE, "besluit/": WRITE_SOMEWHERE, "aantekening/": WRITE_SOMEWHERE,
}  # fmt: skip
SHOWN = {
    PICTURE: ALL,
    "Loods aan de kade": ALL,
    "Slachtoffer A": VICTIM,
    "Verdachte B": SUSPECT,
    "Nieuw spoor": WRITE_ALL,
    "Doet iets voor A": VICTIM,
    "Doet iets aan B": SUSPECT,
    "Besloten over de casus": ALL,
}


def should(who, let_in_to, secret):
    """What this person sees and does, by the tables above."""
    if who not in WORKS_IN_CASES or "shut out" in let_in_to:
        return NOTHING
    if who in LEADS and not secret:
        return EVERYTHING
    return GIVES[let_in_to] - {REPORTS} if who in PARTNERS else GIVES[let_in_to]


def give(case, user, tracks, let_in_to):
    """Let somebody in as the words say. As rows: also who has no role for it may have been let in before it was taken away."""
    today, day = timezone.localdate(), timedelta(days=1)
    said = [part for part in let_in_to.split(", and ") if part.startswith("the ")]
    for part in said:
        whole = part.startswith("the whole")
        grant = CaseGrant(
            case=case, municipality=case.municipality, user=user, whole=whole, writes="to write" in part, purpose="help",
            ground="wmo-execution", organisation=user.organisation, since=today + day if "tomorrow" in part else today - 9 * day, by=case.director,
            until=today - day if "yesterday" in part else today if "today" in part else today + 30 * day,
            at=timezone.now(), reason="Proef.",
        )  # fmt: skip
        grant.save(force_insert=True)
        if not whole:
            grant.tracks.add(tracks["victim" if "victim" in part else "suspect"])
        if "taken back" in part:
            letting.revoke(grant, reason="Klaar.", by=case.director)
    if "shut out" in let_in_to:
        letting.exclude(case, user, reason="Te dichtbij.", by=case.director)


@pytest.fixture
def people(cast, signed_in):
    """(name, browser) of everybody who works here; Loes and Mo work for partners."""
    return [(name, signed_in(getattr(cast, name))) for name in doors.STAFF]


@pytest.fixture
def director(cast):
    """Who directs the cases of this test; nobody of the cast."""
    return make_person("Rik Regisseur", cast.havenstad, Role.CHAIN_COORDINATOR)


def world(cast, director, let_in_to, secret):
    """A case in which everybody of the cast was let in to the same, with the words of its addresses."""
    report = make_report(cast.havenstad, form=f"proef-{let_in_to}-{secret}".ljust(30, "-"))
    form = f"casus-{secret}-{let_in_to}"[:60].ljust(30, "-")
    case = make_case(director, report=report, secret=secret, form=form)
    tracks = {"victim": make_track(case), "suspect": make_track(case, "suspect", "Verdachte B")}
    done = {
        "for_victim": make_action(case, director, track=tracks["victim"], text="Doet iets voor A.").pk,
        "for_suspect": make_action(case, director, track=tracks["suspect"], text="Doet iets aan B.").pk,
    }
    work.decide(case, kind="jeugd", text="Besloten over de casus.", by=director)
    rows = make_person("Hielke Hulp", cast.havenstad, Role.PARTNER_MEMBER)
    give(case, rows, tracks, "the whole")
    for name in doors.STAFF:
        give(case, getattr(cast, name), tracks, let_in_to)
    known = {"report": report.pk, "victim": tracks["victim"].pk, "suspect": tracks["suspect"].pk} | done
    return case, known | {"grant": CaseGrant.objects.get(case=case, user=rows).pk}


def wrong_for(who, browser, case, known, can):
    """Every answer of every page that is not as it should be: {page: (answer, expected)}, and how many were asked."""
    refused, asked = 404 if who in WORKS_IN_CASES else 403, {}
    can = can | {WRITE_SOMEWHERE} if can & {WRITE_VICTIM, WRITE_SUSPECT, WRITE_ALL} else can
    own = f"/werk/casussen/{case.pk}/"
    for tail, need in (READS | WRITES).items():
        path = own + tail.format(**known)
        asked[f"get {tail}"] = (knock(browser, "get", path).status_code, 200 if need in can else refused)
        if tail in WRITES:
            asked[f"post {tail}"] = (knock(browser, "post", path).status_code, 422 if need in can else refused)
    page = knock(browser, "get", own).content.decode()
    listed = knock(browser, "get", "/werk/casussen/").content.decode()
    asked |= {f"shows {text}": (text in page, need in can) for text, need in SHOWN.items()}
    asked["in the list"] = (case.number in listed, CASE in can)
    asked["named in the list"] = (case.name in listed, ALL in can)
    return {page: pair for page, pair in asked.items() if pair[0] != pair[1]}, len(asked)


@pytest.mark.parametrize("secret", [False, True], ids=["open", "secret"])
@pytest.mark.parametrize("let_in_to", GIVES)
def test_everybody_sees_exactly_what_the_table_says(cast, people, director, let_in_to, secret):
    case, known = world(cast, director, let_in_to, secret)
    wrong, count = {}, 0
    for who, browser in people:
        found, asked = wrong_for(who, browser, case, known, should(who, let_in_to, secret))
        wrong |= {f"{who} {page}": pair for page, pair in found.items()}
        count += asked
    print(f"sporen × toegang: {count} antwoorden")
    assert wrong == {}
    assert count == len(people) * (len(READS) + 2 * len(WRITES) + len(SHOWN) + 2)


def test_the_table_has_every_kind_of_answer():
    told = {
        frozenset(should(who, each, secret)) for who in doors.STAFF for each in GIVES for secret in (True, False)
    }
    assert (
        len(told) == 11
    )  # nothing; each track and both, read or written; the whole, with and without reports; everything
