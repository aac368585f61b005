"""Every kind of content, in one list."""

from baken.catalogue import approach, items
from baken.catalogue.grounds import LegalGround

KINDS: tuple[type[items.Item], ...] = (
    items.Source,
    items.ExploitationType,
    items.RiskGroup,
    items.Indicator,
    items.Misconception,
    items.WorkSetting,
    items.Contact,
    items.Advice,
    items.Reading,
    items.Definition,
    items.MeaningClass,
    LegalGround,
    approach.BarrierStep,
    approach.Instrument,
    approach.PartnerKind,
    approach.ShelterKind,
)
