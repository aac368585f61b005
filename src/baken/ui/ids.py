"""Ids as forms and addresses give them."""

from uuid import UUID


def is_id(said: str | None) -> bool:
    """Whether this is the id of a record, as text."""
    try:
        UUID(said or "")
    except ValueError:
        return False
    return True
