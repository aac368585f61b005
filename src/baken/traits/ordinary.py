"""Values that say nothing about anybody because everybody has them: they never make a link."""

from baken.traits.trait import Kind

# Boxes that a whole office reads.
ROLES = frozenset(
    "info contact mail post admin administratie receptie kantoor office balie klantenservice service support helpdesk secretariaat planning sales verkoop hr personeel"
    " webmaster noreply no-reply meldpunt melding meldingen gemeente burgerzaken postbus hello hallo reserveringen".split()
)
_OFFICES = (
    "politie.nl",
    "om.nl",
    "nlarbeidsinspectie.nl",
    "ggd.nl",
    "comensha.nl",
    "leger-des-heils.nl",
    "rijksoverheid.nl",
    "ind.nl",
    "coa.nl",
    "fairwork.nu",
)
# Numbers of the contacts in `content/contacts` that are written as ordinary numbers: reports name them as help, not as a lead.
_HELP_LINES = frozenset({"+31334481186", "+31610599458"})
# How many reports may hold a value before it says nothing any more.
LIMITS = {"certain": 100, "probable": 50, "possible": 20}


def is_common(kind: Kind, value: str) -> bool:
    """Whether everybody may have this value: the box of an office, a help line."""
    if kind is Kind.EMAIL:
        local, _, domain = value.partition("@")
        return (
            local in ROLES
            or domain.startswith("gemeente")
            or any(f".{domain}".endswith(f".{each}") for each in _OFFICES)
        )
    return kind is Kind.PHONE and value in _HELP_LINES
