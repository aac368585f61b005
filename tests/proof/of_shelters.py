"""Shelters in the proofs: where they stand, who opens which door, and the pages with a form."""

from typing import Any

from django.test import Client

from baken.shelter import finding, services
from baken.shelter.models import PlaceLink
from baken.shelter.tests.make import make_place, make_placement, make_shelter, make_waiting
from tests.proof import doors as table
from tests.proof.crawl import Page
from tests.proof.doors import Row, desk, row

OF_SHELTER = [f"shelter:{name}" for name in "shelter change retire add_place confirm address link".split()]
OF_PLACE = [f"shelter:{name}" for name in "change_place close_nights reserve".split()]
OF_PLACEMENT = [f"shelter:{name}" for name in "placement placed extend move end refuse".split()]
OF_WAITING = [f"shelter:{name}" for name in "look_for weigh stop".split()]
ROOT = "/werk/opvang/"


def house(cast: Any) -> Any:
    """A shelter where Mo works, with a link, one place that is free and one that Dewi holds; and somebody who waits."""
    shelter = make_shelter(cast.dewi, cast.mo.organisation)
    services.make_link(shelter, by=cast.dewi)
    make_place(shelter, cast.dewi)
    make_placement(make_place(shelter, cast.dewi, name="Kamer 4"), cast.dewi)
    make_waiting(cast.dewi)
    return shelter


def words(cast: Any) -> dict[str, list[Any]]:
    """The words in the addresses of this shelter."""
    shelter = house(cast)
    free, held = shelter.places.all()
    placement, waits = held.placements.get(), make_waiting(cast.dewi, "Vrouw S")
    found = {name: [shelter.pk] for name in OF_SHELTER} | {name: [free.pk] for name in OF_PLACE}
    found |= {name: [placement.pk] for name in OF_PLACEMENT} | {name: [waits.pk] for name in OF_WAITING}
    link = PlaceLink.objects.get(shelter=shelter)
    return found | {"shelter:withdraw": [shelter.pk, link.pk], "shelter_link:tap": ["nooit-geweest"]}


BOTH, PLACES = ("dewi", "mo"), ("dewi",)  # who reads the register; who places people
TABLE: dict[str, Row] = {
    "shelter:list": desk(*BOTH, get=200),
    "shelter:kinds": desk(*BOTH, get=200),
    "shelter:add": desk(*BOTH, get=200, post=422),
    "shelter:shelter": desk(*BOTH, get=200),
    "shelter:change": desk(*BOTH, get=200, post=422),
    "shelter:retire": desk(*BOTH, get=200, post=302),  # one takes it out, the other puts it back
    "shelter:add_place": desk(*BOTH, get=200, post=422),
    "shelter:change_place": desk(*BOTH, get=200, post=422),
    "shelter:close_nights": desk(*BOTH, get=200, post=422),
    "shelter:confirm": desk(*BOTH, get=200, post=422),
    "shelter:address": desk(*BOTH, get=200, post=422),
    "shelter:link": desk(*BOTH, post=200),
    "shelter:withdraw": desk(*BOTH, post=302),
    "shelter:placement": desk(*BOTH, get=200),
    "shelter:placed": desk(*BOTH, get=200, post=409),  # they did not see how it stands
    "shelter:end": desk(*BOTH, get=200, post=422),
    "shelter:refuse": desk(*BOTH, get=200, post=422),
    "shelter:find": desk(*PLACES, get=200, post=422),
    "shelter:reserve": desk(*PLACES, get=200, post=422),
    "shelter:extend": desk(*PLACES, get=200, post=422),
    "shelter:move": desk(*PLACES, get=200, post=422),
    "shelter:waiting": desk(*PLACES, get=200),
    "shelter:wait": desk(*PLACES, get=200, post=422),
    "shelter:look_for": desk(*PLACES, post=200),
    "shelter:weigh": desk(*PLACES, post=302),
    "shelter:stop": desk(*PLACES, get=200, post=422),
    "shelter_link:tap": row("404 404 404 405 405 405 405"),  # a link that never was
}
table.TABLE |= TABLE


def pages(cast: Any, signed_in: Any) -> list[Any]:
    """Every page with a form, by who sees it; the search with its results; the page behind a link."""
    shelter, dewi, nobody = house(cast), signed_in(cast.dewi), Client()
    free, held = shelter.places.all()
    placement, waits = held.placements.get(), make_waiting(cast.dewi, "Vrouw S")
    tails = ["nieuw/", "zoeken/", "wachtlijst/", "wachtlijst/nieuw/", f"wachtlijst/{waits.pk}/weg/"]
    tails += [f"{shelter.pk}/{tail}" for tail in ("", "wijzigen/", "weghalen/", "plek/", "vrij/", "adres/")]
    tails += [f"plek/{free.pk}/{tail}" for tail in ("", "nachten/", "reserveren/")]
    tails += [
        f"plaatsing/{placement.pk}/{each}/"
        for each in "geplaatst verlengen verplaatsen beeindigen weigeren".split()
    ]
    tails.append(f"plaatsing/{placement.pk}/")
    found = [(dewi, Page(ROOT + tail, dewi.get(ROOT + tail).content.decode())) for tail in tails]
    asked = {"first": finding.tonight().isoformat(), "nights": "2", "sex": "woman"}
    results = dewi.post(f"{ROOT}zoeken/", asked).content.decode()
    path = services.make_link(shelter, by=cast.dewi)
    taps = [(nobody, Page(each, nobody.get(each).content.decode())) for each in (path, f"/en{path}")]
    return [*found, (dewi, Page(f"{ROOT}zoeken/", results)), *taps]
