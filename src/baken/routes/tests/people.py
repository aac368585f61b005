"""Random people: any answers to any of the questions, as Hypothesis draws them."""

from hypothesis import strategies as st

from baken.catalogue import load
from baken.catalogue.routes import CHOICE, CHOICES, NONE, NUMBER, UNKNOWN

NUMBERS = {"age": 95, "children_count": 9, "sexual_violence_within_days": 60}
QUESTIONS = load().route_questions


def answer_to(question, *, unknown=True):
    """Any answer to one question."""
    if question.kind == NUMBER:
        answer = st.integers(0, NUMBERS[question.slug])
        answer = answer | st.just(NONE) if question.may_be_none else answer
    elif question.kind == CHOICE:
        answer = st.sampled_from([choice.value for choice in question.choices])
    elif question.kind == CHOICES:
        values = [choice.value for choice in question.choices]
        answer = st.lists(st.sampled_from([*values, UNKNOWN] if unknown else values), min_size=1, unique=True)
    else:
        answer = st.booleans()
    return answer | st.just(UNKNOWN) if unknown else answer


def anybody(*, unknown=True):
    """Somebody of whom some questions were answered."""
    return st.fixed_dictionaries(
        {}, optional={slug: answer_to(q, unknown=unknown) for slug, q in QUESTIONS.items()}
    )


def everything_said(*, unknown=True):
    """Somebody of whom every question was answered."""
    return st.fixed_dictionaries({slug: answer_to(q, unknown=unknown) for slug, q in QUESTIONS.items()})
