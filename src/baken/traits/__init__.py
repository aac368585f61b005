"""Traits: phones, plates, addresses, accounts, names and handles in a text, and what they say about two reports (kenmerken).

Pure Python, usable as a library; knows no other room. One kind is one rule file with `found(text)` and `normalise(raw)`.
`find` puts them together, `mask` says what is personal data, `compare` which reports share something and how sure that is.
"""

from baken.traits.find import find, normalise
from baken.traits.mask import spans_to_mask
from baken.traits.trait import Kind, Strength, Trait

__all__ = ["Kind", "Strength", "Trait", "find", "normalise", "spans_to_mask"]
