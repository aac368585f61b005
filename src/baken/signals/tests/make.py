"""Builders for tests: fixed values, invented stories."""

from baken.accounts.models import Municipality
from baken.signals import services
from baken.signals.models import Report
from baken.signals.told import Told

STORY = "De baas van de loods bewaart de paspoorten van de mannen. Zij slapen op matrassen en krijgen geen loon."


def make_report(
    municipality: Municipality, *, story: str = STORY, form: str = "formulier-" + "a" * 16, **told: object
) -> Report:
    """A report as if somebody sent the form."""
    return services.receive_report(municipality, Told(form=form, story=story, **told)).report  # type: ignore[arg-type]
