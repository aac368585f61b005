"""Chris leads a meeting of three cases with two partners by keyboard only; every key beside the text is counted."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from baken.casework.models import ActionPoint, CaseNote, Decision
from baken.casework.tests.make import make_action
from baken.meetings import access, holding
from baken.meetings.models import ItemPresence, Meeting, Participant
from baken.meetings.tests.make import begun, make_table, opened

pytestmark = pytest.mark.browser
AXE = (Path(__file__).resolve().parents[2] / "node_modules/axe-core/axe.min.js").read_text()
MOST_KEYS = 20


class Keyboard:
    """Presses keys and counts them. `write` is the text itself, which does not count; `Control+Enter` counts as two."""

    def __init__(self, page):
        self.page, self.keys = page, 0

    def press(self, *keys):
        for key in keys:
            self.keys += key.count("+") + 1 if len(key) > 1 else 1
            self.page.keyboard.press(key)

    def write(self, text):
        self.page.keyboard.type(text)

    def go(self, key, where):
        self.press(key)
        self.page.wait_for_url(where)


@pytest.fixture
def table(cast):
    """Three cases, each with two open action points of last time."""
    table = make_table(cast)
    for case in table.cases[1:]:
        for text in ("Vraagt het register op.", "Gaat langs."):
            make_action(case, cast.chris, text=text, track=table.salon if case == table.cases[1] else None)
    table.old += list(ActionPoint.objects.filter(case__in=table.cases[1:]))
    return table


def a_usual_case(board, *, owner, other):
    """Open it, settle two, note, decide, agree on two, and go on."""
    board.go("Enter", "**/casus/*/")  # the door: everybody who may stays
    board.press("g")
    board.write("Gedaan, het is geregeld.")
    board.press("Tab", "v")
    board.write("Niet meer nodig.")
    board.press("Tab")
    board.write("Zij wil hulp, en geen aangifte.")
    board.press("Tab", "2")
    board.write("Hulp start morgen, door de zorgcoördinator.")
    board.press("Tab")
    board.write("Belt haar op.")
    board.press("Tab", owner, "Tab", "7", "Tab")
    board.write("Vraagt de gegevens op.")
    board.press("Tab", other, "Tab", "3")


def test_a_meeting_of_three_cases_by_keyboard_only(cast, table, visit):
    page = visit(cast.chris, viewport={"width": 1360, "height": 900})
    board, counted = Keyboard(page), []
    page.goto(f"/werk/overleg/{table.meeting.pk}/")
    page.get_by_role("link", name="Begin het overleg").focus()
    board.go("Enter", "**/begin/")
    expect(page.get_by_label("Loes Groen")).to_be_checked()
    board.go("Enter", "**/openen/")
    expect(page.get_by_text("Mo Jansen ziet deze casus niet: laat Mo Jansen even gaan.")).to_be_visible()
    expect(page.get_by_text("Casusoverleg buiten de WGS").first).to_be_visible()
    for place in range(3):
        board.keys = 0
        a_usual_case(board, owner="c", other="m" if place == 1 else "c")
        board.go("Control+Enter", "**/openen/" if place < 2 else "**/slot/")
        counted.append(board.keys)
    print(f"toetsen per casus: {counted}")
    assert max(counted) < MOST_KEYS
    rows = page.get_by_role("row")
    assert rows.count() == 7  # two action points a case, and the heading
    assert page.get_by_text("Mo Jansen").count() == 1
    board.go("Enter", f"**/werk/overleg/{table.meeting.pk}/")
    expect(page.get_by_text("Klaar").first).to_be_visible()
    assert CaseNote.objects.filter(meeting=table.meeting.pk).count() == Decision.objects.count() == 3
    assert set(Decision.objects.values_list("kind", flat=True)) == {"hulp_zonder_aangifte"}
    assert ActionPoint.objects.filter(meeting=table.meeting.pk).count() == 6
    states = sorted(ActionPoint.objects.filter(meeting=None).values_list("state", flat=True))
    assert states == ["done"] * 3 + ["dropped"] * 3
    present = {
        (each.item.order, each.user.name.split()[0])
        for each in ItemPresence.objects.select_related("item", "user")
    }
    assert present == {(0, "Chris"), (1, "Chris"), (1, "Mo"), (2, "Chris")}


def test_without_javascript_it_is_a_plain_form(cast, table, visit):
    opened(begun(table.meeting, cast.chris), 2)
    item = table.meeting.items.get(order=2)
    page = visit(cast.chris, java_script_enabled=False)
    page.goto(f"/werk/overleg/{table.meeting.pk}/casus/{item.pk}/")
    page.get_by_label("Gedaan").first.check()
    page.get_by_label("Wat kwam eruit?").first.fill("Geregeld.")
    page.get_by_label("Aantekening").fill("Zonder script.")
    page.get_by_role("button", name="Leg vast en ga verder").click()
    page.wait_for_url("**/openen/")
    assert CaseNote.objects.get().text == "Zonder script."


def test_a_partner_sees_the_meeting_and_only_their_case(cast, table, visit):
    page = visit(cast.mo, viewport={"width": 390, "height": 844})
    page.goto("/werk/")
    page.get_by_role("link", name=table.meeting.title).click()
    expect(page.get_by_role("link", name=table.cases[1].number)).to_be_visible()
    assert page.get_by_text(table.cases[0].number).count() == 0
    with page.expect_download() as fetched:
        page.get_by_role("link", name="Zet in je agenda").click()
    assert re.fullmatch(r"overleg-o-[0-9a-f]{6}\.ics", fetched.value.suggested_filename)


def test_the_minutes_are_fetched_as_word_and_pdf(cast, table, visit):
    opened(begun(table.meeting, cast.chris), 1, cast.mo)
    holding.end(table.meeting, by=cast.chris)
    page = visit(cast.chris)
    page.goto(f"/werk/overleg/{table.meeting.pk}/verslag/")
    for name, ending in (("Word Mo Jansen", "docx"), ("PDF Mo Jansen", "pdf")):
        with page.expect_download() as fetched:
            page.get_by_role("button", name=name).click()
        assert (
            fetched.value.suggested_filename
            == f"verslag-{table.meeting.number.lower()}-{table.meeting.on}.{ending}"
        )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_of_meetings_is_accessible_on_a_small_phone(cast, table, visit, scheme):
    page = visit(cast.chris, bypass_csp=True, viewport={"width": 320, "height": 700}, color_scheme=scheme)
    own, wrong = f"/werk/overleg/{table.meeting.pk}/", {}
    item = table.meeting.items.get(order=0)

    def look(*paths):
        for path in paths:
            assert page.goto(path).status == 200, path
            page.evaluate(AXE)
            found = page.evaluate("axe.run().then(result => result.violations.map(each => each.id))")
            if found or page.evaluate("document.documentElement.scrollWidth") > 320:
                wrong[path] = found

    look("/werk/overleg/", "/werk/overleg/?lijst=geweest", "/werk/overleg/nieuw/", own)
    look(
        *(
            f"{own}{tail}"
            for tail in ("wijzigen/", "mensen/", "agenda/", f"agenda/{item.pk}/", "begin/", f"casus/{item.pk}/")
        )
    )
    seen = begun(table.meeting, cast.chris)
    look(own, f"{own}casus/{item.pk}/openen/")
    opened(seen, 0)
    look(f"{own}casus/{item.pk}/", f"{own}slot/")
    holding.end(table.meeting, by=cast.chris)
    look(own, f"{own}verslag/", f"{own}casus/{item.pk}/")
    assert wrong == {}


def test_the_first_meeting_is_planned_from_nothing(cast, table, visit):
    page = visit(cast.chris)
    page.goto("/werk/overleg/")
    page.get_by_role("link", name="Plan een overleg").click()
    page.get_by_label("Hoe noem je het?").fill("Casusoverleg week 51")
    page.get_by_label("Dag").fill("2031-01-08")
    page.get_by_label("Begint om").fill("09:30")
    page.get_by_label("Waar?").fill("Kamer 3")
    page.get_by_role("button", name="Plan", exact=True).click()
    page.get_by_role("link", name="Kies de casussen").click()
    for name in ("Loods aan de kade", "Nagelsalon"):
        page.get_by_label(re.compile(name)).check()
    page.get_by_role("button", name="Zet op de agenda").click()
    page.get_by_role("link", name="Nodig mensen uit").click()
    page.get_by_label(re.compile("Loes Groen.*ziet 1 casus")).check()
    page.get_by_role("button", name="Nodig uit").click()
    expect(page.get_by_role("list").filter(has_text="Loes Groen").last).to_be_visible()
    rows = page.locator(".agenda > li")
    second = "Nagelsalon" if "Nagelsalon" in rows.last.inner_text() else "Loods aan de kade"
    page.get_by_role("button", name="Omlaag").first.click()
    expect(rows.first).to_contain_text(second)
    rows.filter(has_text="Loods").get_by_role("link", name=re.compile("Wijzig")).click()
    page.get_by_label(re.compile("Slachtoffer A")).check()
    page.get_by_role("button", name="Bewaar").click()
    meeting = Meeting.objects.exclude(pk=table.meeting.pk).get()
    about = {each.case.name: list(each.tracks.all()) for each in meeting.items.all()}
    assert about == {"Loods aan de kade": [table.victim], "Nagelsalon": []}
    assert Participant.objects.filter(meeting=meeting).count() == 2
    assert access.times_of(meeting)
