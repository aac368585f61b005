"""Which other reports hold the same tokens. What it costs does not depend on how many reports there are."""

from collections.abc import Iterator, Sequence
from itertools import islice
from uuid import UUID

from django.db import connection

from baken.privacy import blind
from baken.signals import tokens
from baken.signals.trait_models import TraitList, TraitToken
from baken.traits.compare import Best
from baken.traits.letters import latin
from baken.traits.ordinary import LIMITS
from baken.traits.tokens import Token, asked_of

AT_ONCE = 100  # tokens in one question to the database
# Each token is looked up by itself and stops at its limit, so a value that everybody has costs no more than another.
_ONE = (
    "SELECT * FROM (SELECT token, report_id, municipality_id FROM signals_traittoken"
    " WHERE token = %s AND regional = %s AND report_id <> %s LIMIT %s) AS found"
)
Asked = tuple[bytes, Token, str]


def shared_with(told: TraitList, *, regional: bool) -> Best:
    """What this report shares with each other one: of its municipality, or of the others in its region.

    A token that more than its limit of reports hold says nothing any more and is left out. Keys are `<report id>` as text.
    """
    best = Best()
    for (_, token, value), found in _held(told, list(_asked(told, regional=regional)), regional=regional):
        if len(found) > LIMITS[token.strength]:
            continue
        for other, place in found:
            if (place != told.municipality_id) is regional:
                best.add(str(other), token, value)
    return best


def _asked(told: TraitList, *, regional: bool) -> Iterator[Asked]:
    home = told.report.municipality
    ring = tokens.ring_of(home, regional=regional)
    for trait, token in asked_of(tokens.traits_in(told), "" if regional else latin(home.name)):
        if not regional or tokens.to_share(token):
            yield blind.token(ring, token.kind, token.text), token, trait.value


def _held(
    told: TraitList, asked: Sequence[Asked], *, regional: bool
) -> Iterator[tuple[Asked, list[tuple[UUID, UUID]]]]:
    """Each asked token with (report, municipality) of who holds it: at most one more than its limit."""
    own = TraitToken._meta.get_field("report").get_db_prep_value(told.report_id, connection)
    each = iter(asked)
    while some := list(islice(each, AT_ONCE)):
        held: dict[bytes, list[tuple[UUID, UUID]]] = {}
        values = [value for key, token, _ in some for value in (key, regional, own, LIMITS[token.strength] + 1)]
        with connection.cursor() as cursor:
            cursor.execute(" UNION ".join([_ONE] * len(some)), values)
            for key, report, place in cursor.fetchall():
                held.setdefault(bytes(key), []).append((UUID(str(report)), UUID(str(place))))
        yield from ((wanted, held.get(wanted[0], [])) for wanted in some)
