"""Builders for tests: the answers of somebody who sends a report on, step by step."""

import re
from html import unescape

from baken.signals.tests.make import make_report

STORY = (
    "Jan de Vries bewaart de paspoorten van de mannen. Hij woont in de Kerkstraat 12, 1234 AB Havenstad, en belt met "
    "06-12345678. "
    "Zij slapen op matrassen en krijgen geen loon. De auto is 12-ABC-3."
)
TO_POLICE = {
    "recipient": "police", "place": "", "organisation": "Team Mensenhandel", "purpose": "protect", "ground": "public-task",
}  # fmt: skip
TO_DUINDORP = {
    "recipient": "municipality", "place": "duindorp", "organisation": "", "purpose": "help", "ground": "no-personal-data",
}  # fmt: skip
WHY = {
    "task": "Toezicht op huisvesting, artikel zoals afgesproken", "necessity": "De mannen lopen gevaar.",
    "subsidiarity": "Zonder het adres kan niemand erheen.",
}  # fmt: skip
READ = {"unrecognisable": "on", "necessity": "De locatie ligt in Duindorp."}
ID = "0b9f3c6e-5d8e-4a40-9a55-3f0f2f6a1c11"


def report_with_names(place):
    """A report full of names, numbers and places."""
    return make_report(place, story=STORY, name="Truus Melder", contact="06-11111111", form="n" * 32)


def address(report, tail="doorsturen/"):
    """The page of this report."""
    return f"/werk/meldingen/{report.pk}/{tail}"


def look(client, report, route, what, **more):
    """The page that shows what leaves, and what it shows."""
    answers = {"step": "what", "id": ID, "parts": ["story"], **route, **what, **more}
    page = client.post(address(report), answers)
    shown = re.search(r'<p class="story package">(.*?)</p>', page.content.decode(), re.DOTALL)
    return page, unescape(shown[1]) if shown else "", answers


def send(client, report, route, what, **more):
    """Look, and send exactly that; gives the answer and what was looked at."""
    page, shown, answers = look(client, report, route, what, **more)
    seal = re.search(r'name="seal" value="(\w+)"', page.content.decode())[1]
    return client.post(address(report), {**answers, "step": "look", "go": "send", "seal": seal}), shown
