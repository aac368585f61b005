"""How consent and giving stand in the trace of a case."""

from django.utils.translation import gettext_lazy as _

from baken.privacy.spoken import Words

VERBS: Words = {
    "consent given": _("Toestemming vastgelegd"),
    "consent withdrawn": _("Toestemming ingetrokken"),
    "given": _("Iets verstrekt"),
    "handed over": _("Overgedragen aan een andere gemeente"),
    "arrived": _("De andere gemeente nam het over"),
    "taken over": _("Overgenomen van een andere gemeente"),
}
