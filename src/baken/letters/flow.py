"""The way to a letter: to whom, its texts, look at it, make it. Nothing is stored before that.

With data from the case it is the way of giving (`consent.flow`), with the texts of the letter around what goes.
"""

import hashlib
import uuid
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from baken.catalogue.letters import LetterTemplate
from baken.consent import flow as giving
from baken.consent.compose import Choices
from baken.consent.forms import KIND, ORGANISATION
from baken.coordination.access import Seen
from baken.handover.forms import typed_words
from baken.letters.compose import Wanted, around, filled, plain
from baken.letters.forms import LetterWhatForm, ToForm, WriteForm, known_partners, names_of, partners_for, said_of
from baken.sharing.package import Package
from baken.ui.forms import HouseForm

TO = ("to", "organisation", "language", "tracks")
READ, WAS = "gelezen", "was"  # a tick; and in which language the texts were, because another begins them anew


def way_of(seen: Seen, template: LetterTemplate) -> giving.Way:
    """How data from this case leave in this letter. In Dutch, as everything that is given."""
    municipality, first = seen.case.municipality, filled(seen, template, "nl", None)

    def own(data: QueryDict) -> list[str]:
        return [text for text in said_of(template, data.dict()).values() if text]

    def shape(choices: Choices, data: dict[str, Any]) -> Choices:
        return replace(choices, letter=around(municipality, template, said_of(template, data), "nl"))

    what = partial(LetterWhatForm, template=template, said=first)
    return giving.Way(receivers=partners_for, what=what, names=names_of(template), own=own, shape=shape)


@dataclass
class Page:
    """One step of a letter without personal data: `to`, `write` or `look`. `carried` goes along unseen."""

    step: str
    form: HouseForm | None
    carried: list[tuple[str, str]] = field(default_factory=list)
    wanted: Wanted | None = None
    package: Package | None = None
    wrong: bool = False
    reason: str = ""

    @property
    def number(self) -> int:
        """Which step this is, of three."""
        return ("to", "write", "look").index(self.step) + 1

    @property
    def text(self) -> str:
        """Exactly what leaves."""
        return self.package.as_text() if self.package else ""

    @property
    def seal(self) -> str:
        """A mark of what is shown, so that nothing else is made."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def _carried(data: QueryDict, names: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(name, str(value)) for name in names for value in data.getlist(name)] + [("id", str(_id(data)))]


def _id(data: QueryDict) -> uuid.UUID:
    try:
        return uuid.UUID(data.get("id", ""))
    except ValueError:
        return uuid.uuid4()


def turn(seen: Seen, data: QueryDict, template: LetterTemplate) -> Page:
    """The page that follows on what was posted."""
    names = (*names_of(template), "hide")
    tracks = tracks_asked(seen, template)
    if data.get("go") == "to":
        first = {name: data.getlist(name) if name == "tracks" else data.get(name) for name in TO if name in data}
        kept = [*_carried(data, names), (WAS, data.get("language", ""))]
        return Page("to", ToForm(initial=first, user=seen.user, tracks=tracks), kept)
    to = ToForm(data, user=seen.user, tracks=tracks)
    if not to.is_valid():
        return Page("to", to, _carried(data, names), wrong=True)
    chosen = [each for each in tracks if str(each.pk) in to.cleaned_data.get("tracks", ())]
    known: dict[str, Any] = {"template": template}
    known["said"] = filled(seen, template, to.cleaned_data["language"], chosen)
    if data.get("step") == "to" or data.get("go") == "write":
        anew = data.get(WAS, to.cleaned_data["language"]) != to.cleaned_data["language"]
        typed = {name: data.get(name) for name in (("hide",) if anew else names) if name in data}
        return Page("write", WriteForm(initial=typed, **known), _carried(data, TO))
    write = WriteForm(data, **known)
    if not write.is_valid():
        return Page("write", write, _carried(data, TO), wrong=True)
    return _look(seen, data, template, to.cleaned_data, write)


def _look(seen: Seen, data: QueryDict, template: LetterTemplate, to: dict[str, Any], write: WriteForm) -> Page:
    partners = known_partners(seen.user)
    said = to["to"]
    organisation = None if said.startswith(KIND) else partners[said.removeprefix(ORGANISATION)]
    recipient = organisation.partner.recipient if organisation else said.removeprefix(KIND)
    wanted = Wanted(
        id=_id(data), template=template, language=to["language"], recipient=recipient, organisation=organisation,
        receiver="" if organisation else to["organisation"], said=write.said, words=typed_words(write.cleaned_data["hide"]),
    )  # fmt: skip
    package = plain(seen.case.municipality, wanted, on=timezone.localdate())
    page = Page("look", None, _carried(data, (*TO, *names_of(template), "hide")), wanted, package=package)
    if data.get("go") == "make" and not data.get(READ):
        page.wrong, page.reason = True, _("Bevestig dat je alles hebt gelezen en dat niemand te herkennen is.")
    return page


def tracks_asked(seen: Seen, template: LetterTemplate) -> list[Any]:
    """The tracks to choose from, when this letter says something of them."""
    return seen.tracks if any("sporen" in block.fields for block in template.blocks) else []
