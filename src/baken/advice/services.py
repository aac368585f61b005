"""Writing: a question goes into the inbox. It says nothing of who asks, also when that is a colleague who is signed in."""

from baken.accounts.models import Municipality
from baken.signals.services import Received, receive_report
from baken.signals.told import Told


def ask_advice(place: Municipality, *, story: str, form: str, language: str) -> Received:
    """Store a question without personal data and give the code with which the answer is read.

    `form` is the one-time secret: sent twice is one question. Raises as `receive_report`.
    """
    return receive_report(place, Told(form=form, story=story, language=language, question=True))
