"""S4a: everybody of two municipalities walks through everything, and nobody meets a word of the other's."""

import re

import pytest
from conftest import CAST, PARTNERS
from django.test import Client
from django.urls import reverse

from baken.accounts import services as people
from baken.accounts.models import Invitation
from baken.accounts.roles import Role
from baken.accounts.tests.make import make_person
from baken.admission import letting
from baken.admission.tests.make import let_in
from baken.coordination import services as cases
from baken.coordination.models import AccessRequest, CaseGrant, CaseReport, Track
from baken.coordination.tests.make import make_case, make_track
from baken.partners.tests.make import make_organisation
from baken.privacy import codes
from baken.signals import services
from baken.signals.models import Message, Report, ReportFile
from baken.signals.tests.make import make_report, make_sound
from baken.triage.tests.make import make_filter, make_relation
from tests.proof.crawl import walk
from tests.proof.office import FULL

REPORTS, MOST, RESPONSES = (30, 10_000, 20_000) if FULL else (4, 60, 1_500)
PUBLIC = [
    "/",
    "/en/",
    "/zoeken/?q=kanarie",
    "/melden/",
    "/melding/",
    "/melding/bericht/",
    "/melding/gegevens/",
    "/gezond",
    "/bestaat-niet/",
]
DESK = [
    "/werk/",
    "/werk/casussen/",
    "/werk/meldingen/",
    "/werk/meldingen/?lijst=tweede",
    "/werk/mensen/",
    "/werk/ik/",
]
CANARY = re.compile(r"kanarie-(havenstad|duindorp)")
pytestmark = pytest.mark.slow


def fill(place, team):
    """Reports and a case with a canary in every sealed field, an invitation and colleagues: all of `place`."""
    said, officer, manager = f"kanarie-{place.slug}", team[0], team[4]
    for number in range(REPORTS):
        told = {name: f"{said} {name}" for name in ("place", "moment", "name", "contact", "safe_contact")}
        files = [make_sound(said.encode() * 30, f"{said}.wav")]
        report = make_report(
            place, story=f"{said} paspoort afgepakt", form=f"{said}-{number:020d}", files=files, **told
        )
        services.add_message(
            report, text=f"{said} antwoord", form=f"{said}-a-{number:020d}", by=officer, files=files
        )
        services.add_message(report, text=f"{said} aanvulling", form=f"{said}-b-{number:020d}", by=None)
        services.add_note(report, text=f"{said} notitie", by=officer)
        decided = {"agrees": True, "concern": "", "seen": 0, "reason": f"{said} reden"}
        services.weigh_report(report, outcome=["advice", "to_case"][number % 2], by=officer, **decided)
        make_relation(officer, report, form=f"{said}-c-{number:020d}")
    make_filter(officer, name=f"{said} lijst")
    fill_case(team, report, said)
    people.invite(place, email=f"{said}@nieuw.example", name=f"{said} nieuw", roles=[Role.CLERK], by=manager)


def fill_case(team, report, said):
    """A case of the chain coordinator: the partner sees a track, the shelter worker is shut out, the care coordinator asks."""
    _, _, chris, dewi, *_, loes, mo = team
    for person, (_, name, kind, recipient) in zip((loes, mo), PARTNERS, strict=True):
        person.organisation = make_organisation(f"{name} {said}", kind=kind, recipient=recipient, by=chris)
        person.save(update_fields=["organisation"])
    case = make_case(
        chris, report=report, form=f"{said}-casus-{0:020d}", name=f"{said} casus", picture=f"{said} beeld"
    )
    cases.record(case, {"seen": f"{said} vastgelegd"}, phase=case.phase, seen=0, by=chris)
    cases.judge_criteria(case, {"areas": {"met": "yes", "why": f"{said} waarom"}}, seen=1, by=chris)
    track = make_track(case, name=f"{said} spoor")
    cases.edit_track(track, name=f"{said} spoor", summary=f"{said} wat wij weten", seen=0, by=chris)
    let_in(case, loes, track)
    letting.ask(case, reason=f"{said} vraagt", by=dewi)
    letting.exclude(case, mo, reason=f"{said} te dichtbij", by=chris)


@pytest.fixture
def visitors(cast, signed_in):
    """(municipality, browser) for twelve roles of both, for two reporters and for nobody; with everything filled."""
    found = []
    for place in (cast.havenstad, cast.duindorp):
        team = [make_person(f"{key}2 kanarie-{place.slug}", place, role) for key, (_, role) in CAST.items()]
        for number, person in enumerate(team):
            type(person).objects.filter(pk=person.pk).update(email=f"kanarie-{place.slug}-{number}@mail.example")
        second_step(team)
        fill(place, team)
        found += [(place.slug, signed_in(person)) for person in team]
        reporter = Client()
        reporter.post("/melding/", {"code": codes.code_for(f"kanarie-{place.slug}-{0:020d}")})
        found.append((place.slug, reporter))
    return [*found, ("", Client())]


def second_step(team):
    from allauth.mfa.models import Authenticator

    Authenticator.objects.bulk_create(
        Authenticator(user=person, type=Authenticator.Type.TOTP, data={"secret": "x"}) for person in team
    )


def by_name(cast):
    """The address of every case, report and colleague of both, that nobody gave a link to."""
    parts = {
        "cases:report": CaseReport,
        "cases:track": Track,
        "cases:take_back": CaseGrant,
        "cases:answer": AccessRequest,
    }
    found = []
    for name, model in parts.items():
        key = "report" if model is CaseReport else "pk"
        for case, pk in model.objects.values_list("case", key):
            found += [
                reverse("cases:case", args=[case]),
                reverse("cases:who", args=[case]),
                reverse(name, args=[case, pk]),
            ]
    reports = list(dict.fromkeys(found))
    reports += [reverse("inbox:record", args=[pk]) for pk in Report.objects.values_list("pk", flat=True)]
    for report, file in ReportFile.objects.values_list("report", "pk"):
        reports += [reverse("inbox:file", args=[report, file]), reverse("signals:reporter_file", args=[file])]
    colleagues = type(cast.amina).objects.values_list("pk", flat=True)
    return reports + [reverse("accounts:person", args=[pk]) for pk in colleagues]


def words_of(path, answer):
    """What an answer says. Whom one can let in to a case is chosen from everybody in the region who works in cases, by name:
    that choice is left out, and nothing else."""
    if answer.streaming:
        return ""
    text = answer.content.decode(errors="replace")
    if path.endswith(("/wie/toelaten/", "/wie/uitsluiten/")):
        text = re.sub(r'<select name="user".*?</select>', "", text, count=1, flags=re.DOTALL)
    return text


def test_nobody_meets_a_word_of_another_municipality(cast, visitors):
    assert (Message.objects.count(), Invitation.objects.count()) == (4 * REPORTS, 2)
    foreign, met, count = {}, {}, 0
    for number, (home, browser) in enumerate(visitors):
        for path, answer in walk(browser, [*DESK, *by_name(cast), *PUBLIC], MOST):
            count += 1
            for place in set(CANARY.findall(f"{answer.headers}{words_of(path, answer)}")):
                met[(number, place)] = met.get((number, place), 0) + 1
                if place != home:
                    foreign[f"{number} {path}"] = place
    print(f"S4a: {count} antwoorden, {sum(met.values())} met eigen kanaries, {len(foreign)} met die van een ander")
    assert foreign == {}
    assert {home for number, home in met} == {"havenstad", "duindorp"}  # the search finds what one may see
    assert count >= RESPONSES
