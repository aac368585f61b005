"""Local knowledge as the desk shows it: a row of the list, how it will look, and where two versions differ."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from baken.knowledge import targets
from baken.knowledge.forms import LocalForm
from baken.knowledge.models import LocalContact, LocalItem, LocalText
from baken.knowledge.sorts import Sort
from baken.knowledge.targets import Beside, Part

PAGES = {
    Beside.SETTING: "knowledge:setting",
    Beside.TYPE: "knowledge:type",
    Beside.INDICATOR: "knowledge:indicator",
    Beside.MISCONCEPTION: "knowledge:misconception",
}


@dataclass(frozen=True)
class Row:
    """One line of the list: what it is called, what it says, and whether somebody should look at it."""

    item: Any
    sort: str
    title: str
    said: str
    due: bool
    page: str
    by: str = ""


def rows_of(sort: Sort, items: Iterable[Any]) -> list[Row]:
    """The lines of the list, what is due first. The name of each colleague is opened once."""
    names: dict[Any, str] = {}
    rows = []
    for item in items:
        if item.changed_by_id and item.changed_by_id not in names:
            names[item.changed_by_id] = item.changed_by.name
        rows.append(replace(row_of(sort, item), by=names.get(item.changed_by_id, "")))
    return sorted(rows, key=lambda row: not row.due)


def row_of(sort: Sort, item: Any) -> Row:
    """The line of one contact point or text."""
    if isinstance(item, LocalText):
        title, said = _title(item), item.text_nl
    else:
        title, said = item.name, " · ".join(filter(None, [item.phone, item.hours_nl, item.email, item.url]))
    due = item.is_due and item.retired_on is None
    return Row(item, sort.slug, title, said, due, _page(item))


def _title(text: LocalText) -> str:
    title = targets.title_of(text.beside, text.item, get_language() or "nl")
    return title if text.part == Part.WHOLE else f"{title}: {text.get_part_display()}"


def _page(item: Any) -> str:
    """Where everybody sees it; an advice has no page of its own, and what only colleagues see is on no page."""
    tail = f"?gemeente={item.municipality.slug}"
    if isinstance(item, LocalContact):
        return reverse("knowledge:contacts") + tail if item.is_public else ""
    return reverse(PAGES[Beside(item.beside)], args=[item.item]) + tail if item.beside in PAGES else ""


def kept_where(item: LocalItem) -> str:
    """Where people see what was just kept."""
    if isinstance(item, LocalContact) and not item.is_public:
        return gettext("Bewaard. Alleen collega's zien het, op Vandaag.")
    return gettext("Bewaard. Het staat nu op de site.")


def shown_beside(item: Any) -> dict[str, Any] | None:
    """The national words that a text of the municipality stands beside."""
    if not isinstance(item, LocalText):
        return None
    words = targets.national(item.beside, item.item, item.part, get_language() or "nl")
    return {"title": _title(item), "words": words}


def preview_of(sort: Sort, form: LocalForm, *, item: Any, beside: str) -> dict[str, Any] | None:
    """How what was typed will look on the site, with the national words; nothing is stored."""
    if not form.is_bound or not form.is_valid():
        return None
    typed = sort.model(**sort.values(form, beside=beside), checked_on=timezone.localdate())
    if isinstance(typed, LocalContact):
        return {"contacts": [typed], "for_colleagues": not typed.is_public}
    if isinstance(item, LocalText) and isinstance(typed, LocalText):
        typed.beside, typed.item, typed.part = item.beside, item.item, item.part
    return {"texts": [typed], "national": shown_beside(typed)}


def differences(form: LocalForm, theirs: Any, mine: dict[str, Any]) -> list[tuple[Any, str, str]]:
    """The fields in which two versions differ: label, what stands there now, what I typed."""
    return [
        (form.fields[name].label, _words(theirs, name, getattr(theirs, name)), _words(theirs, name, value))
        for name, value in mine.items()
        if getattr(theirs, name) != value
    ]


def _words(item: Any, name: str, value: Any) -> str:
    said: str | Promise = dict(item._meta.get_field(name).flatchoices).get(value, value)
    if isinstance(value, bool):
        said = _("Ja") if value else _("Nee")
    return str(said) if said not in ("", None) else "–"
