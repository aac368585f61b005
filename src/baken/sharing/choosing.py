"""Which grounds somebody chooses from: only those that can hold there, fitting ones first, each with what it is for."""

from collections.abc import Iterable, Iterator

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from baken.accounts.models import User
from baken.catalogue import load
from baken.catalogue.grounds import LegalGround
from baken.sharing import access
from baken.sharing.rule import can_lead
from baken.sharing.words import RECIPIENTS

Choice = tuple[str, SafeString]


def ground_choices(
    by: User, recipients: Iterable[str] = tuple(RECIPIENTS), shown: frozenset[str] = frozenset()
) -> list[Choice]:
    """The grounds that can hold for one of these receivers, most usual receiver first; with `shown` unmasked.

    What still needs a decision of the municipality comes last, and says so.
    """
    wanted, decided = tuple(recipients), access.decisions(by.municipality)
    held = {key for key, row in decided.items() if row.holds}
    found: list[tuple[int, Choice]] = []
    for slug, ground in load().grounds.items():
        fits = [each for each in wanted if can_lead(ground, each, roles=by.roles, shown=shown)]
        now = [each for each in fits if _holds(ground, each, held)]
        if fits:
            first = wanted.index(now[0]) if now else len(wanted)
            lines = _receivers(wanted, now, [each for each in fits if each not in now])
            found.append((first, (slug, _label(ground, lines))))
    return [choice for _first, choice in sorted(found, key=lambda each: each[0])]


def _holds(ground: LegalGround, recipient: str, held: set[tuple[str, str]]) -> bool:
    route = ground.route_to(recipient)
    return route is not None and (not route.confirm or (ground.slug, recipient) in held)


def _receivers(wanted: tuple[str, ...], now: list[str], later: list[str]) -> Iterator[str]:
    """Whom this ground serves, in a few words; with one receiver only whether a decision is missing."""
    if len(wanted) == 1:
        if later:
            yield _("Kan pas als jouw gemeente dit heeft bevestigd.")
        return
    if len(now) == len(wanted):
        yield _("Voor elke ontvanger.")
    elif now:
        yield _("Voor: %(who)s.") % {"who": _names(now)}
    if later and now:
        yield _("Als jouw gemeente het bevestigt ook voor: %(who)s.") % {"who": _names(later)}
    elif later:
        yield _("Pas als jouw gemeente het bevestigt, voor: %(who)s.") % {"who": _names(later)}


def _names(recipients: list[str]) -> str:
    return ", ".join(str(RECIPIENTS[each]) for each in recipients)


def _label(ground: LegalGround, lines: Iterable[str]) -> SafeString:
    language = get_language() or "nl"
    texts = (ground.summary.say(language), *lines)
    under = format_html_join("", "<small>{}</small>", ((each,) for each in texts))
    return format_html("<strong>{}</strong>{}", ground.title.say(language), under)
