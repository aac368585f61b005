"""What somebody is called, where they come from and what they speak changes nothing, in patterns, reader and judge together."""

import pytest

from baken.assessment.assess import assess
from baken.assessment.observation import Note
from baken.catalogue import load

NOTES = [
    "Bij de controle zei {name} niets. De {origin} man die alles regelt had de paspoorten van zes mensen in een la. Tolk {language} gevraagd.",
    "Vandaag kwam {name} langs, spreekt {language}. Zij moet elke avond het geld afgeven aan een {origin} kennis en durft niet te stoppen.",
    "Buurvrouw {name} vertelde dat haar {origin} collega een nieuw paspoort aanvraagt voor de vakantie. Les {language} gaat goed.",
    "Volgens {name} slapen er acht {origin} mannen in de loods achter de zaak, ze werken zes dagen per week en spreken {language}.",
]
PEOPLE = [
    ("Jan", "Nederlandse", "Nederlands"),
    ("Mehmet", "Turkse", "Turks"),
    ("Oksana", "Oekraïense", "Russisch"),
    ("Blessing", "Nigeriaanse", "Engels"),
    ("Nguyen", "Vietnamese", "Vietnamees"),
    ("Fatima", "Marokkaanse", "Arabisch"),
    ("Elena", "Roemeense", "Roemeens"),
]


def outcome(text):
    found = assess(Note(text), load())
    types = [(each.type, each.strength, each.score) for each in found.indications]
    return found.concern, found.acute, types, [(each.indicator, each.status) for each in found.observations]


@pytest.mark.parametrize("note", NOTES)
def test_who_somebody_is_changes_nothing(note):
    outcomes = [
        outcome(note.format(name=name, origin=origin, language=language)) for name, origin, language in PEOPLE
    ]
    assert outcomes == [outcomes[0]] * len(PEOPLE)
