"""Writing the directory: one verb a function, atomic, each with a version that stays and a trace."""

import secrets
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from baken.accounts.access import hash_of
from baken.accounts.models import Organisation, User
from baken.catalogue import load
from baken.partners.access import KIND
from baken.partners.models import THEIRS, PartnerEntry, PartnerLink, PartnerProposal, PartnerVersion
from baken.privacy import trace
from baken.ui.acting import Changed as Changed
from baken.ui.acting import NotPossible as NotPossible

LINK_DAYS = 14
How = PartnerVersion.How


class LinkClosed(RuntimeError):
    """The link was used, withdrawn, is too old, or its partner left the directory."""


def _note(verb: str, entry: PartnerEntry, by: User | None) -> None:
    actor = by.pk if by else trace.ANONYMOUS
    trace.note(verb, KIND, entry.pk, actor=actor, municipality=by.municipality_id if by else entry.municipality_id)


def _version(entry: PartnerEntry, how: str, by: User | None) -> None:
    PartnerVersion(
        entry=entry,
        municipality_id=entry.municipality_id,
        number=entry.revision,
        how=how,
        at=timezone.now(),
        by=by,
        held=entry.values,
    ).save(force_insert=True)
    _note(how, entry, by)


def _hold(entry: PartnerEntry, seen: int | None = None) -> PartnerEntry:
    held = PartnerEntry.objects.select_for_update().select_related("organisation").get(pk=entry.pk)
    if seen is not None and held.revision != seen:
        raise Changed
    return held


def _named(region: int, name: str, mine: Organisation | None = None) -> None:
    same = Organisation.objects.filter(region=region, name__iexact=name)
    if (same.exclude(pk=mine.pk) if mine else same).exists():
        raise NotPossible(_("Deze organisatie staat al in de lijst van jouw regio."))


@transaction.atomic
def add(values: Mapping[str, str], *, by: User) -> PartnerEntry:
    """Put an organisation in the directory of the region of `by`. Raises NotPossible for a name that is there, or no such kind."""
    said = dict(values)
    if said["kind"] not in load().partners:
        raise NotPossible(_("Kies een soort partner uit de lijst."))
    name, region = said.pop("name"), by.municipality.region_id
    _named(region, name)
    organisation = Organisation.objects.create(region_id=region, name=name)
    entry = PartnerEntry(
        municipality=by.municipality,
        organisation=organisation,
        verified_on=timezone.localdate(),
        verified_by=by,
        **said,
    )
    entry.save(force_insert=True)
    _version(entry, How.ADDED, by)
    return entry


def _take(entry: PartnerEntry, values: Mapping[str, Any]) -> None:
    """Write these values on a held entry; does not save the entry itself."""
    said = dict(values)
    name = said.pop("name", entry.organisation.name)
    if name != entry.organisation.name:
        _named(entry.organisation.region_id, name, entry.organisation)
        entry.organisation.name = name
        entry.organisation.save(update_fields=["name"])
    for field, value in said.items():
        setattr(entry, field, value)


def _renew(entry: PartnerEntry, how: str, by: User | None, checked_by: User | None) -> None:
    entry.revision += 1
    entry.verified_on, entry.verified_by = timezone.localdate(), checked_by
    entry.save()
    _version(entry, how, by)


@transaction.atomic
def change(entry: PartnerEntry, values: Mapping[str, str], *, seen: int, by: User) -> None:
    """Change what stands there; who changes it looked at it. Raises Changed, NotPossible for a name that is there."""
    held = _hold(entry, seen)
    _take(held, values)
    _renew(held, How.CHANGED, by, by)


@transaction.atomic
def check(entry: PartnerEntry, *, seen: int, by: User) -> None:
    """Somebody looked at it (called, read the site) and it still is right. Raises Changed."""
    _renew(_hold(entry, seen), How.CHECKED, by, by)


@transaction.atomic
def retire(entry: PartnerEntry, *, by: User) -> None:
    """Take it out of the directory: its people can no longer be let in. Twice is once."""
    held = _hold(entry)
    if held.retired_on is None:
        held.retired_on, held.revision = timezone.localdate(), held.revision + 1
        held.save(update_fields=["retired_on", "revision"])
        _version(held, How.RETIRED, by)


@transaction.atomic
def bring_back(entry: PartnerEntry, *, by: User) -> None:
    """Put it in the directory again. Twice is once."""
    held = _hold(entry)
    if held.retired_on is not None:
        held.retired_on, held.revision = None, held.revision + 1
        held.save(update_fields=["retired_on", "revision"])
        _version(held, How.BACK, by)


@transaction.atomic
def make_link(entry: PartnerEntry, *, by: User) -> str:
    """A link for LINK_DAYS days with which the partner looks at it; gives its path. The token is not kept, only its hash."""
    token, today = secrets.token_urlsafe(32), timezone.localdate()
    expires = today + timedelta(days=LINK_DAYS)
    PartnerLink(
        entry=entry,
        municipality_id=entry.municipality_id,
        token_hash=hash_of(token),
        made_by=by,
        made_on=today,
        expires_on=expires,
    ).save(force_insert=True)
    _note("link made", entry, by)
    return reverse("partner_link:verify", args=[token])


@transaction.atomic
def withdraw_link(link: PartnerLink, *, by: User) -> None:
    """Make a link stop working. One that was used stays as it is."""
    held = PartnerLink.objects.select_for_update().select_related("entry").get(pk=link.pk)
    if held.used_on is None and held.withdrawn_on is None:
        held.withdrawn_on = timezone.localdate()
        held.save(update_fields=["withdrawn_on"])
        _note("link withdrawn", held.entry, by)


def _use(link: PartnerLink) -> PartnerLink:
    held = PartnerLink.objects.select_for_update().get(pk=link.pk)
    entry = _hold(held.entry)
    if not held.is_open or entry.retired_on is not None:
        raise LinkClosed
    held.used_on, held.entry = timezone.localdate(), entry
    held.save(update_fields=["used_on"])
    return held


@transaction.atomic
def confirm(link: PartnerLink, *, seen: int) -> None:
    """The partner says that all of it is right. Raises LinkClosed, and Changed when something was changed in the meantime."""
    held = _use(link)
    if held.entry.revision != seen:
        raise Changed
    _renew(held.entry, How.CONFIRMED, None, None)


@transaction.atomic
def propose(link: PartnerLink, values: Mapping[str, str]) -> PartnerProposal:
    """The partner says what should stand there; a colleague decides. Raises LinkClosed."""
    held = _use(link)
    proposed = {name: values[name] for name in THEIRS if values[name] != held.entry.values[name]}
    proposal = PartnerProposal(
        entry=held.entry, municipality_id=held.municipality_id, link=held, at=timezone.now(), proposed=proposed
    )
    proposal.save(force_insert=True)
    _note("proposed", held.entry, None)
    return proposal


@transaction.atomic
def decide(proposal: PartnerProposal, *, accept: bool, by: User) -> None:
    """Take a correction over, or leave it. Raises NotPossible when a colleague decided already."""
    held = PartnerProposal.objects.select_for_update().get(pk=proposal.pk)
    if held.decided_at is not None:
        raise NotPossible(_("Een collega heeft hier al over besloten."))
    entry = _hold(held.entry)
    if accept:
        _take(entry, held.proposed)
        _renew(entry, How.ACCEPTED, by, None)
    else:
        _note("proposal left", entry, by)
    held.decided_by, held.decided_at, held.accepted = by, timezone.now(), accept
    held.save(update_fields=["decided_by", "decided_at", "accepted"])
