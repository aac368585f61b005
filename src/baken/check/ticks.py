"""The list to tick: what fits a work setting first, grouped by what it is about."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from baken.catalogue import load
from baken.catalogue.items import Indicator

SUBJECTS: dict[str, "str | Promise"] = {
    "behaviour": _("Hoe iemand doet"),
    "control-coercion": _("Dwang en toezicht door een ander"),
    "appearance-health": _("Uiterlijk en gezondheid"),
    "documents": _("Papieren en identiteit"),
    "finance": _("Geld en schulden"),
    "work-conditions": _("Werk"),
    "housing": _("Wonen"),
    "location": _("De plek"),
    "relations": _("Mensen eromheen"),
    "recruitment": _("Hoe het begon"),
    "deception": _("Anders dan beloofd"),
    "abuse-of-vulnerability": _("Misbruik van een zwakke positie"),
    "transport": _("Vervoer"),
    "online": _("Online"),
}


@dataclass(frozen=True)
class Subject:
    """One group of the list."""

    title: "str | Promise"
    indicators: tuple[Indicator, ...]


def subjects_for(setting: str) -> tuple[list[Subject], list[Subject]]:
    """The groups that fit this setting, and those with everything else. Without a setting all stands in the first."""
    fitting = set(load().by_setting.get(setting, load().current))
    return _groups(fitting, inside=True), _groups(fitting, inside=False)


def _groups(fitting: set[Indicator], *, inside: bool) -> list[Subject]:
    found = []
    for key, title in SUBJECTS.items():
        chosen = [i for i in load().current if i.element_detail == key and (i in fitting) is inside]
        if chosen:
            found.append(Subject(title, tuple(sorted(chosen, key=lambda i: not i.acute))))
    return found
