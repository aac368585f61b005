"""Every route × every member of the cast and every state: exactly the answer of the table (S1)."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from baken.catalogue import load
from baken.knowledge.tests.make import make_contact
from baken.signals.tests.make import make_report
from tests.house.test_words import routes
from tests.proof import doors

WRITE = ["inbox:weigh", "inbox:answer", "inbox:note"]
LOCAL = ["change", "retire", "bring_back", "confirm"]


@pytest.fixture
def places(cast):
    """The words in the address of each route."""
    report, (group, type_) = make_report(cast.havenstad), next(key for key, found in load().cells.items() if found)
    slugs = {"type": "types", "group": "groups", "indicator": "indicators", "misconception": "misconceptions"}
    found = {f"knowledge:{name}": [next(iter(getattr(load(), kind)))] for name, kind in slugs.items()}
    found |= {"knowledge:setting": ["police"], "knowledge:card": ["police"], "knowledge:cell": [group, type_]}
    found |= {name: [report.pk] for name in ("inbox:record", *WRITE)}
    contact = make_contact(cast.amina)
    found |= {f"local:{name}": ["contact", contact.pk] for name in LOCAL} | {"local:add": ["contact"]}
    return found | {
        "accounts:person": [cast.amina.pk],
        "accounts:change": [cast.amina.pk, "rollen"],
        "accounts_join:join": ["nooit-geweest"],
    }


def browsers(cast, signed_in):
    people = {name: signed_in(getattr(cast, name)) for name in [*doors.STAFF, "noor", "otto"]}
    return people | {"nobody": Client()}


def of_house(name):
    return not name.startswith((doors.SIGN_IN, doors.SECOND_STEP)) or name in doors.GET


def test_every_route_stands_in_the_table():
    assert {name for name in routes() if of_house(name) and not name.startswith("demo:")} == set(doors.GET)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_door_opens_for_exactly_who_may(cast, signed_in, places, language):
    wrong = {}
    for who, browser in browsers(cast, signed_in).items():
        for name, table in doors.GET.items():
            path = reverse(name, args=places.get(name, []))
            path = (
                f"/en{path}" if language == "en" and name.startswith(("knowledge:", "signals:", "home:")) else path
            )
            for method in (browser.get, browser.head):
                got = method(path).status_code
                if got != table[who]:
                    wrong[f"{method.__name__} {name} {who}"] = (got, table[who])
    assert wrong == {}


def test_nobody_else_writes_to_a_report(cast, signed_in, places):
    for who, browser in browsers(cast, signed_in).items():
        for name in WRITE:
            got = browser.post(reverse(name, args=places[name]), {}).status_code
            assert got == (422 if who == "amina" else doors.ITS_FOCAL[who]), f"{name} {who}"


def test_nobody_else_changes_people(cast, signed_in, places):
    for who, browser in browsers(cast, signed_in).items():
        got = browser.post(reverse("accounts:change", args=places["accounts:change"]), {}).status_code
        assert got == (422 if who == "farid" else doors.ONE_PERSON[who]), who


def test_nobody_else_writes_local_knowledge(cast, signed_in, places):
    for who, browser in browsers(cast, signed_in).items():
        got = {
            browser.post(reverse(f"local:{name}", args=places[f"local:{name}"]), {}).status_code for name in LOCAL
        }
        assert got == ({422, 302} if who in ("amina", "bram", "farid") else {doors.ITS_LOCAL[who]}), who


@pytest.mark.parametrize("who", ["els", "bram", "farid"])
def test_what_does_not_exist_and_what_is_of_others_look_the_same(cast, signed_in, places, who):
    browser = signed_in(getattr(cast, who))
    theirs = browser.get(reverse("inbox:record", args=places["inbox:record"]))
    nothing = browser.get(reverse("inbox:record", args=[uuid.uuid4()]))
    assert (theirs.status_code, theirs.content) == (nothing.status_code, nothing.content)


@pytest.mark.parametrize("name", [name for name in sorted(routes()) if name.startswith(("account_", "mfa_"))])
def test_the_pages_of_signing_in_show_nobody_anything(cast, name):
    args = {"mfa_remove_webauthn": [1], "mfa_edit_webauthn": [1]}.get(name, [])
    assert Client().get(reverse(name, args=args)).status_code in {200, 302}, name


def test_the_demo_has_no_door_outside_the_demo(cast):
    assert Client().get("/demo/").status_code == 404
    assert Client().post("/demo/aanmelden/", {"who": str(cast.amina.pk)}).status_code == 404
