"""Responsibility 4, help: where somebody can sleep safely tonight. Places by night, how fresh that is, who holds them.

A placement speaks of a person only by an alias and what that person needs; secret addresses open for who must, with a trace.
"""
