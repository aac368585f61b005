"""The pages of oversight beside each other, as far as this person may open them."""

from typing import Any

from django import template
from django.utils.translation import gettext_lazy as _

from baken.privacy.field_names import called

register = template.Library()
PAGES = (
    ("oversight:trace", _("Spoor"), {"read_trace"}),
    ("oversight:seen", _("Wie kon dit zien"), {"read_trace"}),
    ("oversight:leaving", _("Verdwijnt binnenkort"), {"read_trace", "weigh_reports"}),
    ("oversight:requests", _("Verzoeken"), {"read_trace", "weigh_reports"}),
    ("oversight:terms", _("Bewaartermijnen"), {"read_trace", "weigh_reports", "manage_settings"}),
    ("oversight:purged", _("Vernietigd"), {"read_trace", "weigh_reports", "manage_settings"}),
    ("oversight:register", _("Verwerkingsregister"), {"read_trace", "weigh_reports", "manage_settings"}),
)


@register.filter
def fields(names: list[str]) -> str:
    """The fields of the processing register, each by its Dutch word."""
    return ", ".join(called(name) for name in names)


@register.inclusion_tag("oversight/_tabs.html", takes_context=True)
def oversight_tabs(context: Any, here: str) -> dict[str, Any]:
    """Links to the other pages; `here` is the route of this one."""
    may = context["request"].user.may
    shown = [(route, name) for route, name, rights in PAGES if any(may(right) for right in rights)]
    return {"tabs": shown, "here": here}
