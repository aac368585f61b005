"""A correction, objection or other notice as a package of its own, for a receiver who got a file."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from baken.sharing.models import DisclosureEvent, EventKind
from baken.sharing.package import Package
from baken.ui.templatetags.ui import day


def notice_of(event: DisclosureEvent) -> Package:
    """What the receiver of a disclosure must know afterwards; always in Dutch."""
    given = event.disclosure
    with override("nl"):
        facts = (
            (_("Kenmerk"), given.number),
            (_("Van"), event.municipality.name),
            (_("Aan"), f"{given.recipient_name}, {given.organisation}"),
            (_("Datum"), day(timezone.localtime(event.at))),
            (_("Hoort bij"), _("wat je op %(day)s ontving") % {"day": day(timezone.localtime(given.at))}),
        )
        kind = str(EventKind(event.kind).label)
        return Package(_("Bericht na een verstrekking"), facts, ((kind, event.text),))
