"""S3: who sees which sealed field of a municipality, and where. Each field holds a word of its own.

Every address that anybody finds is asked by everybody. In a page or a file a person meets no more than the table says, and
nobody meets anything in a title, a header, JSON, CSV, the search, the trace or a mail.
"""

import io
import re
import zipfile
from collections import Counter

import pikepdf
import pytest
from conftest import CAST
from django.core import mail
from django.test import Client
from django.urls import Resolver404, resolve
from django_tasks_db.models import DBTaskResult

from baken.coordination.models import Case
from baken.intake.models import Filing
from baken.oversight.models import DataRequest
from baken.privacy import codes
from baken.privacy.models import Trace
from baken.sharing.models import Disclosure
from baken.shelter.models import Placement, Shelter
from baken.signals.models import ReportFile
from tests.proof.crawl import walk
from tests.proof.office import FULL
from tests.proof.test_at_rest import FILL, WHAT

pytestmark = pytest.mark.slow
WORD = re.compile(r"kanarie-([a-z_]+) 0000")
EACH, MOST = (20, 600) if FULL else (1, 60)  # addresses of one route, pages of one walk
CHANNELS = ["HTML", "title", "header", "JSON", "CSV", "file", "search", "trace", "mail"]
NOBODY = frozenset[str]()
MAY_HOLD = {"HTML", "file"}
STAFF = frozenset({"colleague"})  # how colleagues of one's own municipality are called
OF_CARE = frozenset(
    "alias plight tongue channel replies kept overruled chosen remarked because old looked".split()
)
PARTNERS = frozenset({"contactperson", "version", "proposed"})  # the directory of the region, for who keeps it
OF_CASES = frozenset(
    "case picture recorded criterion track summary grant revoked asking refusal exclusion happened goal action result decided "
    "heard heardname remark lesson age block guardian agreed withdrew letterto letter gathering venue".split()
)
OF_SHELTERS = frozenset(
    "lodger because lodging outcome waiter waitnote".split()
)  # no address: that asks what it is for
MAY = dict.fromkeys(CAST, STAFF) | {
    "amina": frozenset(WHAT)
    - {"invited", "trait"},  # weighs the reports: all of it, but no names of who is invited
    "farid": STAFF | {"invited"},  # manages people
    "gerda": STAFF | {"reference"},  # confirms the grounds
    "chris": STAFF | PARTNERS | OF_CASES | {"reference"},  # leads all cases of the municipality
    "dewi": STAFF | OF_CARE | OF_SHELTERS | {"reference"},  # gives on these grounds, gives care, places people
    "els": PARTNERS | {"package", "told", "notice", "purpose", "legal", "shared"},  # what Havenstad sent her
    "reporter": frozenset({"message"}),  # what the office answered
}
SURELY = {
    "story",
    "place",
    "moment",
    "earlier",
    "name",
    "contact",
    "safe_contact",
    "safe_channel",
    "safe_hours",
    "safe_words",
    "safe_person",
    "message",
    "note",
    "reason",
    "step",
    "file",
    "mark",
}
OPEN_TO_ALL = {"amina", "reporter", "nobody"}  # the public pages are the same for everybody else
STARTS = ["/werk/", "/werk/meldingen/", "/werk/meldingen/?lijst=afgerond", "/werk/toezicht/", "/werk/toezicht/verdwijnt/",
          "/werk/toezicht/verzoeken/", "/werk/doorgegeven/", "/werk/ontvangen/", "/werk/verbanden/", "/werk/melden/links/",
          "/werk/mensen/", "/werk/kennis/", "/werk/ik/", "/werk/grondslagen/", "/werk/vergelijken/"]  # fmt: skip
PUBLIC = ["/", "/zoeken/?q=zeldzaam", "/en/zoeken/?q=zeldzaam", "/overzicht/overzicht.jsonld", "/overzicht/overzicht.csv",
          "/melden/", "/melding/", "/melding/bericht/", "/gezond", "/check/", "/bestaat-niet/"]  # fmt: skip


@pytest.fixture
def people(cast, signed_in):
    """Everybody by name with a browser, and a world in which each sealed field holds its word."""
    exec(f"COUNT = 1\n{FILL}", {})
    found = {name: signed_in(getattr(cast, name)) for name in [*CAST, "els", "noor", "otto"]}
    reporter = Client()
    reporter.post("/melding/", {"code": codes.code_for("formulier-0000-" + "q" * 16)})
    return found | {"reporter": reporter, "nobody": Client()}


def places(people):
    """The addresses that anybody finds, at most EACH of one route, those of the record with the words first."""
    mine = str(Filing.objects.get().report_id)
    first = [
        f"/werk/meldingen/{mine}/{tail}"
        for tail in ("", "wegen/", "afschermen/", "doorsturen/", "splitsen/", "verbinden/")
    ]
    first += [f"/werk/meldingen/{mine}/stap/{step}/" for step in ("oppakken", "tweede", "heropenen")]
    first += [
        f"/werk/verbanden/melding/{mine}/",
        f"/werk/toezicht/meldingen/{mine}/uitstel/",
        f"/werk/toezicht/meldingen/{mine}/aantekening/",
    ]
    first += [
        f"/werk/meldingen/{mine}/bijlage/{pk}/"
        for pk in ReportFile.objects.filter(report=mine).values_list("pk", flat=True)
    ]
    of_case = [
        f"/werk/casussen/{pk}/{tail}"
        for pk in Case.objects.values_list("pk", flat=True)
        for tail in ("", "wie/", "plan/", "toestemming/", "vastleggen/", "criteria/", "spoor/")
    ]
    of_shelters = ["/werk/opvang/", "/werk/opvang/wachtlijst/"]
    of_shelters += [f"/werk/opvang/plaatsing/{pk}/" for pk in Placement.objects.values_list("pk", flat=True)]
    of_shelters += [
        f"/werk/opvang/{pk}/{tail}"
        for pk in Shelter.objects.values_list("pk", flat=True)
        for tail in ("", "wijzigen/")
    ]
    found = [*first, *of_case, *of_shelters, *STARTS, *PUBLIC, "/werk/toezicht/spoor.csv"]
    for name in ("amina", "chris", "gerda", "farid", "els", "reporter"):
        begin = of_case if name == "chris" else first
        found += [path for path, _ in walk(people[name], begin + STARTS, MOST)]
    seen, kept = Counter(), []
    for path in dict.fromkeys(found):
        try:
            route = resolve(path.split("?")[0].removeprefix("/en")).view_name
        except Resolver404:
            continue
        if path in first + of_case + of_shelters + STARTS + PUBLIC or seen[route] < EACH:
            seen[route] += 1
            kept.append(path)
    return kept


def posts(people):
    """What is fetched by a form: the pack for access, and the file that is sent on with its passphrase."""
    request, given = DataRequest.objects.get(), Disclosure.objects.first()
    pack, file = f"/werk/toezicht/verzoeken/{request.pk}/dossier/", f"/werk/doorgegeven/{given.pk}/bestand/"
    parts = re.findall(r'name="mee" value="([^"]+)"', people["amina"].get(pack).content.decode())
    asked = re.search(r'name="nonce" value="([^"]+)"', people["amina"].post(file).content.decode())
    nonce = asked[1] if asked else ""
    return [(pack, {"mee": parts, "gelezen": "ja"}), (file, {}), (file, {"nonce": nonce, "phrase": ""})]


def opened(answer, path):
    """The text of an answer; of a file what is in it, once opened as its receiver does."""
    body = answer.getvalue() if answer.streaming else answer.content
    if body[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(body)) as pack:
            return "".join(pack.read(name).decode() for name in pack.namelist())
    if body[:4] == b"%PDF" and path.startswith("/werk/"):
        from baken.sharing import sealed_file

        data = answer.wsgi_request.POST
        phrase = sealed_file.passphrase(Disclosure.objects.first().pk, data.get("nonce", ""))
        with pikepdf.open(io.BytesIO(body), password=phrase) as pdf:
            return pdf.attachments[sealed_file.ENCLOSED].get_file().read_bytes().decode()
    return body.decode(errors="replace")


def channel_of(answer, path):
    """Where it stands."""
    kind = answer.get("Content-Type", "")
    if path.removeprefix("/en").startswith("/zoeken/"):
        return "search"
    if path.startswith("/werk/toezicht/spoor.csv") or path.split("?")[0] == "/werk/toezicht/":
        return "trace"
    return "HTML" if "html" in kind else "JSON" if "json" in kind else "CSV" if "csv" in kind else "file"


def look(answer, path, seen):
    """Note the words in one answer, by where they stand."""
    text = opened(answer, path)
    title = re.search(r"<title>(.*?)</title>", text, re.DOTALL)
    seen["title"] |= set(WORD.findall(title[1] if title else ""))
    seen["header"] |= set(WORD.findall(f"{answer.headers} {path}"))
    seen[channel_of(answer, path)] |= set(WORD.findall(text))


def met(people):
    """person → channel → the fields whose word they met; and how many answers there were."""
    found, count = {}, 0
    paths, forms = places(people), posts(people)
    for name, browser in people.items():
        seen = found[name] = {channel: set() for channel in CHANNELS}
        mine = [path for path in paths if FULL or name in OPEN_TO_ALL or path not in PUBLIC]
        for path, data in [*((path, None) for path in mine), *forms]:
            answer = browser.get(path) if data is None else browser.post(path, data)
            look(answer, path, seen)
            count += 1
    return found, count


def mails():
    """Every mail that waited, sent; as text."""
    for waiting in DBTaskResult.objects.filter(task_path__contains="mail"):
        waiting.task.call(*waiting.args_kwargs["args"], **waiting.args_kwargs["kwargs"])
    return "".join(f"{each.subject} {each.body} {each.to}" for each in mail.outbox)


def test_everybody_sees_what_the_table_says_and_nothing_else(cast, people):
    found, count = met(people)
    leaks = {
        (name, channel, field)
        for name, seen in found.items()
        for channel, fields in seen.items()
        for field in fields - (MAY.get(name, NOBODY) if channel in MAY_HOLD else NOBODY)
    } - {("gerda", "trace", "colleague")}  # who did it, by name: that is what the trace is for
    cells = len(found) * len(WHAT) * len(CHANNELS)
    print(f"S3: {count} antwoorden, {cells} vakjes, {len(leaks)} lekken")
    assert sorted(leaks) == []
    assert cells >= 1_500
    assert found["amina"]["HTML"] >= SURELY  # the search finds what one may see
    assert {"package", "sound"} <= found["amina"]["file"]
    assert found["reporter"]["HTML"] == {"message"}
    assert {"package", "notice"} <= found["els"]["HTML"]
    assert found["dewi"]["HTML"] >= OF_SHELTERS
    told = mails()
    assert mail.outbox
    assert WORD.findall(told + repr(list(Trace.objects.values_list()))) == []


def test_every_role_is_in_the_table():
    assert {person for person in CAST if "colleague" not in MAY[person]} == set()
