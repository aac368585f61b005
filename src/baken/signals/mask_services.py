"""Writing: hide parts of a text, show them again, and erase them with two people. One verb a function, with its trace."""

import hashlib
import hmac
import uuid
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from baken.accounts.models import User
from baken.privacy import master, trace
from baken.sharing.masking import LABELS, Found, Stretch, findings, stretches
from baken.signals import tokens
from baken.signals.guards import why_not
from baken.signals.masks import Hidden, Seen, hide_at, show_at
from baken.signals.models import Mask, Message, Report

KIND = "report"
Act = Callable[..., None]


class NotAllowed(RuntimeError):
    """This cannot be done (any more); the message says why."""


@dataclass
class _Text:
    """One text of a report, the row it stands in, and its findings (a message has none)."""

    report: Report
    message: Message | None = None

    @property
    def words(self) -> str:
        return str(self.report.story if self.message is None else self.message.text)

    @property
    def seen(self) -> Seen:
        return self.report.assessment["observations"] if self.message is None else []

    def masks(self) -> "Iterable[Mask]":
        return Mask.objects.filter(report=self.report, message=self.message)

    def keep(self, words: str, seen: Seen) -> None:
        if self.message is None:
            self.report.story = words
            self.report.assessment = {**self.report.assessment, "observations": seen}
            self.report.save(update_fields=["story", "assessment"])
        else:
            self.message.text = words
            self.message.save(update_fields=["text"])


@dataclass
class _Choice:
    """What somebody wants to hide in one go: a finding, or words of their own."""

    found: list[Found] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    group: uuid.UUID = field(default_factory=uuid.uuid4)


def _texts(report: Report) -> list[_Text]:
    messages = Message.objects.select_for_update().filter(report=report)
    return [_Text(report), *(_Text(report, message) for message in messages)]


def _mark(words: str) -> str:
    return hmac.new(master.derived("text-mark"), words.encode(), hashlib.sha256).hexdigest()


def was_once(report: Report, story: str) -> bool:
    """Whether the story of this report read so before a part was hidden: then it is no new message."""
    return Mask.objects.filter(report=report, message=None, before=_mark(story)).exists()


def to_mask(report: Report) -> tuple[Found, ...]:
    """The personal data that is found in the story and the messages and still stands there."""
    messages = Message.objects.filter(report=report)
    return findings([report.story, *(message.text for message in messages)])


@transaction.atomic
def mask(report: Report, *, keys: Collection[str], words: Collection[str], by: User) -> int:
    """Hide what was found under these keys, and these words, wherever they stand; gives how many places that were.

    Raises NotAllowed while the report may only be read.
    """
    report = Report.objects.select_for_update(no_key=True).get(pk=report.pk)
    _may_write(report)
    texts = _texts(report)
    found = findings(text.words for text in texts)
    choices = [_Choice([each]) for each in found if each.key in keys] + [_Choice(words=[each]) for each in words]
    places = sum(_hide(text, choice, by) for choice in choices for text in texts)
    if places:
        tokens.index_report(report)  # what is hidden links no more
        _note("masked", report, by, why=str(places))
    return places


def _hide(text: _Text, choice: _Choice, by: User) -> int:
    places = _chosen(text.words, choice)
    for place in reversed(places):
        label = LABELS[place.what].say(text.report.language)
        before = _mark(text.words)
        new, seen, hidden = hide_at(text.words, text.seen, place.start, place.end, label)
        shift = len(label) - (place.end - place.start)
        Mask.objects.filter(report=text.report, message=text.message, start__gte=place.end).update(
            start=F("start") + shift
        )
        Mask(
            report=text.report, municipality_id=text.report.municipality_id, message=text.message, group=choice.group,
            start=place.start, label=label, what=place.what, before=before, at=timezone.now(), by=by,
            hidden={"words": hidden.words, "touched": hidden.touched},
        ).save(force_insert=True)  # fmt: skip
        text.keep(new, seen)
    return len(places)


def _chosen(words: str, choice: _Choice) -> list[Stretch]:
    """Only what was chosen: everything else that is found counts as needed here, unless somebody wrote it down themselves."""
    others = {each.key for each in findings([words]) if not _written(each, choice)} - {
        each.key for each in choice.found
    }
    return stretches(words, choice.found, needed=others, words=choice.words)


def _written(found: Found, choice: _Choice) -> bool:
    told = found.value.casefold()
    return any(each.casefold() in told or told in each.casefold() for each in choice.words)


@transaction.atomic
def lift(report: Report, group: uuid.UUID, *, by: User) -> None:
    """Show a group again. Raises NotAllowed when it was erased or is not there, or the report may only be read."""
    report = Report.objects.select_for_update(no_key=True).get(pk=report.pk)
    _may_write(report)
    rows = _group(report, group)
    if any(row.asked_by_id for row in rows):
        raise NotAllowed(_("Er is gevraagd dit te wissen. Haal die vraag eerst weg."))
    for text in _texts(report):
        for row in sorted((each for each in rows if each.message == text.message), key=lambda each: -each.start):
            hidden = Hidden(row.hidden["words"], [tuple(each) for each in row.hidden["touched"]])
            new, seen = show_at(text.words, text.seen, row.start, row.label, hidden)
            shift = len(hidden.words) - len(row.label)
            row.delete()
            Mask.objects.filter(report=report, message=text.message, start__gt=row.start).update(
                start=F("start") + shift
            )
            text.keep(new, seen)
    tokens.index_report(report)
    _note("unmasked", report, by, why=str(len(rows)))


def _may_write(report: Report) -> None:
    if why := why_not(report):
        raise NotAllowed(why)


def _group(report: Report, group: uuid.UUID) -> list[Mask]:
    rows = list(Mask.objects.select_for_update().filter(report=report, group=group, erased_by=None))
    if not rows:
        raise NotAllowed(_("Dit stuk is al gewist of wordt al weer getoond."))
    return rows


@transaction.atomic
def ask_erase(report: Report, group: uuid.UUID, *, reason: str, by: User) -> None:
    """Ask that a hidden group is erased for good; a second person must confirm. Raises NotAllowed when it is gone."""
    _may_write(report)
    for row in _group(report, group):
        row.asked_by, row.reason = by, reason
        row.save(update_fields=["asked_by", "reason"])
    _note("erase asked", report, by)


@transaction.atomic
def withdraw_erase(report: Report, group: uuid.UUID, *, by: User) -> None:
    """Take back the question to erase."""
    for row in _group(report, group):
        row.asked_by, row.reason = None, ""
        row.save(update_fields=["asked_by", "reason"])
    _note("erase withdrawn", report, by)


@transaction.atomic
def confirm_erase(report: Report, group: uuid.UUID, *, by: User) -> None:
    """The second person erases: the words are gone from the row for good. Raises NotAllowed for the one who asked.

    Backups keep them until the term of the backup is over.
    """
    _may_write(report)
    rows = _group(report, group)
    if any(row.asked_by_id is None for row in rows):
        raise NotAllowed(_("Niemand heeft gevraagd dit te wissen."))
    if any(row.asked_by_id == by.pk for row in rows):
        raise NotAllowed(_("Iemand anders dan degene die het vroeg, moet het wissen bevestigen."))
    for row in rows:
        row.erased_by, row.erased_on, row.hidden = by, timezone.localdate(), None
        row.save(update_fields=["erased_by", "erased_on", "hidden"])
    _note("erased", report, by, why=str(len(rows)))


def _note(verb: str, report: Report, by: User, why: str = "") -> None:
    trace.note(verb, KIND, report.pk, actor=by.pk, municipality=report.municipality_id, why=why)
