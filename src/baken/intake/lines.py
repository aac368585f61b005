"""What each line of an import says, and what is wrong with it: row, column, what to do."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from baken.catalogue import load
from baken.intake.tables import FORMULA, NotReadable, Table
from baken.ui.forms import LONGEST_ANSWER, LONGEST_STORY

COLUMNS = {
    "melding": "story", "waar": "place", "wanneer": "moment", "werkplek": "setting", "naam melder": "name",
    "contact melder": "contact", "veilig contact": "safe_contact",
    "veilig: hoe": "safe_channel", "veilig: wanneer": "safe_hours", "veilig: niet zeggen": "safe_words",
    "veilig: wie neemt op": "safe_person", "ontvangen op": "first_on", "eigen kenmerk": "reference",
}  # fmt: skip
HEADINGS = {name: heading for heading, name in COLUMNS.items()}
DATES = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y")


@dataclass
class Line:
    """One line: its number in the file, what it says by field, and problems as (column, what to do)."""

    number: int
    said: dict[str, str]
    problems: list[tuple[str, str]] = field(default_factory=list)

    def kept(self) -> dict[str, Any]:
        """As it is sealed away between preview and import."""
        return asdict(self)


def lines_of(table: Table, *, today: date) -> list[Line]:
    """Every line of the table, checked. Raises NotReadable when the headings are not those of the template."""
    if len(table) < 2:
        raise NotReadable(_("Er staan geen meldingen in. Zet onder de kopregel op elke regel één melding."))
    fields = _fields([heading.casefold() for heading in table[0][1]])
    found, seen = [], dict[tuple[str, ...], int]()
    for number, cells in table[1:]:
        said = {name: cells[place] for place, name in fields if place < len(cells)}
        line = Line(number, said, list(_wrong(said, today)))
        first = seen.setdefault(tuple(said.values()), number)
        if first != number:
            line.problems.append(("", _("Gelijk aan regel %(first)d. Haal er één weg.") % {"first": first}))
        found.append(line)
    return found


def _fields(headings: list[str]) -> list[tuple[int, str]]:
    unknown = [each for each in headings if each and each not in COLUMNS]
    twice = [each for each in headings if each and headings.count(each) > 1]
    if "melding" not in headings:
        raise NotReadable(_("De kolom ‘melding’ ontbreekt. Gebruik het sjabloon; de eerste regel zijn de kopjes."))
    if unknown or twice:
        names = ", ".join(dict.fromkeys(unknown + twice))
        raise NotReadable(
            _("Deze kolommen kennen wij niet of staan er dubbel: %(names)s. Haal ze weg.") % {"names": names}
        )
    return [(place, COLUMNS[heading]) for place, heading in enumerate(headings) if heading]


def _wrong(said: dict[str, str], today: date) -> Iterator[tuple[str, str]]:
    for name, text in said.items():
        longest = LONGEST_STORY if name == "story" else LONGEST_ANSWER
        if text == FORMULA:
            yield HEADINGS[name], _("Hier staat een formule. Plak alleen de waarde.")
        elif len(text) > longest:
            yield HEADINGS[name], _("Te lang. Maak er hooguit %(longest)d tekens van.") % {"longest": longest}
    if not said["story"]:
        yield "melding", _("Leeg. Schrijf op wat er gezien is.")
    if setting_of(said.get("setting", "")) is None:
        yield "werkplek", _("Onbekend. Laat het leeg, of gebruik een naam van de pagina Werkplekken.")
    if not _good_day(said.get("first_on", ""), today):
        yield "ontvangen op", _("Geen geldige dag. Schrijf bijvoorbeeld 24-11-2026; niet in de toekomst.")


def _good_day(text: str, today: date) -> bool:
    found = day_of(text)
    return text in ("", FORMULA) or (found is not None and found <= today)


def setting_of(text: str) -> str | None:
    """The id of the work setting of this id or name; empty for nothing, None when it is unknown."""
    if not text or text in load().settings:
        return text
    names = {
        item.title.say(language).casefold(): slug
        for slug, item in load().settings.items()
        for language in ("nl", "en")
    }
    return names.get(text.casefold())


def day_of(text: str) -> date | None:
    """The day that was written, in one of the ways of DATES."""
    for way in DATES:
        try:
            return datetime.strptime(text, way).date()  # noqa: DTZ007 (a day has no zone)
        except ValueError:
            continue
    return None
