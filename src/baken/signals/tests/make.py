"""Builders for tests: fixed values, invented stories."""

import uuid
from collections.abc import Sequence

from baken.accounts.models import Municipality, User
from baken.files.accept import Accepted, accept
from baken.files.tests.make import upload, wav
from baken.signals import mask_services, services
from baken.signals.models import Mask, Report
from baken.signals.told import Told

STORY = "De baas van de loods bewaart de paspoorten van de mannen. Zij slapen op matrassen en krijgen geen loon."


def make_report(
    municipality: Municipality,
    *,
    story: str = STORY,
    form: str = "formulier-" + "a" * 16,
    files: Sequence[Accepted] = (),
    **told: object,
) -> Report:
    """A report as if somebody sent the form."""
    return services.receive_report(municipality, Told(form=form, story=story, **told), files).report  # type: ignore[arg-type]


def make_sound(data: bytes = b"\1\2" * 400, name: str = "opname.wav") -> Accepted:
    """A recording that was accepted, with these bytes in it."""
    return accept(upload(wav(data), name))


def make_mask(report: Report, by: User) -> uuid.UUID:
    """A word of the story, hidden; gives its group."""
    mask_services.mask(report, keys=[], words=["matrassen"], by=by)
    return Mask.objects.get(report=report).group
