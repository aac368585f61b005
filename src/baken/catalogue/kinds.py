"""Every kind of content, in one list."""

from baken.catalogue import approach, items
from baken.catalogue.deadlines import LegalEvent, LegalTerm
from baken.catalogue.grounds import LegalGround
from baken.catalogue.help_texts import HelpTexts
from baken.catalogue.letters import LetterTemplate
from baken.catalogue.routes import RouteQuestion, RouteRule, RouteShelter

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
    HelpTexts,
    approach.BarrierStep,
    approach.Instrument,
    approach.PartnerKind,
    approach.ShelterKind,
    LegalEvent,
    LegalTerm,
    RouteQuestion,
    RouteShelter,
    RouteRule,
    LetterTemplate,
)
