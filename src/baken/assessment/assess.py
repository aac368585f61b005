"""The whole way: a note in, an explained assessment out. Same input, same output, always."""

from collections.abc import Mapping
from dataclasses import replace

from baken.assessment import acute, advise, explain
from baken.assessment.decisive import decisive
from baken.assessment.findings import found_in
from baken.assessment.indications import Weighed, indications
from baken.assessment.judge import Around
from baken.assessment.observation import Assessment, Indication, Note, Observation, Status
from baken.assessment.person import language_of, minor_in
from baken.assessment.reader import reader
from baken.assessment.words import words_of
from baken.catalogue import Catalogue

LONGEST = 20_000  # characters: enough to know what a text as a whole is like


class UnknownIndicator(ValueError):
    """A ticked indicator that the catalogue does not know."""


def observe(note: Note, catalogue: Catalogue) -> tuple[Observation, ...]:
    """Ticks as they are, and what is read in the text with its place and status. Raises UnknownIndicator."""
    for slug in note.ticks:
        if slug not in catalogue.indicators:
            raise UnknownIndicator(slug)
    ticked = tuple(Observation(slug) for slug in dict.fromkeys(note.ticks))
    if not note.text.strip():
        return ticked
    around = Around(note.setting, note.minor if note.minor is not None else minor_in(note.text))
    read = found_in(note.text, note.language or language_of(note.text), catalogue, around)
    return ticked + tuple(read)


def _indication(weighed: Weighed, catalogue: Catalogue, language: str, because: str | None) -> Indication:
    return Indication(
        type=weighed.type,
        strength=weighed.strength,
        score=weighed.score,
        act=weighed.of("act"),
        means=weighed.of("means"),
        purpose=weighed.of("purpose"),
        reasons=explain.reasons(weighed, catalogue, language, because),
    )


def concern_of(found: list[Weighed], *, acute: bool) -> str:
    """`high` with any moderate or strong indication, or acute; `low` with only weak ones; otherwise `none`."""
    if acute or any(each.strength != "weak" for each in found):
        return "high"
    return "low" if found else "none"


def assess(
    note: Note, catalogue: Catalogue, *, language: str = "nl", observations: tuple[Observation, ...] | None = None
) -> Assessment:
    """Assess a note; reasons in `language`. `observations`: use these (as a person corrected them) instead of reading.

    Raises UnknownIndicator for a tick that does not exist.
    """
    note = replace(note, minor=note.minor if note.minor is not None else minor_in(note.text))
    seen = observe(note, catalogue) if observations is None else observations
    affirmed = tuple(dict.fromkeys(each.indicator for each in seen if each.status is Status.AFFIRMED))
    minor, danger = bool(note.minor), False
    leaning: Mapping[str, float] = {}
    if affirmed and note.text.strip():
        reads, words = reader(catalogue), words_of(note.text[:LONGEST])
        leaning, danger = reads.read(words).types, reads.features.speaks_of(acute.DANGER, words)
    found = indications(affirmed, catalogue, minor=minor, lean=leaning)
    because = acute.because(affirmed, found, catalogue, minor=minor, danger=danger, leaning=leaning)
    concern = concern_of(found, acute=because is not None)
    types = tuple(each.type for each in found)
    changing = decisive(found, minor=note.minor)
    situation = advise.Situation(types, note.setting, note.minor, because is not None, concern, changing)
    return Assessment(
        concern=concern,
        acute=because is not None,
        minor=note.minor,
        indications=tuple(
            _indication(each, catalogue, language, because if place == 0 else None)
            for place, each in enumerate(found)
        ),
        observations=seen,
        unknown=explain.unknown(found, minor=note.minor, decisive=changing, language=language),
        advice=advise.advise(situation, catalogue),
        content_version=catalogue.version,
        language=language,
        affirmed=affirmed,
    )
