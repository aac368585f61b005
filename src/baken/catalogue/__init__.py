"""Catalogue: what we know (kennis), read from `content/` into frozen objects.

Pure Python: no Django, no database, no clock. Every other room that speaks of an indicator, a type or a risk group
means an object of this room, by its id. `load()` gives the whole catalogue; a wrong item stops the start.
"""

from baken.catalogue.store import Catalogue, load

__all__ = ["Catalogue", "load"]
