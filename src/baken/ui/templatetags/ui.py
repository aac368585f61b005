"""Template tags of the house: say a text in the language of the page, a Dutch date, an icon."""

import re
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from django import template
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from baken.ui import slots

register = template.Library()
BUILT = Path(__file__).resolve().parent.parent / "built"
MONTHS = {
    "nl": [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}


@register.filter
def say(text: Any) -> Any:
    """A catalogue Text (or Words) in the language of the page."""
    return text.say(get_language() or "nl") if text is not None else ""


@register.filter
def day(moment: date | datetime | None) -> str:
    """A date as people say it: 24 november 2026."""
    if moment is None:
        return ""
    if isinstance(moment, datetime):
        moment = timezone.localtime(moment).date()
    return f"{moment.day} {MONTHS[get_language() or 'nl'][moment.month - 1]} {moment.year}"


@register.filter
def clock(moment: datetime | None) -> str:
    """The time of a moment: 14:05."""
    return f"{timezone.localtime(moment):%H:%M}" if moment else ""


@register.filter
def tel(number: str) -> str:
    """A phone number as a `tel:` address: digits only."""
    return "tel:" + re.sub(r"[^0-9+]", "", number)


@register.filter
def at(mapping: Any, key: Any) -> Any:
    """What a mapping holds under a key that the template knows by a variable; nothing where it has none."""
    return mapping.get(key) if mapping else None


@register.filter
def local(item: Any, name: str) -> str:
    """A text of a municipality in the language of the page; Dutch where it gave no English."""
    english: str = getattr(item, f"{name}_en") if get_language() == "en" else ""
    dutch: str = getattr(item, f"{name}_nl")
    return english or dutch


@cache
def _svg(name: str) -> str:
    return (BUILT / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@register.simple_tag(takes_context=True)
def slot(context: Any, name: str, record: Any) -> SafeString:
    """What other rooms show here about this record; each made its HTML with a template, so it is escaped."""
    return mark_safe("".join(slots.shown(name, context["request"], record)))  # noqa: S308  # nosec B308 B703


@register.simple_tag
def icon(name: str) -> SafeString:
    """An inline icon (made at set-up from the icon set), hidden from screen readers: always stands beside words."""
    return mark_safe(_svg(name))  # noqa: S308  # nosec B308 B703 (our own file)
