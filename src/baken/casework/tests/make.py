"""Builders for tests: goals and action points in an invented case."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from baken.accounts.models import User
from baken.casework import services
from baken.casework.models import ActionPoint
from baken.coordination.models import Case


def make_action(case: Case, owner: User, *, days: int = 7, **values: Any) -> ActionPoint:
    """An action point that the director agreed with `owner`."""
    due_on = timezone.localdate() + timedelta(days=days)
    known = {"text": "Belt de verhuurder van de loods.", "aim": "disruption", "owner": owner, "due_on": due_on}
    return services.agree(case, services.Wanted(**(known | values)), by=case.director)
