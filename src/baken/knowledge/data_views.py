"""The overview as open data: CSV and JSON-LD."""

import csv
import io
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import get_language

from baken.catalogue import load
from baken.ui.public import still

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


def safe(value: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{value}" if value.startswith(DANGEROUS) else value


@still
def csv_page(request: HttpRequest) -> HttpResponse:
    """One row a sign and type, with a mark of order so that spreadsheets read UTF-8."""
    language, catalogue = get_language() or "nl", load()
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(
        ["indicator", "title", "type", "strength", "element", "acute", "groups", "settings", "reviewed"]
    )
    for item in catalogue.current:
        for link in item.types:
            row = [item.slug, item.title.say(language), link.type, link.strength, item.element]
            row += [
                "yes" if item.acute else "no",
                " ".join(item.groups),
                " ".join(item.settings),
                str(item.reviewed),
            ]
            writer.writerow([safe(value) for value in row])
    headers = {"Content-Disposition": 'attachment; filename="baken-overzicht.csv"'}
    return HttpResponse("\ufeff" + out.getvalue(), content_type="text/csv; charset=utf-8", headers=headers)


@still
def jsonld(request: HttpRequest) -> HttpResponse:
    """Every sign, type and group as a term of schema.org, in two languages."""
    catalogue = load()
    terms: list[dict[str, Any]] = []
    for kind in ("types", "groups", "indicators"):
        for item in getattr(catalogue, kind).values():
            terms.append(
                {
                    "@type": "DefinedTerm",
                    "@id": f"urn:baken:{kind}:{item.slug}",
                    "termCode": item.slug,
                    "inDefinedTermSet": f"urn:baken:{kind}",
                    "name": [{"@language": code, "@value": item.title.say(code)} for code in ("nl", "en")],
                    "dateModified": str(item.reviewed),
                }
            )
    body = {"@context": "https://schema.org/", "@graph": terms, "version": catalogue.version}
    return JsonResponse(body, content_type="application/ld+json", json_dumps_params={"ensure_ascii": False})
