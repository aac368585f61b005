"""Fifty clients want the same place in the same second, on a real database: one has it, forty-nine read one clear sentence
and see the next places. And whatever is tried at once in one house, no night of a place is ever held twice.
"""

import json
import tempfile
from pathlib import Path

import pytest

from tests.proof.office import FULL, Office
from tests.proof.postgres import postgres

pytestmark = pytest.mark.slow
ROUNDS, CLIENTS, OPERATIONS = (20, 50, 5_000) if FULL else (1, 50, 120)
READY = """
from baken.config import start
start.ready(make_key=True)
start.tables()
import json, random, threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import OperationalError, connection
from django.test import Client
from baken.accounts.tests.make import make_municipality, make_person
from baken.partners.tests.make import make_organisation
from baken.privacy import trace
from baken.shelter import finding, placing, services
from baken.shelter.models import HeldNight, Place, Placement
from baken.shelter.tests.make import a_stay, make_place, make_shelter
settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
town = make_municipality("Havenstad")
people = [make_person(f"{name} Maas", town, "care_coordinator") for name in ("Dewi", "Rik", "Vera", "Teun", "Saar")]
for person in people:
    Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={"secret": "JBSWY3DPEHPK3PXP"})
organisation = make_organisation("Opvang Het Anker (verzonnen)", kind="opvang", recipient="shelter", by=people[0])
house = make_shelter(people[0], organisation)
rooms = [make_place(house, people[0], name=f"Kamer {n}") for n in range(max(ROUNDS, 3) + 3)]
services.confirm(house, free=len(rooms), by=people[0])
first = finding.tonight()
"""
RACE = """
clients = []
for number in range(CLIENTS):
    client = Client(HTTP_HOST="localhost")
    client.force_login(people[number % len(people)], backend="baken.accounts.backend.StaffBackend")
    clients.append(client)
told = {"first": first.isoformat(), "nights": "3", "sex": "woman", "alias": "Vrouw K", "because": "Past.", "asked": "on"}
came = []
for turn in range(ROUNDS):
    room, together = rooms[turn], threading.Barrier(CLIENTS)
    def want(number):
        together.wait()
        try:
            answer = clients[number].post(f"/werk/opvang/plek/{room.pk}/reserveren/", told | {"once": f"beurt-{turn}-{number}"})
            page = answer.content.decode()
            return answer.status_code, page.count("net aan iemand anders gegeven"), page.count("Reserveer een uur"), f"plek/{room.pk}/reserveren" in page
        finally:
            connection.close()
    with ThreadPoolExecutor(CLIENTS) as pool:
        came += list(pool.map(want, range(CLIENTS)))
    held = HeldNight.objects.filter(place=room)
    assert held.count() == 3 and held.values("placement").distinct().count() == 1, held
assert Placement.objects.count() == ROUNDS
print(json.dumps({"came": [[*each, count] for each, count in Counter(came).items()], "breaks": trace.breaks()}))
"""
MIXED = """
done, told, broken, lock = Counter(), Counter(), Counter(), threading.Lock()
def one(state): return Placement.objects.filter(state__in=state).order_by("?").first()
def reserve(chance, by): placing.reserve(chance.choice(rooms), a_stay(first=chance.randrange(8), nights=chance.randint(1, 5)), by=by)
def place(chance, by):
    found = one(["reserved"]); found and placing.place(found, seen=found.revision, by=by)
def extend(chance, by):
    found = one(["reserved", "placed"]); found and placing.extend(found, until=found.until + timedelta(days=2), seen=found.revision, by=by)
def move(chance, by):
    found = one(["reserved", "placed"]); found and placing.move(found, chance.choice(rooms), first=found.first_night, because="x", seen=found.revision, by=by)
def end(chance, by):
    found = one(["reserved", "placed"]); found and placing.end(found, until=found.first_night + timedelta(days=1), text="", seen=found.revision, by=by)
def close(chance, by): services.close_nights(chance.choice(rooms), first, first + timedelta(days=2), by=by)
def open_again(chance, by): services.open_nights(chance.choice(rooms), first, first + timedelta(days=2), by=by)
def lapse(chance, by): Placement.objects.filter(state="reserved").update(reserved_until=finding.timezone.now())
WAYS = [reserve] * 5 + [place, extend, move, move, end, close, open_again, lapse]
def work(number):
    chance = random.Random(number)
    do = chance.choice(WAYS)
    try:
        do(chance, chance.choice(people))
        kind = done
    except (services.NotPossible, services.Changed):
        kind = told
    except OperationalError as error:
        kind = broken
    finally:
        connection.close()
    with lock:
        kind[do.__name__] += 1
with ThreadPoolExecutor(16) as pool:
    list(pool.map(work, range(OPERATIONS)))
wrong = [str(each.pk) for each in Placement.objects.filter(state__in=["reserved", "placed"])
         if list(each.held.order_by("night").values_list("night", flat=True)) != each.nights or set(each.held.values_list("place", flat=True)) - {each.place_id}]
left = HeldNight.objects.filter(placement__state__in=["expired", "refused"]).count()
print(json.dumps({"done": done, "told": told, "broken": broken, "wrong": wrong, "left": left, "breaks": trace.breaks()}))
"""


def asked(folder, code, database=""):
    words = f"ROUNDS, CLIENTS, OPERATIONS = {ROUNDS}, {CLIENTS}, {OPERATIONS}\n{READY}\n{code}"
    return json.loads(Office(folder, database=database).ask(words).splitlines()[-1])


def one_wins(told, kind):
    print(f"{kind}: {CLIENTS} tegelijk, {ROUNDS} keer: {told['came']}")
    won, lost = ([each for each in told["came"] if each[0] == status] for status in (302, 409))
    assert sum(each[-1] for each in won) == ROUNDS
    assert sum(each[-1] for each in lost) == ROUNDS * (CLIENTS - 1)
    assert all(said == 1 and others >= 1 and not again for _, said, others, again, _ in lost)
    assert told["breaks"] == []


def all_fits(told, kind):
    print(f"{kind}: gedaan {told['done']}, gezegd {told['told']}")
    assert (told["broken"], told["wrong"], told["left"], told["breaks"]) == ({}, [], 0, [])
    assert sum(told["done"].values()) > OPERATIONS / 4
    assert sum(told["told"].values()) > 0


@pytest.fixture(params=["SQLite", "PostgreSQL"])
def database(request):
    """The kind of database, and its address."""
    if request.param == "SQLite":
        yield "SQLite", ""
        return
    with tempfile.TemporaryDirectory() as folder, postgres(Path(folder)) as address:
        if address is None:
            pytest.skip("PostgreSQL is hier niet: sla dit over, of installeer het (apt install postgresql)")
        yield "PostgreSQL", address


def test_of_fifty_who_want_the_same_place_one_has_it_and_the_others_see_the_next(tmp_path, database):
    kind, address = database
    one_wins(asked(tmp_path / "data", RACE, address), kind)


def test_whatever_is_done_at_once_in_a_house_each_night_has_one_holder(tmp_path, database):
    kind, address = database
    all_fits(asked(tmp_path / "data", MIXED, address), kind)
