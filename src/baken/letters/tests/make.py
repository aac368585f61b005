"""Builders for tests: an invented letter from an invented case."""

import uuid
from typing import Any

from baken.accounts.models import User
from baken.coordination import access as cases
from baken.coordination.models import Case
from baken.letters import access, services
from baken.letters.compose import Wanted, filled
from baken.letters.models import CaseLetter


def wanted(case: Case, by: User, slug: str = "advice", **values: Any) -> Wanted:
    """A letter with the texts of its template, to the police."""
    template = access.template_called(slug)
    language = values.get("language", "nl")
    said = filled(cases.look(by, case.pk), template, language, [])
    known = {"id": uuid.uuid4(), "template": template, "language": language, "recipient": "police", "organisation": None,
             "receiver": "team mensenhandel", "said": said}  # fmt: skip
    return Wanted(**(known | values))


def make_letter(case: Case, by: User, slug: str = "advice", **values: Any) -> CaseLetter:
    """A letter without personal data."""
    return services.make(cases.look(by, case.pk), wanted(case, by, slug, **values))
