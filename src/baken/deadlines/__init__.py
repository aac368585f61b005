"""Deadlines: legal clocks (wettelijke termijnen) of somebody who is helped: when they run out, who hears it, what is missed.

Pure Python: no Django, no database, no clock of its own; imports only the catalogue. A clock is help and no proof: only what
stands in the file decides whether a term runs. Nothing goes silent: what is not known is said.
"""

from baken.deadlines.clock import Clock, Light, State
from baken.deadlines.counting import Due, due
from baken.deadlines.event import Event
from baken.deadlines.open_days import Holidays
from baken.deadlines.timeline import Known, timeline

__all__ = ["Clock", "Due", "Event", "Holidays", "Known", "Light", "State", "due", "timeline"]
