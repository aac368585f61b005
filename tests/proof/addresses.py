"""Every route with an address: the words in it are those of the cast's world. The demo's routes are there too."""

from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, include, path, reverse

from baken.admission.tests.make import make_world
from baken.care.tests.make import make_care_file, make_happening
from baken.casework import services as casework
from baken.casework.files import note_with
from baken.casework.models import CaseFile
from baken.casework.tests.make import make_action
from baken.catalogue import load
from baken.config import urls as of_house
from baken.consent.tests.make import agree
from baken.coordination.models import Case, Track
from baken.erasure.tests.make import mark_all, to_erase
from baken.intake.tests.make import make_application, make_batch, make_link
from baken.knowledge.tests.make import make_contact
from baken.letters.tests.make import make_letter
from baken.links.tests.make import a_question
from baken.oversight.tests.make import make_request, make_stay, marked
from baken.partners.models import PartnerLink
from baken.partners.services import make_link as make_link_of
from baken.partners.tests.make import make_correction, make_partner
from baken.persons.tests.make import find_case
from baken.sharing.tests.make import make_disclosure
from baken.signals.models import ReportFile
from baken.signals.tests.make import make_mask, make_report, make_sound
from baken.triage.tests.make import make_filter, make_look_along, make_relation, make_waiting
from tests.proof import of_meetings, of_shelters

urlpatterns = [*of_house.urlpatterns, path("demo/", include("baken.home.demo_urls"))]
handler400, handler403, handler404, handler500 = (
    of_house.handler400, of_house.handler403, of_house.handler404, of_house.handler500,
)  # fmt: skip
WITH_REPORT = [
    "inbox:record", "inbox:weigh", "inbox:answer", "inbox:note", "inbox:relate", "inbox:split", "handover:send", "handover:mask",
    "oversight:stay", "oversight:mark",
]  # fmt: skip
GIVEN = ["sharing:disclosure", "sharing:record", "sharing:file"]
RECEIVED = ["sharing:delivery", "sharing:reply", "handover:take_over"]
LOCAL = ["change", "retire", "bring_back", "confirm"]
WITH_CASE = [
    f"cases:{name}"
    for name in "case edit records criteria move new_track take_report who let_in shut_out secret director".split()
]
TWO_LANGUAGES = (
    "advice:",
    "help_page:",
    "home:",
    "intake:",
    "knowledge:",
    "partner_link:",
    "shelter_link:",
    "signals:",
)


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
    report, (group, type_) = (
        make_report(cast.havenstad, files=[make_sound()]),
        next(key for key, found in load().cells.items() if found),
    )
    slugs = {"type": "types", "group": "groups", "indicator": "indicators", "misconception": "misconceptions"}
    found: dict[str, list[Any]] = {
        f"knowledge:{name}": [next(iter(getattr(load(), kind)))] for name, kind in slugs.items()
    }
    found |= {"knowledge:setting": ["police"], "knowledge:card": ["police"], "knowledge:cell": [group, type_]}
    found |= {name: [report.pk] for name in WITH_REPORT}
    found |= around(report, cast.amina) | of_cases(cast, report)
    found |= of_meetings.words(of_meetings.running(cast.chris, cast.loes, form="hier"))
    found |= {name: [report.pk, make_mask(report, cast.amina)] for name in ("handover:lift", "handover:erase")}
    given = make_disclosure(cast.amina, receiver=cast.duindorp, files=ReportFile.objects.filter(report=report))
    found |= {name: [given.pk] for name in GIVEN} | {name: [given.delivery.pk] for name in RECEIVED}
    found["sharing:received_file"] = [given.delivery.pk, given.delivery.files.get().pk]
    link, asked = a_question(cast)
    found |= {"links:network": [report.pk], "links:decide": [link.pk], "links:request": [asked.pk]}
    found |= {
        "links:ask": [asked.report_id, "duindorp", "plate"],
        "grounds:on": ["person-search"],
        "grounds:off": ["regional"],
    }
    file = ReportFile.objects.get(report=report)
    found |= {"inbox:file": [report.pk, file.pk], "signals:reporter_file": [file.pk]}
    found |= with_partners(cast) | agreed(cast, found["cases:case"][0])
    found |= of_work(cast, found["cases:case"][0]) | of_shelters.words(cast)
    found["care:attach"] = found["shelter:placement"]
    found |= erasing(cast) | looking_along(cast) | of_care(cast)
    contact = make_contact(cast.amina)
    found |= {f"local:{name}": ["contact", contact.pk] for name in LOCAL} | {"local:add": ["contact"]}
    asked = make_request(cast.amina, report)
    found |= {f"oversight:{name}": [asked.pk] for name in ("request", "search", "pack")}
    found["oversight:request_change"] = [asked.pk, "besluit"]
    found["oversight:judge"] = [asked.pk, asked.found.get().pk]
    found["oversight:end_stay"] = [make_stay(report, cast.amina).pk]
    found["oversight:end_mark"] = [marked(report, cast.amina).pk]
    return found | {
        "help_in:start": ["ti"],
        "help_in:step": ["ar", "2b1"],
        "sharing:decide": ["consent"],
        "oversight:term": ["trace"],
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


def of_case(case: Case) -> dict[str, list[Any]]:
    """The words of the routes that need no more than a case."""
    return {name: [case.pk] for name in WITH_CASE}


def of_cases(cast: Any, report: Any) -> dict[str, list[Any]]:
    """The words of the routes about a case in which everybody stands otherwise."""
    world = make_world(cast, report=report)
    more = {
        "track": world.victim,
        "report": report,
        "take_back": world.grant,
        "lift": world.shut_out,
        "answer": world.asked,
    }
    return of_case(world.case) | {f"cases:{name}": [world.case.pk, each.pk] for name, each in more.items()}


def of_work(cast: Any, pk: Any) -> dict[str, list[Any]]:
    """The words of the routes about the work in a case: all of it in the track of the victim."""
    case, track = Case.objects.get(pk=pk), Track.objects.get(case=pk, kind="victim")
    goal = casework.set_goal(case, track=track, aim="safety", text="Veilig slapen.", by=cast.chris)
    action = make_action(case, cast.chris, track=track)
    note_with(case, [make_sound()], text="Opname.", track=track, by=cast.chris)
    own = {f"casework:{name}": [pk] for name in "plan goal action decision note close".split()}
    return own | {
        "casework:reached": [pk, goal.pk],
        "casework:settle": [pk, action.pk],
        "casework:change": [pk, action.pk],
        "casework:file": [pk, CaseFile.objects.get(case=pk).pk],
    }


def with_partners(cast: Any) -> dict[str, list[Any]]:
    """The words of the routes about a partner with a link that is open and a correction that waits."""
    entry = make_partner(cast.chris)
    make_link_of(entry, by=cast.chris)
    asked = make_correction(entry, by=cast.chris)
    open_one = PartnerLink.objects.get(entry=entry, used_on=None)
    own = {f"partners:{name}": [entry.pk] for name in "entry change check retire history link".split()}
    return own | {
        "partners:kind": ["opvang"],
        "partners:withdraw": [entry.pk, open_one.pk],
        "partners:proposal": [entry.pk, asked.pk],
        "partner_link:verify": ["nooit-geweest"],
    }


def agreed(cast: Any, case: Any) -> dict[str, list[Any]]:
    """The words of the routes about consent and letters in a case, and about a case that was handed over to Duindorp."""
    track = Track.objects.get(case=case, kind="victim")
    consent = agree(track, user=cast.loes)
    delivery = make_disclosure(cast.amina, receiver=cast.duindorp, for_whom="receive_cases").delivery
    letter = make_letter(Case.objects.get(pk=case), cast.chris)
    asked = make_request(cast.amina)
    found = find_case(asked, letter.case)
    own = {"persons:judge": [case, found.pk], "persons:add": [asked.pk]}
    own |= {f"letters:{name}": [case, letter.pk] for name in ("letter", "document")}
    own |= {f"letters:{name}": [case, "advice"] for name in ("plain", "given")}
    return (
        own
        | {f"consent:{name}": [case] for name in "list new register give".split()}
        | {
            "consent:withdraw": [case, consent.pk],
            "consent:take_over": [delivery.pk],
        }
    )


def of_care(cast: Any) -> dict[str, list[Any]]:
    """The words of the routes about the file of a victim, kept by Dewi."""
    file = make_care_file(cast.dewi)
    happening = make_happening(file)
    own = "file edit hand_over close reopen route choose clocks happened".split()
    return {f"care:{name}": [file.pk] for name in own} | {
        "care:forget": [file.pk, "immediate_danger"],
        "care:take_back": [file.pk, happening.pk],
        "care:set_aside": [file.pk, "bedenktijd_max"],
        "care:confirm": ["bedenktijd_max"],
    }


def erasing(cast: Any) -> dict[str, list[Any]]:
    """The words of the routes about what must go on request."""
    report = make_report(cast.havenstad, form="wissen-" + "w" * 20)
    asked = to_erase(cast.amina, report)
    return {
        "erasure:mark": [asked.pk, report.pk],
        "erasure:settle": [asked.pk, mark_all(asked, report, cast.amina).pk],
    }


def looking_along(cast: Any) -> dict[str, list[Any]]:
    """The words of the routes of a second person from another municipality."""
    asked = make_look_along(cast.els, cast.amina, make_waiting(cast.els, form="meekijken-" + "m" * 20))
    report = asked.report_id
    return {"inbox:ask_along": [report], "inbox:stop_along": [report], "inbox:along": [asked.pk]}


def around(report: Any, by: Any) -> dict[str, list[Any]]:
    """The words of the routes about the work around a report."""
    relation = make_relation(by, report, form=f"ander-{report.pk}")
    return {
        "inbox:step": [report.pk, "overdragen"],
        "inbox:unrelate": [report.pk, relation.pk],
        "inbox:forget_filter": [make_filter(by).pk],
    }


def addresses(cast: Any) -> dict[str, list[str]]:
    """Route → its addresses: one, or one a language."""
    known = words(cast)
    found = {name: [reverse(name, args=known.get(name, []))] for name in every_route("baken.config.urls")}
    for name, paths in found.items():
        if name.startswith(TWO_LANGUAGES):
            paths.append(f"/en{paths[0]}")
    return found
