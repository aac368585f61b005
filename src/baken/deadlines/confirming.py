"""Confirming: a municipality says that a term is right as it stands. When the term changes, it must be looked at again."""

import hashlib
from collections.abc import Mapping

from baken.catalogue.deadlines import LegalTerm

FIELDS = (
    "from_event", "ends_by", "repeats_on", "length", "extension", "opens_before", "kind", "end", "direction", "days",
    "at_eighteen", "basis", "set_by", "as_of", "sources",
)  # fmt: skip


def mark(term: LegalTerm) -> str:
    """What a confirmation is about: a short mark of all that the term says. Its words and warnings may change freely."""
    said = "\n".join(f"{field}={getattr(term, field)}" for field in ("slug", *FIELDS))
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def is_confirmed(term: LegalTerm, confirmed: Mapping[str, str]) -> bool:
    """Whether these confirmations (term to mark) hold this term as it stands now."""
    return confirmed.get(term.slug) == mark(term)
