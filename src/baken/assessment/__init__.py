"""Assessment: from words and ticks to observations, and from observations to an explained assessment (beoordeling).

Pure Python, usable as a library; imports only the catalogue. It never says "this is trafficking": it says what points
to it, what else it may be, what is unknown, and leaves the decision to a person.
"""
