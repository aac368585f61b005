"""From a report and choices to the package that leaves: what goes, what is hidden, and what that shows. Pure reading."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import override

from baken.accounts.models import User
from baken.assessment.stored import assessment_in
from baken.catalogue import load
from baken.check.result import result_of
from baken.sharing.masking import Found, findings, masked
from baken.sharing.models import number_of
from baken.sharing.package import Package
from baken.sharing.words import PARTS, PURPOSES, RECIPIENTS
from baken.signals import access
from baken.signals.models import Message, Report, ReportFile
from baken.ui.templatetags.ui import day


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What somebody chose to send on, to whom and why. `needed`: keys of findings that are not hidden."""

    id: uuid.UUID
    recipient: str
    organisation: str
    purpose: str
    ground: str
    parts: tuple[str, ...]
    needed: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    files: frozenset[str] = frozenset()  # ids of the files that go along, as they are
    given: dict[str, str] = field(default_factory=dict)  # the needs of the ground, answered


@dataclass(frozen=True)
class Composed:
    """The package, and what about it matters to the rule."""

    package: Package
    shown: frozenset[str]
    whole: bool
    files: tuple[ReportFile, ...] = ()


def parts_of(report: Report, talk: list[Message]) -> tuple[str, ...]:
    """What there is to send on."""
    there = {
        "story": True,
        "place": bool(report.place or report.moment),
        "assessment": True,
        "messages": bool(talk),
    }
    return tuple(part for part in PARTS if there[part])


def texts_of(report: Report, talk: list[Message]) -> dict[str, list[str]]:
    """The words of people in each part, as they stand in the report now."""
    return {
        "story": [report.story],
        "place": [report.place, report.moment],
        "assessment": [],
        "messages": [message.text for message in talk],
    }


def files_of(report: Report, talk: list[Message]) -> tuple[ReportFile, ...]:
    """Every file of the report and of its messages, oldest first, without content."""
    said = [file for message in talk for file in message.files.all()]
    return (*access.files_of(report), *said)


def found_in(report: Report, parts: Iterable[str]) -> tuple[Found, ...]:
    """The personal data in these parts of the report."""
    texts = texts_of(report, access.talk_of(report))
    return findings([text for part in parts for text in texts[part]])


def compose(report: Report, choices: Choices, *, by: User, on: date) -> Composed:
    """What would leave, in Dutch, with everything hidden that is not needed."""
    talk = access.talk_of(report)
    texts = texts_of(report, talk)
    chosen = [part for part in parts_of(report, talk) if part in choices.parts]
    before = [text for part in chosen for text in texts[part]]
    after = masked(before, needed=choices.needed, words=choices.words)
    left = iter(after)
    hidden = {part: [next(left) for _text in texts[part]] for part in chosen}
    with override("nl"):
        sections = tuple((str(PARTS[part]), _section(part, hidden[part], report, talk)) for part in chosen)
        files = tuple(each for each in files_of(report, talk) if str(each.pk) in choices.files)
        facts, told = _facts(report, choices, by, on), _told(hidden, sections)
        package = Package(_("Doorgestuurde melding"), facts, sections + _listed(files), told=told)
    everything = set(chosen) == set(parts_of(report, talk)) and tuple(before) == after and bool(findings(before))
    shown = {each.what for each in findings(after)} | ({"file"} if files else set())
    return Composed(package, frozenset(shown), everything, files)


def outside(report: Report, choices: Choices, told: str, *, by: User, on: date) -> Composed:
    """What was given already, outside Baken, in the words of who gave it; `on` is that day."""
    with override("nl"):
        sections = ((_("Wat is doorgegeven"), told),)
        package = Package(_("Doorgegeven buiten Baken om"), _facts(report, choices, by, on), sections, told=told)
    return Composed(package, frozenset(each.what for each in findings([told])), False)


def _listed(files: tuple[ReportFile, ...]) -> tuple[tuple[str, str], ...]:
    """The section that says which files go along; none when there are none."""
    if not files:
        return ()
    lines = [
        f"{each.safe_name}: {str(each.kind.label).lower()}, {each.size_said}, {day(each.on)}" for each in files
    ]
    return ((_("Bijlagen"), "\n".join([*lines, _("In een bijlage is niets afgeschermd.")])),)


def _facts(report: Report, choices: Choices, by: User, on: date) -> tuple[tuple[str, str], ...]:
    ground = load().grounds[choices.ground]
    title = ground.title.nl + (f" ({'; '.join(ground.refs)})" if ground.refs else "")
    receiver = ", ".join(part for part in (str(RECIPIENTS[choices.recipient]), choices.organisation) if part)
    return (
        (_("Kenmerk"), number_of(choices.id)),
        (_("Van"), by.municipality.name),
        (_("Aan"), receiver),
        (_("Datum"), day(on)),
        (_("Over"), _("een melding van %(day)s") % {"day": day(report.received_on)}),
        (_("Doel"), str(PURPOSES[choices.purpose])),
        (_("Grondslag"), title),
        (
            _("Let op"),
            _("Gebruik dit alleen voor dit doel. Een label tussen haken staat voor iets dat is afgeschermd."),
        ),
    )


def _section(part: str, texts: list[str], report: Report, talk: list[Message]) -> str:
    if part == "place":
        names = (_("Waar"), _("Wanneer"))
        return "\n".join(f"{name}: {text}" for name, text in zip(names, texts, strict=True) if text)
    if part == "messages":
        lines = zip(talk, texts, strict=True)
        return "\n\n".join(f"{_who(message)}, {day(message.on)}:\n{text}" for message, text in lines)
    return _assessment(report) if part == "assessment" else texts[0]


def _who(message: Message) -> str:
    return _("Gemeente") if message.author_id else _("Melder")


def _assessment(report: Report) -> str:
    result = result_of(assessment_in(report.assessment), report.story)
    lines = [
        _("Dit is een hulpmiddel. Het zegt nooit dat iets mensenhandel is; een mens weegt het."),
        str(result.concern),
    ]
    for each in result.types:
        names = " / ".join(type_.title.nl for type_ in each.types)
        lines.append(f"{names}: {each.words}")
        lines += [f"- {reason}" for reason in each.indication.reasons]
    if result.seen:
        lines += [_("Herkende signalen:"), *(f"- {indicator.title.nl}" for _seen, indicator in result.seen)]
    return "\n".join(lines)


def _told(hidden: dict[str, list[str]], sections: tuple[tuple[str, str], ...]) -> str:
    """What a receiver here starts a report from: the words of people; without those, what was sent."""
    said = [text for part in ("story", "messages") for text in hidden.get(part, [])]
    return "\n\n".join(said or [text for _heading, text in sections])
