"""Every route with an address: the words in it are those of the cast's world. The demo's routes are there too."""

from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, include, path, reverse

from baken.catalogue import load
from baken.config import urls as of_house
from baken.intake.tests.make import make_application, make_batch, make_link
from baken.knowledge.tests.make import make_contact
from baken.signals.tests.make import make_report

urlpatterns = [*of_house.urlpatterns, path("demo/", include("baken.home.demo_urls"))]
handler400, handler403, handler404, handler500 = (
    of_house.handler400, of_house.handler403, of_house.handler404, of_house.handler500,
)  # fmt: skip
WITH_REPORT = ["inbox:record", "inbox:weigh", "inbox:answer", "inbox:note"]
LOCAL = ["change", "retire", "bring_back", "confirm"]
TWO_LANGUAGES = ("home:", "intake:", "knowledge:", "signals:")


def every_route(urlconf: str = "tests.proof.addresses") -> set[str]:
    """The names of all routes, with those of the demo."""
    found: set[str] = set()

    def walk(patterns: Any, prefix: str = "") -> None:
        for entry in patterns:
            if isinstance(entry, URLResolver):
                walk(entry.url_patterns, f"{prefix}{entry.namespace}:" if entry.namespace else prefix)
            elif isinstance(entry, URLPattern) and entry.name:
                found.add(prefix + entry.name)

    walk(get_resolver(urlconf).url_patterns)
    return found


def words(cast: Any) -> dict[str, list[Any]]:
    """The words in the address of each route that needs them."""
    report, (group, type_) = make_report(cast.havenstad), next(key for key, found in load().cells.items() if found)
    slugs = {"type": "types", "group": "groups", "indicator": "indicators", "misconception": "misconceptions"}
    found: dict[str, list[Any]] = {
        f"knowledge:{name}": [next(iter(getattr(load(), kind)))] for name, kind in slugs.items()
    }
    found |= {"knowledge:setting": ["police"], "knowledge:card": ["police"], "knowledge:cell": [group, type_]}
    found |= {name: [report.pk] for name in WITH_REPORT}
    contact = make_contact(cast.amina)
    found |= {f"local:{name}": ["contact", contact.pk] for name in LOCAL} | {"local:add": ["contact"]}
    return found | {
        "accounts:person": [cast.amina.pk],
        "accounts:change": [cast.amina.pk, "rollen"],
        "accounts_join:join": ["nooit-geweest"],
        "intake:with_link": ["nooit-geweest"],
        "desk_intake:withdraw_link": [make_link(cast.amina).pk],
        "desk_intake:import_template": ["csv"],
        "desk_intake:import_batch": [make_batch(cast.amina).pk],
        "desk_intake:revoke": [make_application(cast.farid).pk],
        "mfa_remove_webauthn": [1],
        "mfa_edit_webauthn": [1],
    }


def addresses(cast: Any) -> dict[str, list[str]]:
    """Route → its addresses: one, or one a language."""
    known = words(cast)
    found = {name: [reverse(name, args=known.get(name, []))] for name in every_route("baken.config.urls")}
    for name, paths in found.items():
        if name.startswith(TWO_LANGUAGES):
            paths.append(f"/en{paths[0]}")
    return found
