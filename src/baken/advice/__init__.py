"""Advice: a question to the focal officer about a situation, without any personal data (vraag om advies).

What looks personal is pointed out before anything is stored. What is then sent is a report of its own kind in the inbox:
it is answered like one, and never compared with others.
"""
