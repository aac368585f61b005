"""The two sorts of local knowledge as the desk's pages need them: model, form, and the words of the page."""

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from baken.knowledge.forms import ContactForm, LocalForm, TextForm
from baken.knowledge.models import LocalContact, LocalItem, LocalText
from baken.knowledge.targets import Beside, Part


@dataclass(frozen=True)
class Sort:
    """A contact point, or a text; `slug` stands in the address."""

    slug: str
    model: type[LocalItem]
    new: "str | Promise"
    change: "str | Promise"

    def form(
        self, data: Any, *, item: Any = None, beside: str = "", mine: dict[str, Any] | None = None
    ) -> LocalForm:
        """The form: empty, with what was typed, with what is there, or with what is there and `mine` over it."""
        there = {} if item is None else {each.attname: getattr(item, each.attname) for each in item._meta.fields}
        initial = there | (mine or {})
        if self.model is LocalContact:
            return ContactForm(data, initial=initial)
        return TextForm(data, initial=initial, beside=item.beside if item else beside, fixed=item is not None)

    def values(self, form: LocalForm, *, beside: str = "") -> dict[str, Any]:
        """What the form says, as fields of the model; a new text also says beside what it stands."""
        values = form.values()
        return values | {"beside": beside, "part": values.get("part", Part.WHOLE)} if beside else values


SORTS = {
    "contact": Sort("contact", LocalContact, _("Nieuw contactpunt"), _("Contactpunt wijzigen")),
    "tekst": Sort("tekst", LocalText, _("Nieuwe tekst"), _("Tekst wijzigen")),
}


def beside_in(asked: str) -> str:
    """The kind of item that an address asks for; empty when it is none that we know."""
    return asked if asked in Beside.values else ""
