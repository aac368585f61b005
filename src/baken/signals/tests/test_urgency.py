"""Urgency and steps: values in, value out."""

import pytest

from baken.signals.steps import LEADS_TO, STEPS, Outcome, ReportStatus, next_status, without_follow_up
from baken.signals.urgency import urgency


@pytest.mark.parametrize(
    ("concern", "acute", "expected"),
    [("none", False, "normal"), ("low", False, "normal"), ("high", False, "high"), ("low", True, "acute"), ("high", True, "acute")],
)  # fmt: skip
def test_urgency(concern, acute, expected):
    assert urgency(concern=concern, acute=acute) == expected


def test_every_status_and_outcome_has_its_place():
    assert set(STEPS) == set(ReportStatus)
    assert set(LEADS_TO) == set(Outcome)


@pytest.mark.parametrize("now", [status for status in ReportStatus if status != ReportStatus.CLOSED])
@pytest.mark.parametrize("outcome", list(Outcome))
@pytest.mark.parametrize("second", [True, False])
def test_weighing_never_makes_a_step_that_is_not_allowed(now, outcome, second):
    reached = next_status(now, outcome, second=second)
    assert reached in STEPS[now]
    assert not (second and reached == ReportStatus.CLOSED)


@pytest.mark.parametrize("outcome", list(Outcome))
def test_a_closed_report_is_reopened_before_it_is_weighed_again(outcome):
    with pytest.raises(ValueError, match="closed"):
        next_status(ReportStatus.CLOSED, outcome)


def test_every_status_can_be_reached_and_left():
    assert set().union(*STEPS.values()) == set(ReportStatus) - {ReportStatus.NEW}
    assert all(STEPS.values())


@pytest.mark.parametrize(
    ("outcome", "earlier", "expected"),
    [
        ("no_indication", [], True),
        ("advice", ["sent_on"], True),
        ("duplicate", [], True),
        ("followed_up", [], True),  # nobody did anything yet: another word for doing nothing
        ("followed_up", ["ask"], True),
        ("followed_up", ["sent_on"], False),
        ("followed_up", ["help_needed", "ask"], False),
        ("sent_on", [], False),
        ("help_needed", [], False),
    ],
)
def test_closing_without_follow_up(outcome, earlier, expected):
    assert without_follow_up(outcome, earlier) is expected
