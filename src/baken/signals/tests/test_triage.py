"""Urgency and steps: values in, value out."""

import pytest

from baken.signals.steps import LEADS_TO, STEPS, Outcome, ReportStatus, next_status
from baken.signals.triage import urgency


@pytest.mark.parametrize(
    ("concern", "acute", "expected"),
    [("none", False, "normal"), ("low", False, "normal"), ("high", False, "high"), ("low", True, "acute"), ("high", True, "acute")],
)  # fmt: skip
def test_urgency(concern, acute, expected):
    assert urgency(concern=concern, acute=acute) == expected


def test_every_status_and_outcome_has_its_place():
    assert set(STEPS) == set(ReportStatus)
    assert set(LEADS_TO) == set(Outcome)


@pytest.mark.parametrize("now", list(ReportStatus))
@pytest.mark.parametrize("outcome", list(Outcome))
def test_weighing_never_makes_a_step_that_is_not_allowed(now, outcome):
    assert next_status(now, outcome) in STEPS[now]


def test_a_closed_report_that_is_weighed_again_is_open_again():
    assert next_status(ReportStatus.CLOSED, Outcome.NO_INDICATION) == ReportStatus.WEIGHED
