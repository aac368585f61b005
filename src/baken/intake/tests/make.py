"""Builders for tests."""

from django.utils import timezone

from baken.accounts.models import User
from baken.intake import applications, importing, services
from baken.intake.models import Application, ImportBatch, OneTimeLink


def make_link(by: User) -> OneTimeLink:
    """A one-time link that still works."""
    services.make_link(meant_for="Thuiszorg", by=by)
    return OneTimeLink.objects.latest("made_on", "id")


def make_batch(by: User) -> ImportBatch:
    """A file with one good line, waiting for a yes."""
    return importing.preview(b"melding\nDe baas bewaart hun paspoorten.\n", by=by)


def make_application(by: User) -> Application:
    """Another system with a token that works today."""
    applications.give_token(name="Zaaksysteem", expires_on=timezone.localdate(), by=by)
    return Application.objects.latest("made_on", "id")
