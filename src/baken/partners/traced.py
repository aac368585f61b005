"""How a partner stands in the trace: what was done, never what was written."""

from django.utils.translation import gettext_lazy as _

from baken.partners.models import PartnerVersion
from baken.privacy.spoken import Spoken, Words

_MADE: Words = {each.value: each.label for each in PartnerVersion.How}
PARTNER = Spoken(
    name=_("partner"),
    verbs=_MADE
    | {
        "link made": _("Link voor de partner gemaakt"),
        "link withdrawn": _("Link ingetrokken"),
        "proposed": _("Verbetering van de partner"),
        "proposal left": _("Verbetering niet overgenomen"),
    },
)
