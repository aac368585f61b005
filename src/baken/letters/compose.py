"""From a template and typed words to the letter that leaves, without personal data; and to the words around data from a case."""

import uuid
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import override

from baken.accounts.models import Municipality, Organisation
from baken.catalogue.letters import LetterTemplate
from baken.consent.compose import Letter
from baken.coordination.access import Seen
from baken.coordination.models import Track
from baken.letters.words import INSIDE
from baken.sharing.masking import masked
from baken.sharing.package import Package
from baken.sharing.words import RECIPIENTS
from baken.signals.line import TYPE_NAMES
from baken.ui.templatetags.ui import day

Said = dict[str, str]  # by the id of a block: its text


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A letter without personal data as somebody wants it. `words`: what is hidden besides what Baken finds."""

    id: uuid.UUID
    template: LetterTemplate
    language: str
    recipient: str
    organisation: Organisation | None
    receiver: str
    said: Said
    words: tuple[str, ...] = ()

    @property
    def number(self) -> str:
        """How people call this letter."""
        return f"BR-{self.id.hex[:6].upper()}"


def filled(seen: Seen, template: LetterTemplate, language: str, tracks: list[Track] | None) -> Said:
    """The texts of a template with what Baken may fill in: never a name, of the case only its type and which kinds of tracks.

    Without `tracks` the data of the case stand in the letter themselves.
    """
    with override(language):
        kind = TYPE_NAMES.get(seen.case.main_type) if seen.case.main_type else None
        named = dict.fromkeys(str(each.get_kind_display()).lower() for each in tracks or ())
        known = {
            "gemeente": seen.case.municipality.name,
            "vorm": str(kind or _("mensenhandel")).lower(),
            "sporen": ", ".join(named) or _("[ vul in: waar je naar keek ]"),
        }
        if tracks is None:
            known["sporen"] = _("wat hieronder staat")
        return {block.id: block.say(language, known) for block in template.blocks}


def around(municipality: Municipality, template: LetterTemplate, said: Said, language: str) -> Letter:
    """The words of a letter in two parts: before and after what goes along from the case."""
    blocks = [(block, said[block.id]) for block in template.blocks if said.get(block.id)]
    before = tuple((block.title.say(language), text) for block, text in blocks if not block.after)
    after = tuple((block.title.say(language), text) for block, text in blocks if block.after)
    return Letter(template.title.say(language), before, (*after, ("", signature(municipality, language))))


def signature(municipality: Municipality, language: str) -> str:
    """How every letter ends; who signs fills in a name in the document."""
    with override(language):
        return _(
            "Met vriendelijke groet,\n\n[ vul in: naam, functie en telefoonnummer ]\ngemeente %(name)s\n[ vul in: adres van de gemeente ]"
        ) % {"name": municipality.name}


def plain(municipality: Municipality, wanted: Wanted, *, on: date) -> Package:
    """The letter as it leaves, with everything hidden by which somebody can be recognised."""
    letter = around(municipality, wanted.template, wanted.said, wanted.language)
    sections = (*letter.before, *letter.after[:-1])
    hidden = masked([text for _heading, text in sections], words=wanted.words, language=wanted.language)
    texts = tuple((heading, text) for (heading, _text), text in zip(sections, hidden, strict=True))
    with override(wanted.language):
        facts = (
            (_("Van"), _("gemeente %(name)s") % {"name": municipality.name}),
            (_("Aan"), _to(wanted)),
            (_("Datum"), day(on)),
            (_("Kenmerk"), wanted.number),
            (_("Let op"), _("In deze brief staan geen persoonsgegevens.")),
        )
    return Package(letter.title, facts, (*texts, letter.after[-1]))


def _to(wanted: Wanted) -> str:
    if wanted.organisation:
        return wanted.organisation.name
    kind = str(INSIDE.get(wanted.recipient) or RECIPIENTS[wanted.recipient])
    return f"{kind}, {wanted.receiver}" if wanted.receiver else kind
