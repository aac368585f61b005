"""What must be true of the content as a whole: every reference exists, every value is one we know."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from baken.catalogue import approach, deadlines, grounds, help_texts, letters
from baken.catalogue import items as kinds
from baken.catalogue.kinds import KINDS
from baken.catalogue.reader import ContentError
from baken.catalogue.route_checks import check_routes

if TYPE_CHECKING:
    from baken.catalogue.store import Catalogue


def check(catalogue: "Catalogue") -> Iterator[ContentError]:
    """Every broken reference and unknown value, the first of each item first."""
    for cls in KINDS:
        for item in getattr(catalogue, cls.folder).values():
            yield from _references(item, catalogue)
    yield from _values(catalogue)
    yield from _shelters(catalogue)
    yield from _clocks(catalogue)


def _missing(place: str, field: str, wanted: Iterable[str], known: Iterable[str]) -> Iterator[ContentError]:
    for slug in wanted:
        if slug not in known and slug != "*":
            yield ContentError(place, field, f"verwijst naar '{slug}', dat er niet is")


def _references(item: Any, catalogue: "Catalogue") -> Iterator[ContentError]:
    place = f"{item.folder}/{item.slug}.yaml"
    yield from _missing(place, "sources", item.sources, catalogue.sources)
    if isinstance(item, kinds.Indicator):
        yield from _missing(place, "types", (link.type for link in item.types), catalogue.types)
        yield from _missing(place, "settings", item.settings, catalogue.settings)
        yield from _missing(place, "groups", item.groups, catalogue.groups)
    elif isinstance(item, kinds.RiskGroup | kinds.Misconception | kinds.Reading):
        yield from _missing(place, "types", item.types, catalogue.types)
    elif isinstance(item, kinds.Advice):
        yield from _missing(place, "contacts", item.contacts, catalogue.contacts)
        yield from _missing(place, "about", filter(None, [item.about]), kinds.ELEMENTS)
        yield from _missing(place, "when.types", item.when.types, kinds.CONTRACT_TYPES)
        yield from _missing(place, "when.settings", item.when.settings, catalogue.settings)
    elif isinstance(item, kinds.Contact | approach.Instrument):
        yield from _missing(place, "types", item.types, kinds.CONTRACT_TYPES)
        yield from _missing(place, "opening", [getattr(item, "opening", "")], kinds.OPENING)
    elif isinstance(item, approach.BarrierStep):
        yield from _missing(place, "type", [item.type], kinds.CONTRACT_TYPES)
        for barrier in item.barriers:
            yield from _missing(place, "instruments", barrier.instruments, catalogue.instruments)
    elif isinstance(item, letters.LetterTemplate):
        for block in item.blocks:
            yield from _missing(place, f"blocks.{block.id}", sorted(block.fields), letters.FILLED)


def _shelters(catalogue: "Catalogue") -> Iterator[ContentError]:
    for shelter in catalogue.shelters.values():
        place = f"shelters/{shelter.slug}.yaml"
        yield from _missing(place, "through", filter(None, [shelter.through]), catalogue.partners)
        yield from _missing(place, "origin", [shelter.origin], approach.ORIGINS)


def _values(catalogue: "Catalogue") -> Iterator[ContentError]:
    for indicator in catalogue.indicators.values():
        place = f"indicators/{indicator.slug}.yaml"
        if indicator.element not in kinds.ELEMENTS:
            yield ContentError(place, "element", f"moet een van {', '.join(kinds.ELEMENTS)} zijn")
        for link in indicator.types:
            if link.strength not in kinds.STRENGTHS:
                yield ContentError(place, "types", f"kent de sterkte '{link.strength}' niet")
    for type_ in catalogue.types.values():
        if type_.contract not in kinds.CONTRACT_TYPES:
            yield ContentError(f"types/{type_.slug}.yaml", "contract", f"kent '{type_.contract}' niet")
    for ground in catalogue.grounds.values():
        yield from _ground(ground)
    yield from check_routes(catalogue)
    for texts in catalogue.help.values():
        yield from _help(texts, catalogue)


def _help(texts: help_texts.HelpTexts, catalogue: "Catalogue") -> Iterator[ContentError]:
    """A victim reads the same in every language: the same rights, contact points and lines as in Dutch."""
    place, dutch = f"help/{texts.slug}.yaml", catalogue.help.get(help_texts.DUTCH, texts)
    yield from _missing(place, "contacts", (each.contact for each in texts.contacts), catalogue.contacts)
    for field in help_texts.LISTS:
        if texts.ids_of(field) != dutch.ids_of(field):
            yield ContentError(place, field, f"heeft niet dezelfde regels als help/{help_texts.DUTCH}.yaml")
    if (texts.confirmed_by is None) != (texts.confirmed_on is None):
        yield ContentError(place, "confirmed_on", "hoort bij confirmed_by: vul beide in, of geen van beide")


def _clocks(catalogue: "Catalogue") -> Iterator[ContentError]:
    for term in catalogue.deadlines.values():
        yield from _term(term, catalogue)
    for event in catalogue.events.values():
        yield from _missing(f"events/{event.slug}.yaml", "origin", [event.origin], deadlines.ORIGINS)


def _term(term: deadlines.LegalTerm, catalogue: "Catalogue") -> Iterator[ContentError]:
    """Every word of a term is one that the clock knows."""
    place = f"deadlines/{term.slug}.yaml"
    yield from (ContentError(place, field, reason) for field, reason in deadlines.faults(term))
    yield from _missing(place, "from_event", [term.from_event], catalogue.events)
    yield from _missing(place, "ends_by", (*term.ends_by, *filter(None, [term.repeats_on])), catalogue.events)
    yield from _missing(place, "acts", term.acts, deadlines.ACTORS)
    yield from _missing(place, "warn", (role for each in term.warn for role in each.roles), deadlines.WARNED)


def _ground(ground: grounds.LegalGround) -> Iterator[ContentError]:
    """Every word of a ground is one that the rule knows, and none lets a citizen service number go along."""
    place = f"grounds/{ground.slug}.yaml"
    rules = [each.rule for each in ground.forbids]
    yield from _missing(place, "routes", (each.recipient for each in ground.routes), grounds.RECIPIENTS)
    yield from _missing(
        place, "routes", (what for each in ground.routes for what in each.purposes), grounds.PURPOSES
    )
    yield from _missing(place, "needs", ground.needs, grounds.NEEDS)
    yield from _missing(place, "forbids", rules, grounds.RULES)
    if "bsn" not in rules:
        yield ContentError(place, "forbids", "noemt het burgerservicenummer niet (bsn)")
    if "necessity" not in ground.needs:
        yield ContentError(place, "needs", "vraagt niet naar de noodzaak (necessity)")
