"""Which barriers fit a case: from the indicators of its reports, through the content, with where it comes from."""

from collections.abc import Iterable
from dataclasses import dataclass

from baken.catalogue import load
from baken.catalogue.approach import BarrierStep, Instrument
from baken.catalogue.items import Indicator, Source


@dataclass(frozen=True)
class Suggestion:
    """A step of the exploitation, which indicators of the case point at it, and what makes it harder there."""

    step: BarrierStep
    seen: tuple[Indicator, ...]

    @property
    def instruments(self) -> dict[str, list[Instrument]]:
        """The instruments of each barrier, by the id of the barrier."""
        known = load().instruments
        return {each.id: [known[slug] for slug in each.instruments] for each in self.step.barriers}

    @property
    def sources(self) -> list[Source]:
        """Where the step comes from."""
        return [load().sources[slug] for slug in self.step.sources]


def suggestions(type_: str, indicators: Iterable[str]) -> list[Suggestion]:
    """The steps of this type (contract id) at which these indicators (ids) point, the most pointed at first.

    Without a step that fits the type (forced services, begging and others have no model of their own) those of labour and
    criminal exploitation are looked at. Nothing is suggested without an indicator.
    """
    catalogue = load()
    known = [catalogue.indicators[slug] for slug in dict.fromkeys(indicators) if slug in catalogue.indicators]
    steps = [each for each in catalogue.barriers.values() if each.type == type_]
    steps = steps or [each for each in catalogue.barriers.values() if each.type in {"labour", "criminal"}]
    found = [Suggestion(step, tuple(i for i in known if i.element_detail in step.details)) for step in steps]
    return sorted((each for each in found if each.seen), key=lambda each: (-len(each.seen), each.step.order))
