"""How long a kind of personal data lives (bewaartermijn), after what, and on which ground."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Keep:
    """Declared by every model with personal data. `after` names the field from which the term counts.

    The terms are proposals that a municipality must confirm; `ground` says where the obligation or purpose is written.
    """

    years: int
    after: str
    ground: str
