"""Writing what a municipality adds: one verb a function, atomic, with a trace. Nothing is deleted, nothing overwritten unseen."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, TypeVar

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from baken.accounts.models import User
from baken.knowledge.models import LocalContact, LocalItem, LocalText
from baken.privacy import trace

L = TypeVar("L", bound=LocalItem)
REVIEW_DAYS = 183  # half a year: long enough to be kept up, short enough for a phone number
LONGEST_DAYS = 366
KINDS: dict[type[LocalItem], str] = {LocalContact: "local contact", LocalText: "local text"}


class AlreadyThere(ValueError):
    """The municipality has one in use with this name, or beside this item; the message says so."""


class Changed(RuntimeError):
    """A colleague changed or retired it since this person opened it. `current` is how it is now."""

    def __init__(self, current: LocalItem) -> None:
        super().__init__(_("Een collega heeft dit net gewijzigd. Kijk eerst wat er nu staat."))
        self.current = current


def review_day(today: date) -> date:
    """The day before which what is right today is looked at again."""
    return today + timedelta(days=REVIEW_DAYS)


@transaction.atomic
def add_local(model: type[L], *, values: Mapping[str, Any], by: User) -> L:
    """Add one to the municipality of `by`. Raises AlreadyThere."""
    item = model(municipality=by.municipality, **values)
    _mark(item, by)
    _save(item)
    _note("added", item, by)
    return item


@transaction.atomic
def change_local(item: L, *, values: Mapping[str, Any], revision: int, by: User) -> L:
    """Change it, when it still is as this person saw it (`revision`). Raises Changed, or AlreadyThere.

    Who sends the same twice is not in their own way: nothing changes the second time.
    """
    item = _locked(item)
    if all(getattr(item, name) == value for name, value in values.items()) and item.retired_on is None:
        return item
    _unchanged(item, revision)
    for name, value in values.items():
        setattr(item, name, value)
    _mark(item, by)
    item.revision += 1
    _save(item)
    _note("changed", item, by)
    return item


@transaction.atomic
def confirm_local(item: L, *, revision: int, by: User) -> L:
    """Somebody looked and it still is right: good for another half year. Raises Changed."""
    item = _locked(item)
    _unchanged(item, revision)
    item.checked_on = timezone.localdate()
    item.review_on = review_day(item.checked_on)
    item.revision += 1
    item.save(update_fields=["checked_on", "review_on", "revision"])
    _note("confirmed", item, by)
    return item


@transaction.atomic
def retire_local(item: L, *, revision: int, by: User) -> L:
    """Take it off the site; it stays on the desk and can be brought back. Raises Changed."""
    item = _locked(item)
    _unchanged(item, revision)
    item.retired_on = timezone.localdate()
    item.revision += 1
    item.save(update_fields=["retired_on", "revision"])
    _note("retired", item, by)
    return item


@transaction.atomic
def bring_back_local(item: L, *, by: User) -> L:
    """Put a retired one on the site again. Raises AlreadyThere when another took its place."""
    item = _locked(item)
    if item.retired_on is not None:
        item.retired_on = None
        item.revision += 1
        _save(item)
        _note("brought back", item, by)
    return item


def _locked(item: L) -> L:
    return type(item)._default_manager.select_for_update().get(pk=item.pk)


def _unchanged(item: L, revision: int) -> None:
    if item.revision != revision or item.retired_on is not None:
        raise Changed(item)


def _mark(item: L, by: User) -> None:
    item.changed_by, item.changed_at, item.checked_on = by, timezone.now(), timezone.localdate()


def _save(item: L) -> None:
    try:
        with transaction.atomic():
            item.save()
    except IntegrityError:
        words = _("Er is al een contactpunt met deze naam.") if isinstance(item, LocalContact) else ""
        raise AlreadyThere(words or _("Jouw gemeente heeft hier al een tekst bij staan. Wijzig die.")) from None


def _note(verb: str, item: L, by: User) -> None:
    trace.note(verb, KINDS[type(item)], item.pk, actor=by.pk, municipality=item.municipality_id)
