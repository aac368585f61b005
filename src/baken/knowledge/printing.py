"""Paper: the overview as an A3 poster and a card to fold for each work setting, as PDF/UA made by typst."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst
from django.utils.translation import gettext as _

from baken.catalogue import Catalogue, load
from baken.catalogue.items import WorkSetting

HERE = Path(__file__).resolve().parent / "typst"
FONTS = [Path(__file__).resolve().parent.parent / "ui" / "built" / "print"]
SIGNS_ON_CARD = 12
CALLS = ("noodnummer-112", "politie-0900", "veilig-thuis", "nla", "comensha", "fairwork")
LONG_CARD = 2_300  # characters: more than this gets smaller letters


@lru_cache(maxsize=128)
def _pdf(template: str, data: str) -> bytes:
    document: bytes = typst.compile(
        HERE / template,
        sys_inputs={"data": data},
        font_paths=FONTS,
        ignore_system_fonts=True,
        pdf_standards="ua-1",
        format="pdf",
        timestamp=0,
    )
    return document


def _footer(catalogue: Catalogue) -> str:
    reviewed = max(item.reviewed for item in catalogue.indicators.values())
    return _("Baken · stand van %(day)s · inhoud %(version)s") % {
        "day": f"{reviewed:%d-%m-%Y}",
        "version": catalogue.version,
    }


def poster(language: str) -> bytes:
    """The whole overview on A3, in `language`. Raises typst's error when the document would break PDF/UA-1."""
    catalogue = load()
    rows = [
        {
            "name": group.title.say(language),
            "cells": [len(catalogue.cells.get((group.slug, type_), ())) for type_ in catalogue.types],
        }
        for group in catalogue.groups.values()
    ]
    data = {
        "language": language,
        "title": _("Overzicht: vormen van uitbuiting en doelgroepen"),
        "lead": _("Het getal zegt hoeveel signalen van die vorm je bij die groep kunt tegenkomen."),
        "corner": _("Doelgroep"),
        "types": [type_.title.say(language) for type_ in catalogue.types.values()],
        "rows": rows,
        "note": _(
            "Een doelgroep is nooit een oorzaak en nooit een signaal. Eén signaal bewijst niets: vraag, overleg en combineer."
        ),
        "sources": _(
            "De verbinding tussen signaal en groep is een voorstel. Bronnen staan bij elk onderdeel op de site."
        ),
        "footer": _footer(catalogue),
    }
    return _pdf("poster.typ", json.dumps(data, ensure_ascii=False))


def card(setting: WorkSetting, language: str) -> bytes:
    """The pocket card of one work setting, in `language`."""
    return _pdf("card.typ", json.dumps(card_data(setting, language), ensure_ascii=False))


def card_data(setting: WorkSetting, language: str) -> dict[str, Any]:
    """Everything that stands on the card."""
    catalogue = load()
    signs = sorted(catalogue.by_setting[setting.slug], key=lambda sign: (not sign.acute, not sign.general))
    calls = [catalogue.contacts[slug] for slug in CALLS if slug in catalogue.contacts]
    lists = {
        "do": setting.do.say(language),
        "dont": setting.dont.say(language),
        "ask": setting.ask.say(language),
        "route": setting.route.say(language),
        "signs": [sign.title.say(language) for sign in signs[:SIGNS_ON_CARD]],
        "call": [f"{call.name}: {call.phone}" for call in calls if call.phone],
    }
    length = sum(len(line) for lines in lists.values() for line in lines)
    return {
        "language": language,
        "title": setting.title.say(language),
        "lead": setting.who.say(language),
        "size": 8.6 if length > LONG_CARD else 9.4,
        "danger": _("Is er nu gevaar? Bel 112."),
        "do_title": _("Wat je doet"),
        "dont_title": _("Wat je niet doet"),
        "ask_title": _("Veilige vragen"),
        "route_title": _("Jouw route"),
        "signs_title": _("Wat je kunt zien"),
        "signs_note": _("Eén signaal bewijst niets. Alle signalen staan op de site."),
        "call_title": _("Wie je belt"),
        "call_note": _("Nummers uit openbare bronnen; de gemeente bevestigt ze."),
        "footer": _footer(catalogue),
        **lists,
    }
