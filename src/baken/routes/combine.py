"""What applied rules say together. They come in order of priority; where two disagree the lower number wins.

Nothing is left out: what does not fit or loses stays in the outcome, with the reason.
"""

from collections.abc import Iterable, Mapping
from typing import Literal

from baken.catalogue.routes import RouteQuestion, RouteShelter
from baken.catalogue.text import Text, Words
from baken.routes.answers import Known
from baken.routes.conditions import Holds, holds, holds_all
from baken.routes.outcome import Call, Clock, Judged, Offer, PayLine, Told

Applied = tuple[Judged, ...]


def _by_rule(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Each name with the rules that name it, in order of the first."""
    found: dict[str, tuple[str, ...]] = {}
    for name, rule in pairs:
        found[name] = (*found.get(name, ()), rule)
    return found


def shelters(applied: Applied, known: Known, kinds: Mapping[str, RouteShelter]) -> tuple[Offer, ...]:
    """Every kind of shelter that is named, and whether it fits this person: a child gets no place for adults."""
    named = _by_rule((slug, each.rule.slug) for each in applied for slug in each.rule.shelters)
    offers = []
    for slug, rules in named.items():
        conditions = kinds[slug].fits
        fits = holds_all(conditions, known)
        left = [each for each in conditions if fits is Holds.OPEN and holds(each, known) is Holds.OPEN]
        to_ask = dict.fromkeys(filter(None, (known.asks(each.field) for each in left)))
        against = tuple(each for each in conditions if holds(each, known) is Holds.NO)
        offers.append(Offer(kinds[slug], rules, fits, against, tuple(to_ask)))
    return tuple(offers)


def payments(applied: Applied) -> tuple[PayLine, ...]:
    """Who pays, a line a rule. A rule loses to one with a lower number that names none of its payers for the subject."""
    lines: list[PayLine] = []
    for each in applied:
        pays = each.rule.pays
        if pays is None:
            continue
        standing = (line for line in lines if not line.loses_to and line.pays.subject == pays.subject)
        against = (line.rule.slug for line in standing if not set(line.pays.payers) & set(pays.payers))
        lines.append(PayLine(each.rule, pays, next(against, "")))
    return tuple(lines)


def calls(applied: Applied) -> tuple[Call, ...]:
    """Whom to call, in order of priority, each once."""
    careful = {slug for each in applied for slug in each.rule.consent_calls}
    named = _by_rule((slug, each.rule.slug) for each in applied for slug in each.rule.first_calls)
    return tuple(Call(slug, rules, slug in careful) for slug, rules in named.items())


def clocks(applied: Applied) -> tuple[Clock, ...]:
    """The legal terms that are named. One that a rule replaces does not hold beside it."""
    gone: dict[str, str] = {}
    for each in applied:
        for slug in each.rule.replaces:
            gone.setdefault(slug, each.rule.slug)
    named = _by_rule((slug, each.rule.slug) for each in applied for slug in each.rule.deadlines)
    return tuple(Clock(slug, rules, gone.get(slug, "")) for slug, rules in named.items())


def told(applied: Applied, field: Literal["do", "do_not", "verify"]) -> tuple[Told, ...]:
    """What the rules say to do, not to do or to confirm."""
    found = []
    for each in applied:
        words: Words = getattr(each.rule, field)
        found += [Told(each.rule.slug, Text(nl, en)) for nl, en in zip(words.nl, words.en, strict=True)]
    return tuple(found)


def sorted_fields(fields: Iterable[str], questions: Mapping[str, RouteQuestion]) -> tuple[str, ...]:
    """Each field once, in the order of the questions."""
    wanted = set(fields)
    return tuple(slug for slug in questions if slug in wanted)
