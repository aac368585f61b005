"""Routes: from what is known of a victim to the help that fits, and what to ask next.

Pure Python: no Django, no database, no clock. The rules are content (`content/routes/`); this room only reads them, so an
editor changes a route without code. Every rule applies, does not apply, or is not yet known. A person decides, and can put
a rule aside or add one with a reason. How it works and what it cannot: docs/routes.md.
"""

from baken.routes.answers import WrongAnswer
from baken.routes.asking import next_question
from baken.routes.evaluate import evaluate
from baken.routes.explain import answer_in_words, explain
from baken.routes.outcome import Outcome, Overruling

__all__ = ["Outcome", "Overruling", "WrongAnswer", "answer_in_words", "evaluate", "explain", "next_question"]
