"""Forms of the house: NL Design System classes on each control, errors beside the field and on top of the page."""

import secrets
from typing import Any

from django import forms
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext_lazy as _

LINE = "utrecht-textbox utrecht-textbox--html-input"
CLASSES: dict[type[forms.Widget], str] = {
    forms.Textarea: "utrecht-textarea utrecht-textarea--html-textarea",
    forms.Select: "utrecht-select utrecht-select--html-select",
    forms.TextInput: LINE,
    forms.EmailInput: LINE,
    forms.NumberInput: LINE,
    forms.URLInput: LINE,
}


class HouseRenderer(TemplatesSetting):
    """Renders a field with ui/_field.html and a whole form as its fields one under another.

    With the templates of the house, which stay compiled: Django's own renderer compiles them anew for each form.
    """

    form_template_name = "ui/_form.html"
    field_template_name = "ui/_field.html"


def dress(form: forms.BaseForm) -> None:
    """Give every control of `form` its classes, and say which text describes it."""
    for name, field in form.fields.items():
        widget = field.widget
        for kind, classes in CLASSES.items():
            if isinstance(widget, kind) and not isinstance(
                widget, forms.RadioSelect | forms.CheckboxSelectMultiple
            ):
                widget.attrs.setdefault("class", classes)
        if isinstance(widget, forms.Textarea):
            widget.attrs.setdefault("rows", 6)
        if field.required and not isinstance(widget, forms.CheckboxSelectMultiple):
            widget.use_required_attribute = lambda initial: False
        field.widget.attrs.setdefault("id", f"veld-{name}")


class HouseForm(forms.Form):
    """A plain form in the look of the house."""

    default_renderer = HouseRenderer
    template_name = "ui/_form.html"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        dress(self)


__all__ = ["HouseForm", "HouseRenderer", "dress"]


LONGEST_STORY = 20_000
LONGEST_ANSWER = 1_000
TOO_LONG = _("Dit is te lang: hooguit %(limit_value)d tekens. Je hebt er nu %(show_value)d.")


def text_field(
    label: Any,
    help_text: Any = "",
    *,
    required: bool = False,
    missing: Any = "",
    longest: int = LONGEST_ANSWER,
    area: bool = False,
    rows: int = 6,
) -> forms.CharField:
    """A field for text that says in one sentence when it is too long, with how long, and cuts nothing off.

    With `missing`, a sentence that says what to do, it is required.
    """
    messages: Any = {"max_length": TOO_LONG, "required": missing or _("Vul dit in: %(label)s") % {"label": label}}
    field = forms.CharField(
        label=label,
        help_text=help_text,
        required=required or bool(missing),
        max_length=longest,
        widget=forms.Textarea(attrs={"rows": rows}) if area else forms.TextInput(),
        error_messages=messages,
    )
    field.widget.attrs.pop("maxlength", None)  # a browser would cut what somebody pastes, without a word
    return field


def new_secret() -> str:
    """A fresh one-time secret for a form: 192 bits."""
    return secrets.token_urlsafe(24)
