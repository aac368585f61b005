"""Builders for tests."""

from baken.accounts.models import User
from baken.intake import services
from baken.intake.models import ReportLink


def make_link(by: User) -> ReportLink:
    """A one-time link that still works."""
    services.make_link(meant_for="Thuiszorg", by=by)
    return ReportLink.objects.latest("made_on", "id")
