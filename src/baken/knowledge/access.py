"""Reading what municipalities write themselves: all of it on the desk of its own people, what is in use for everybody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from baken.accounts.models import Municipality, User
from baken.knowledge.models import IN_USE, LocalContact, LocalItem, LocalText
from baken.knowledge.targets import Beside

L = TypeVar("L", bound=LocalItem)


@dataclass(frozen=True)
class Local:
    """What one municipality adds to one page: texts by part of the item (or by item), and its contact points."""

    place: Municipality
    texts: dict[str, list[LocalText]]
    contacts: list[LocalContact]

    @property
    def mark(self) -> str:
        """Which texts and contact points these are, each with its revision: another one is another page."""
        shown = [*self.contacts, *(text for texts in self.texts.values() for text in texts)]
        return " ".join(f"{each.pk}.{each.revision}" for each in shown)

    @property
    def has_something(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.texts or self.contacts)


def local_for(user: User, model: type[L]) -> "QuerySet[L]":
    """Everything of this person's municipality, retired too. Raises PermissionDenied without the capability."""
    if not user.may("edit_local_knowledge"):
        raise PermissionDenied
    return model._default_manager.filter(municipality=user.municipality_id).select_related(
        "changed_by", "municipality"
    )


def one_local_for(user: User, model: type[L], pk: UUID) -> L:
    """One of them; that of another municipality does not exist (404)."""
    return get_object_or_404(local_for(user, model), pk=pk)


def due_for(user: User, *, today: date) -> int:
    """How many of them somebody should look at again."""
    late = {"retired_on": None, "review_on__lt": today}
    return local_for(user, LocalContact).filter(**late).count() + local_for(user, LocalText).filter(**late).count()


def contacts_of(place: Municipality, *, now: bool = False) -> list[LocalContact]:
    """The contact points in use that are for everybody, in their order; with `now` those that answer outside office hours come first."""
    found = list(_in_use(place, LocalContact.ShownTo.EVERYBODY))
    return sorted(found, key=lambda each: not each.after_hours) if now else found


def contacts_for_colleagues(user: User) -> "QuerySet[LocalContact]":
    """The contact points in use that only colleagues see; nothing for who works for a partner."""
    found = _in_use(user.municipality, LocalContact.ShownTo.COLLEAGUES)
    return found.none() if user.organisation_id else found


def _in_use(place: Municipality, shown_to: str) -> "QuerySet[LocalContact]":
    return LocalContact.objects.filter(IN_USE, municipality=place, shown_to=shown_to)


def beside_item(place: Municipality, slug: str, *, beside: str) -> Local:
    """The texts in use beside one national item, by part; where colleagues work also whom to call. At most two queries."""
    contacts = contacts_of(place) if beside == Beside.SETTING else []
    return Local(place, _texts(place, beside, [slug], by="part"), contacts)


def beside_advice(place: Municipality, slugs: Iterable[str], *, now: bool) -> Local:
    """For the outcome of a check: texts by advice, and the contact points. Two queries."""
    return Local(place, _texts(place, Beside.ADVICE, slugs, by="item"), contacts_of(place, now=now))


def with_contacts(place: Municipality, *, now: bool = False) -> Local:
    """Only the contact points. One query."""
    return Local(place, {}, contacts_of(place, now=now))


def _texts(place: Municipality, beside: str, slugs: Iterable[str], *, by: str) -> dict[str, list[LocalText]]:
    found: dict[str, list[LocalText]] = {}
    for text in LocalText.objects.filter(IN_USE, municipality=place, beside=beside, item__in=list(slugs)):
        found.setdefault(getattr(text, by), []).append(text)
    return found
