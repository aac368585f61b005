"""S16: what retention destroys is gone from every file, and what must stay stays, also when many work at once."""

from django.apps import apps

from tests.house.test_words import OURS
from tests.proof.office import Office
from tests.proof.scan import bytes_of

READY = """
import threading
from django.db import connection
from django.utils import timezone
from baken.accounts.models import Municipality, User
from baken.oversight import services as oversight
from baken.oversight.models import PurgeEntry
from baken.oversight.purge import purge
from baken.oversight.tests.make import close, confirm_all, make_request, make_stay, marked
from baken.privacy import leftovers, trace
from baken.privacy.retention import later
from baken.signals import services
from baken.signals.models import InternalNote, Message, Report, Weighing
from baken.signals.tests.make import make_report
place = Municipality.objects.get(slug="havenstad")
amina = User.objects.get(email__startswith="amina@havenstad")
today = timezone.localdate()
"""
FILL = """
confirm_all(place, amina)
for number in range(4):
    report = make_report(place, form=f"weg-{number:020d}", name="Iemand", contact="06 12345678")
    services.add_message(report, text="antwoord", form=f"bericht-{number:020d}", by=amina)
    Message.objects.filter(report=report).update(on=today.replace(year=today.year - 3, day=1))
    services.add_note(report, text="notitie", by=amina)
    make_stay(report, amina).delete()
    marked(report, amina)
    asked = make_request(amina, report)
    oversight.identify(asked, how="paspoort gezien", by=amina)
    oversight.decide_request(asked, decision="refused", answer="uitleg", by=amina)
    close(report, amina, months_ago=14)
"""
VALUES = """
from django.apps import apps
from baken.privacy.sealed import SealedText
for model in (Report, Message, InternalNote, Weighing, apps.get_model("oversight", "ReportMark")):
    names = [f.attname for f in model._meta.concrete_fields if isinstance(f, SealedText)]
    names += [name for name in ("code_hash", "form_hash") if hasattr(model, name)]
    long_ago = later(today, -13)  # what the demo closed later has longer to go
    about = {"closed_on__lt": long_ago} if model is Report else {"report__closed_on__lt": long_ago}
    rows = model.objects.filter(**about).values_list(*names)
    for row in rows:
        for value in row:
            if value:
                print((value.encode() if isinstance(value, str) else bytes(value)).hex())
"""
PURGE = """
print(sum(each.count for each in purge(today)), leftovers.wipe())
"""
TOGETHER = """
confirm_all(place, amina)
reports = [close(make_report(place, form=f"samen-{n:020d}"), amina, months_ago=14) for n in range(12)]
held, failed = [], []
def run(work):
    try:
        work()
    except Exception as why:
        failed.append(repr(why))
    finally:
        connection.close()
def hold():
    for report in reports[::2]:
        try:
            make_stay(report, amina)
            held.append(report.pk)
        except oversight.NotPossible:
            pass
threads = [threading.Thread(target=run, args=(work,)) for work in (lambda: purge(today), lambda: purge(today), hold)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
left = set(Report.objects.filter(pk__in=[each.pk for each in reports]).values_list("pk", flat=True))
counted = sum(PurgeEntry.objects.values_list("count", flat=True))
print(failed == [], left == set(held), counted == 12 - len(held), trace.breaks() == [])
"""


def filled(folder):
    office = Office(folder)
    office.ask("from baken.config import start; start.ready(make_key=True); start.tables()\n"
               "from baken.home import demo; demo.fill()")  # fmt: skip
    return office


def test_after_the_purge_no_file_holds_anything_of_it(tmp_path):
    office = filled(tmp_path / "data")
    office.ask(READY + FILL)
    sought = [bytes.fromhex(line) for line in office.ask(READY + VALUES).split()]
    assert len(sought) >= 4 * 12
    before = bytes_of(office.data)
    assert all(value in before for value in sought)
    assert office.ask(READY + PURGE).split() == ["4", "True"]
    after = bytes_of(office.data)
    assert [value for value in sought if value in after] == []


def test_purges_and_holds_at_once_lose_nothing_that_was_held(tmp_path):
    assert filled(tmp_path / "data").ask(READY + TOGETHER).split() == ["True"] * 4


def test_what_belongs_to_a_report_goes_with_it():
    """No row of a room further on can stay behind when its report goes."""
    report = apps.get_model("signals", "Report")
    for model in OURS:
        for field in model._meta.concrete_fields:
            if field.related_model is report:
                assert field.remote_field.on_delete.__name__ in {"CASCADE", "SET_NULL"}, (
                    f"{model.__name__}.{field.name}"
                )
