"""Who gets a letter besides the receivers that a ground knows, and how letters stand in the trace of a case."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from baken.privacy.spoken import Words

INSIDE: dict[str, "str | Promise"] = {"colleague": _("Een collega van de gemeente"), "reporter": _("De melder")}
LANGUAGES = (("nl", _("Nederlands")), ("en", _("Engels")))
VERBS: Words = {"letter made": _("Brief gemaakt"), "letter fetched": _("Brief als Word-bestand opgehaald")}
EVENTS: dict[str, "str | Promise"] = {"letter made": _("Brief gemaakt: %(new)s")}
