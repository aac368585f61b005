"""A code to read aloud: its groups, and each digit as a word."""

from django.utils.translation import gettext_lazy as _

from baken.privacy import codes

WORDS = (
    _("nul"), _("een"), _("twee"), _("drie"), _("vier"), _("vijf"), _("zes"), _("zeven"), _("acht"), _("negen"),
)  # fmt: skip


def groups(code: str) -> list[tuple[str, str]]:
    """The five groups of four digits of `code`, each with its digits in words of the page's language."""
    return [(group, " ".join(str(WORDS[int(digit)]) for digit in group)) for group in codes.shown(code).split()]
