"""What must go of a report."""

from collections.abc import Iterable
from typing import Any, cast
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from baken.signals.models import Mask

WHOLE, PARTS = "whole", "parts"


class MarkForm(forms.Form):
    """All of it, or hidden parts."""

    what = forms.ChoiceField(
        choices=[(WHOLE, WHOLE), (PARTS, PARTS)], error_messages={"required": _("Kies wat weg moet.")}
    )
    group = forms.MultipleChoiceField(required=False)

    def __init__(self, data: Any, *, hidden: Iterable[Mask]) -> None:
        super().__init__(data)
        cast("forms.ChoiceField", self.fields["group"]).choices = [
            (str(each.group), each.label) for each in hidden
        ]

    def clean(self) -> dict[str, Any]:
        """Parts are some parts."""
        data = super().clean() or {}
        if data.get("what") == PARTS and not data.get("group"):
            self.add_error("group", _("Kies ten minste één afgeschermd stuk."))
        return data

    @property
    def groups(self) -> list[UUID]:
        """The hidden parts that were chosen; none for all of it."""
        data = self.cleaned_data
        return [UUID(each) for each in data["group"]] if data["what"] == PARTS else []

    @property
    def first_error(self) -> str:
        """What is wrong, in one sentence."""
        return next(str(said) for errors in self.errors.values() for said in errors)
