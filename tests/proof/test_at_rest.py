"""S5: nothing personal can be read in any file, and what is erased is gone. R3: no WAL with a library that is not mended.

Three controls show that the search would find it: each word in each way of writing, the same database with its fields
unsealed, and the same erasing without secure_delete.
"""

import sqlite3
from contextlib import closing

import pytest

from baken.config.database import journal_mode, pragmas
from baken.privacy.sealed import SealedText
from tests.house.test_words import OURS
from tests.proof.office import FULL, Office
from tests.proof.scan import SHAPES, all_found, bytes_of, found_in

CANARIES = 1000 if FULL else 40
FILL = """
from baken.accounts import services as people
from baken.accounts.models import Municipality, User
import time
import uuid
from datetime import date, timedelta
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from baken.care import services as care
from baken.care.models import FileEvent, RouteChoice, TermConfirmation
from baken.casework import files as case_files
from baken.casework import services as work
from baken.casework.models import Closure
from baken.admission import letting
from baken.coordination import services as cases
from baken.coordination.models import AccessRequest
from baken.intake.models import Filing, ImportBatch, OneTimeLink
from baken.meetings.models import Meeting
from baken.letters.models import CaseLetter
from baken.links.models import HitRequest, LinkDecision, ReportLink
from baken.consent.models import Consent
from baken.oversight import services as oversight
from baken.partners import services as partners
from baken.partners.models import THEIRS, PartnerLink, PartnerVersion
from baken.persons.models import RequestCase, RequestPiece
from baken.sharing import services as sharing
from baken.sharing.models import PackageFile
from baken.sharing.package import Package
from baken.sharing.rule import Wish
from baken.shelter import placing
from baken.shelter import services as shelters
from baken.signals import mask_services, services
from baken.signals.models import Mask, TraitList
from baken.signals.safe import SAFE
from baken.signals.tests.make import make_sound
from baken.signals.told import Told
from baken.triage import relating
from baken.triage import services as triage
from baken.triage.models import LookAlong, SavedFilter
before = services.receive_report(Municipality.objects.get(slug="havenstad"), Told(form="eerste-" + "q" * 16, story="Iets.")).report
place = Municipality.objects.get(slug="havenstad")
duindorp = Municipality.objects.get(slug="duindorp")
amina, dewi = (User.objects.get(email__startswith=name) for name in ("amina", "dewi"))
made = []
letting.TRIES_A_DAY = COUNT + 1  # one person asks them all on one day
for number in range(COUNT):
    def said(what): return f"kanarie-{what} {number:04d} zeldzaam"
    ways = {name: said(name) for name in ("story", "place", "moment", "earlier", "name", "contact", *SAFE)}
    files = [make_sound(said("sound").encode() * 20, said("file") + ".wav")]
    report = services.receive_report(place, Told(form=f"formulier-{number:04d}-" + "q" * 16, **ways), files).report
    services.add_message(report, text=said("message"), form=f"bericht-{number:04d}-" + "q" * 16, by=amina)
    services.add_note(report, text=said("note"), by=amina)
    services.weigh_report(report, agrees=True, concern="", outcome="to_case", reason=said("reason"), seen=0, by=amina)
    report.refresh_from_db()
    way = "high" if report.urgency == "acute" else "acute"
    triage.change_urgency(report, urgency=way, reason=said("step"), seen=triage.state_of(report), by=amina)
    relating.relate(report, other=before, kind="related", reason=said("relation"), by=amina)
    LookAlong(report=report, municipality=place, by=amina, at=timezone.now(), to=amina, weighing=uuid.uuid4(), disclosure=uuid.uuid4(),
              reason=said("lookalong")).save(force_insert=True)
    SavedFilter(person=amina, name=said("list"), query="").save(force_insert=True)
    services.add_message(report, text=said("hidden"), form=f"verborgen-{number:04d}-" + "q" * 16, by=None)
    mask_services.mask(report, keys=[], words=[said("hidden")], by=amina)
    mask_services.ask_erase(report, Mask.objects.get(report=report).group, reason=said("asked"), by=amina)
    package = Package("x", (), (("x", said("package")),), said("told"))
    wish = Wish(recipient="municipality", purpose="help", roles=frozenset(), given=frozenset(["unrecognisable", "necessity"]))
    given = sharing.disclose(sharing.Draft(
        id=uuid.uuid4(), subject_kind="report", subject_id=str(report.pk), ground="no-personal-data", wish=wish,
        organisation=said("organisation"), package=package, parts=("story",), necessity=said("necessity"),
        subsidiarity=said("subsidiarity"), answers={"task": said("answers")}, receiver=duindorp, for_whom="receive_reports",
    ), by=amina)
    sharing.record_event(given, kind="answer", text=said("event"), form=f"e-{number:04d}-" + "q" * 20, by=amina)
    sharing.record_event(given, kind="correction", text=said("notice"), form=f"c-{number:04d}-" + "q" * 20, by=amina)
    about = {"municipality": duindorp, "at": timezone.now(), "delivery": given.delivery, "reference": "B-1", "size": 1, "format": "wav"}
    PackageFile(name=said("alongname"), content=said("along").encode(), **about).save(force_insert=True)
    sharing.decide_ground("consent", "municipality", holds=True, reference=said("reference"), by=amina)
    oversight.keep_longer(report, kind="hold", until=date(2090, 1, 1), reason=said("hold"), by=amina)
    oversight.mark_report(report, kind="objection", text=said("mark"), by=amina)
    asked = oversight.Asked("access", date(2026, 3, 1), said("asker"), said("reached"), said("requested"))
    request = oversight.register_request(place, asked, by=amina)
    oversight.identify(request, how=said("identity"), by=amina)
    oversight.decide_request(request, decision="refused", answer=said("decision"), by=amina)
    about, today, now = {"municipality": place}, date.today(), timezone.now()
    HitRequest(region=place.region, report=report, kind="phone", from_place=place, to_place=duindorp, asked_by=amina, asked_at=now,
               purpose=said("purpose"), legal_ground=said("legal"), answers={"task": said("needed")}, note=said("shared")).save(force_insert=True)
    days = {"made_on": today, "expires_on": today}
    OneTimeLink(made_by=amina, token_hash=said("h")[-40:], meant_for=said("meant"), **days, **about).save(force_insert=True)
    Filing(report=report, way="desk", reference=said("filed"), service=said("service"), function=said("function"), **about).save(force_insert=True)
    ImportBatch(by=amina, made_on=today, expires_at=now, good=1, wrong=0, lines=[said("imported")], **about).save(force_insert=True)
    Meeting(on=today, begins=now.time(), chair=amina, planned_by=amina, planned_at=now, form=f"overleg-{number:04d}", title=said("gathering"), place=said("venue"), **about).save(force_insert=True)
    entry = partners.add({"name": f"Partner {number}", "kind": "opvang", "recipient": "shelter", "contact": said("contactperson")}, by=amina)
    partners.change(entry, {"contact": said("contactperson")}, seen=1, by=amina)
    PartnerVersion.objects.filter(entry=entry).delete()
    PartnerVersion(entry=entry, number=9, how="changed", at=now, by=amina, held={"contact": said("version")}, **about).save(force_insert=True)
    partners.make_link(entry, by=amina)
    partners.propose(PartnerLink.objects.get(entry=entry), {name: said("proposed") for name in THEIRS})
    house = shelters.add(entry.organisation, {"name": "Huis", "kind": "cosm", "address": said("address"), "distances": {"havenstad": said("distances")}}, by=dewi)
    stay = placing.Stay(alias=said("lodger"), because=said("because"), first=today, until=today + timedelta(days=1), form=f"plek-{number:04d}",
                        criteria={"danger": "x", "danger_name": said("lodging"), "distance": "10"})
    lodger = placing.reserve(shelters.add_place(house, {"name": "Kamer"}, by=dewi), stay, by=dewi)
    placing.refuse(lodger, refusal="other", text=said("outcome"), seen=1, by=dewi)
    placing.wait(said("waiter"), urgency="a_now", criteria={"danger_name": said("wants")}, text=said("waitnote"), by=dewi)
    agreed_case = cases.open_case(cases.Told(form=f"toestemming-{number:04d}-" + "q" * 20, name="Casus", picture=""), by=amina)
    victim = cases.add_track(agreed_case, kind="victim", name="A", summary="", by=amina)
    Consent(case=agreed_case, track=victim, recipient="police", purpose="protect", given_on=today, until=today, heard_by=amina, by=amina,
            at=now, age=said("age"), blocks=[said("block")], agreed_by=said("guardian"), said=said("agreed"),
            withdrawn_words=said("withdrew"), **about).save(force_insert=True)
    CaseLetter(case=agreed_case, template="advice", language="nl", recipient="police", by=amina, at=now, receiver=said("letterto"),
               package=Package("x", (), (("x", said("letter")),)).as_json(), **about).save(force_insert=True)
    found = RequestCase(case=agreed_case, request=request, by_search=True, concerns=True, **about)
    found.save(force_insert=True)
    RequestPiece(case=agreed_case, found=found, order=0, title=said("piecename"), text=said("piece"), **about).save(force_insert=True)
    people.invite(place, email=f"nieuw-{number}@havenstad.example", name=said("invited"), roles=["clerk"], by=None)
    colleague = User(email=f"collega-{number}@havenstad.example", name=said("colleague"), municipality=place)
    colleague.save()
    case = cases.open_case(cases.Told(form=f"casus-{number:04d}-" + "q" * 20, name=said("case"), picture=said("picture")), by=amina)
    cases.record(case, {"seen": said("recorded")}, phase="report", seen=0, by=amina)
    cases.judge_criteria(case, {"areas": {"met": "yes", "why": said("criterion")}}, seen=1, by=amina)
    track = cases.add_track(case, kind="victim", name=said("track"), summary=said("summary"), by=amina)
    scope = letting.Scope(whole=False, tracks=(track,), writes=False, purpose="help", ground="consent", until=today, reason=said("grant"))
    letting.revoke(letting.grant(case, dewi, scope, by=amina), reason=said("revoked"), by=amina)
    letting.ask(case, reason=said("asking"), by=dewi)
    letting.answer(AccessRequest.objects.get(case=case), None, words=said("refusal"), by=amina)
    letting.exclude(case, dewi, reason=said("exclusion"), by=amina)
    cases.event(case, "edited", by=amina, text=said("happened"))
    work.set_goal(case, track=track, aim="safety", text=said("goal"), by=amina)
    wanted = work.Wanted(text=said("action"), aim="safety", owner=amina, due_on=today, track=track)
    work.settle(work.agree(case, wanted, by=amina), state="done", result=said("result"), seen=0, by=amina)
    work.decide(case, kind="jeugd", text=said("decided"), by=amina)
    case_files.note_with(case, [make_sound(said("heard").encode() * 20, said("heardname") + ".wav")], text=said("remark"), track=track, by=amina)
    Closure(case=case, outcome="safe", by=amina, at=now, lesson=said("lesson"), **about).save(force_insert=True)
    contact = {"channel": said("channel")}
    file = care.take_in(care.Taken(form=f"hulp-{number:04d}-" + "q" * 20, alias=said("alias"), situation=said("plight"),
                                   interpreter=said("tongue"), contact=contact), by=dewi)
    care.choose(file, follows=False, why=said("chosen"), seen=0, by=dewi)
    RouteChoice.objects.filter(file=file).delete()
    RouteChoice(file=file, by=dewi, at=now, content="1", rules="", follows=True, kept={"x": said("kept")}, chosen=said("chosen"),
                overruled=[said("overruled")], **about).save(force_insert=True)
    care.happened(file, "aangifte_of_medewerking", remark=said("remarked"), by=dewi)
    care.set_aside(file, "bedenktijd_max", because=said("because"), by=dewi)
    FileEvent(file=file, by=dewi, at=now, kind="care edited", old=said("old"), **about).save(force_insert=True)
    TermConfirmation(term=f"proef-{number}", mark="0", by=dewi, on=today, looked_at=said("looked"), **about).save(force_insert=True)
    file.answers = {"x": said("replies")}
    file.save(update_fields=["answers"])
    made.append(report)
while DBTaskResult.objects.exclude(run_after__gt=timezone.now()).filter(status__in=["READY", "RUNNING"]).exists():
    time.sleep(0.2)  # the worker looks for links of its own accord
for number, report in enumerate(made):
    def said(what): return f"kanarie-{what} {number:04d} zeldzaam"
    link = ReportLink(one=report, other=before, kind="phone", sureness="possible", why="", found_on=today, value=said("value"), **about)
    link.save(force_insert=True)
    LinkDecision(link=link, verdict="same", by=amina, at=now, reason=said("verdict"), **about).save(force_insert=True)
    TraitList.objects.filter(report=report).delete()
    TraitList(report=report, traits=[["nickname", said("trait"), "certain"]], rules="0", **about).save(force_insert=True)
"""
WHAT = (
    "story place moment earlier name contact safe_contact safe_channel safe_hours safe_words safe_person message note reason step relation list invited colleague sound file"
).split()
WHAT += "hidden asked package told organisation necessity subsidiarity answers event notice reference".split()
WHAT += "hold mark asker reached requested identity decision".split()
WHAT += "alongname along lookalong".split()
WHAT += "value verdict purpose legal needed shared trait meant filed service function imported".split()
WHAT += "gathering venue".split()
WHAT += "case picture recorded criterion track summary grant revoked asking refusal exclusion happened".split()
WHAT += "goal action result decided heard heardname remark lesson".split()
WHAT += "address distances lodger because lodging outcome waiter wants waitnote".split()
WHAT += "contactperson version proposed age block guardian agreed withdrew letterto letter piecename piece".split()
WHAT += "alias plight tongue channel replies kept overruled chosen remarked because old looked".split()
WORDS = [f"kanarie-{what} {number:04d} zeldzaam" for what in WHAT for number in range(CANARIES)]
BESIDES = {
    "ticks",
    "assessment",
    "referrals",
}  # choices, or made of the story: what they quote is sought as a part of it
UNSEAL = """
import json
from django.apps import apps
from django.db import connection
from baken.privacy.sealed import SealedText
def plain(value): return value if isinstance(value, bytes) else json.dumps(value, ensure_ascii=False).encode()
for model in [each for each in apps.get_models() if each.__module__.startswith("baken.")]:
    fields = [f for f in model._meta.concrete_fields if isinstance(f, SealedText)]
    for row in model.objects.all() if fields else ():
        with connection.cursor() as cursor:
            for f in fields:
                cursor.execute(f'UPDATE "{model._meta.db_table}" SET "{f.column}" = %s WHERE "{model._meta.pk.column}" = %s',
                               [plain(getattr(row, f.attname)), row.pk.hex])
"""


def test_every_sealed_field_has_its_word():
    sealed = [f.name for model in OURS for f in model._meta.get_fields() if isinstance(f, SealedText)]
    assert len([name for name in sealed if name not in BESIDES]) == len(WHAT)


@pytest.mark.slow
def test_a_copy_of_the_files_shows_nothing_and_unsealed_it_shows_everything(tmp_path):
    office = Office(tmp_path / "data")
    office.start()
    office.ask(f"COUNT = {CANARIES}\n{FILL}")
    office.kill()
    assert all_found(bytes_of(office.data), WORDS) == set()
    office.ask(UNSEAL)
    seen = found_in(bytes_of(office.data), WORDS, SHAPES["plain"])
    print(f"S5: 0 van {len(WORDS)} woorden in {len(SHAPES)} schrijfwijzen; zonder versleuteling {len(seen)}")
    assert len(seen) >= 0.99 * len(WORDS)


@pytest.mark.parametrize("way", SHAPES)
def test_the_search_finds_each_way_of_writing(way):
    text = b"\xff\x00".join(SHAPES[way](word) for word in WORDS)
    assert all_found(text, WORDS) == set(WORDS)


@pytest.mark.parametrize("mode", ["TRUNCATE", "WAL"])
@pytest.mark.parametrize("secure", [True, False])
def test_what_is_erased_is_gone_and_without_secure_delete_it_is_not(tmp_path, mode, secure):
    says = pragmas(mode) if secure else pragmas(mode).replace("secure_delete=ON", "secure_delete=OFF")
    with closing(sqlite3.connect(tmp_path / "proef.sqlite3", isolation_level=None)) as database:
        database.executescript(says + "CREATE TABLE melding (id INTEGER PRIMARY KEY, tekst BLOB)")
        database.executemany("INSERT INTO melding (tekst) VALUES (?)", [(word.encode(),) for word in WORDS])
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        assert found_in(bytes_of(tmp_path), WORDS, SHAPES["plain"]) == set(WORDS)
        database.execute("DELETE FROM melding")
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        left = found_in(bytes_of(tmp_path), WORDS, SHAPES["plain"])
    assert (left == set()) is secure


@pytest.mark.parametrize(
    ("version", "mode"),
    [
        ((3, 40, 1), "TRUNCATE"), ((3, 44, 5), "TRUNCATE"), ((3, 44, 6), "WAL"), ((3, 45, 0), "TRUNCATE"),
        ((3, 50, 6), "TRUNCATE"), ((3, 50, 7), "WAL"), ((3, 51, 2), "TRUNCATE"), ((3, 51, 3), "WAL"), ((3, 52, 0), "WAL"),
    ],
)  # fmt: skip
def test_only_a_mended_library_opens_in_wal(version, mode):
    assert journal_mode(version) == mode


def test_a_file_is_really_opened_in_the_mode_of_its_library(tmp_path):
    mode = journal_mode(sqlite3.sqlite_version_info)
    told = Office(tmp_path).ask(
        "from baken.config import start; start.ready(make_key=True); start.tables()\n"
        "from django.db import connection\n"
        "for name in ('journal_mode', 'synchronous', 'secure_delete'):\n"
        "    with connection.cursor() as cursor: print(cursor.execute(f'PRAGMA {name}').fetchone()[0])"
    )
    assert told.split() == [mode.lower(), "2", "1"]
