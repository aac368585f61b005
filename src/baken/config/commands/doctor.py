"""`baken doctor`: says in plain words what is missing for real use."""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from baken.config import start


@dataclass(frozen=True)
class Ailment:
    """One thing that is missing: the setting or part it is about, and what to do."""

    about: str
    what: str


def add(parser: argparse.ArgumentParser) -> None:
    """The words of this command."""
    parser.add_argument("--json", action="store_true", help="als JSON, een lijst van about en what")


def run(args: argparse.Namespace) -> int:
    """Print one line for each thing that is missing. Ends with 1 when something is, otherwise 0."""
    start.awake()
    found = [*settings_ailments(), *data_ailments(), *trace_ailments()]
    if args.json:
        sys.stdout.write(json.dumps([asdict(each) for each in found], ensure_ascii=False) + "\n")
    else:
        for each in found:
            sys.stdout.write(f"{each.about}\t{each.what}\n")
        sys.stderr.write(f"{len(found)} dingen ontbreken\n" if found else "alles is klaar voor gebruik\n")
    return 1 if found else 0


def settings_ailments() -> Iterator[Ailment]:
    """What the settings lack for real use."""
    from django.conf import settings

    if settings.DEMO:
        yield Ailment("BAKEN_DEMO", "staat aan: iedereen kan zich met één klik aanmelden. Zet haar uit.")
    if settings.SECRET_KEY.startswith("alleen-voor-demo"):
        yield Ailment("BAKEN_SECRET_KEY", "is niet gezet. Maak er een van ten minste 50 willekeurige tekens.")
    if not settings.HTTPS:
        yield Ailment("BAKEN_HTTPS", "staat uit. Zet een proxy met TLS voor Baken en zet haar aan.")
    if set(settings.ALLOWED_HOSTS) <= settings.LOCAL_HOSTS:
        yield Ailment("BAKEN_HOSTS", "noemt alleen deze computer. Noem de naam van de site.")
    if not settings.EMAIL_HOST:
        yield Ailment("BAKEN_MAIL_HOST", "is niet gezet: niemand krijgt bericht van een melding met spoed.")
    if not settings.SECURITY_CONTACT:
        yield Ailment("BAKEN_SECURITY_CONTACT", "is niet gezet: niemand weet waar een lek te melden is.")
    yield from scanner_ailments()


def scanner_ailments() -> Iterator[Ailment]:
    """A virus scanner that is not there, or does not answer (BIO2 8.07.04: scan before storing)."""
    from baken.files import scan

    if not scan.is_on():
        yield Ailment("BAKEN_CLAMD", "is niet gezet: bijlagen worden niet op virussen gecontroleerd.")
    elif not scan.answers():
        yield Ailment("BAKEN_CLAMD", "antwoordt niet: er worden nu geen bijlagen aangenomen.")


def data_ailments() -> Iterator[Ailment]:
    """What the keys, the tables and the people lack."""
    from django.conf import settings
    from django.db import DatabaseError

    key = settings.MASTER_KEY_FILE
    if not key.exists():
        yield Ailment(str(key), "de hoofdsleutel ontbreekt. `baken init` maakt haar; bewaar een kopie elders.")
    elif key.stat().st_mode & 0o077:
        yield Ailment(str(key), "de hoofdsleutel is voor anderen leesbaar. Doe: chmod 600.")
    if not (settings.HOUSE / "ui" / "built").is_dir():
        yield Ailment("vormgeving", "is niet gebundeld. Doe: make prepare.")
    try:
        yield from people_ailments()
        yield from term_ailments()
    except DatabaseError:
        yield Ailment("database", "is niet bereikbaar of niet bijgewerkt. Start `baken serve` of `baken init`.")


def people_ailments() -> Iterator[Ailment]:
    """A municipality that nobody can send a report to."""
    from baken.accounts import access

    places = list(access.municipalities())
    if not places:
        yield Ailment("gemeente", "er is er nog geen. Maak de eerste met `baken init`.")
    for place in places:
        if not access.can_receive(place):
            yield Ailment(place.name, "heeft geen aandachtsfunctionaris: meldingen komen niet aan.")


def term_ailments() -> Iterator[Ailment]:
    """A municipality that has not confirmed how long things live."""
    from baken.accounts import access
    from baken.oversight.standing import terms_of

    for place in access.municipalities():
        count = sum(term.confirmed_on is None for term in terms_of(place.pk).values())
        if count:
            yield Ailment(place.name, f"heeft {count} bewaartermijnen niet bevestigd: daarvan verdwijnt niets.")


def trace_ailments() -> Iterator[Ailment]:
    """Lines of the trace that do not fit. Reads all of it, and keeps that it was checked."""
    from django.conf import settings
    from django.db import DatabaseError

    from baken.oversight import checking

    if not settings.MASTER_KEY_FILE.exists():
        return
    try:
        wrong = checking.run(checking.begin())
    except DatabaseError:
        return  # that the database does not answer was said already
    if wrong:
        lines = ", ".join(str(number) for number in wrong[:5])
        yield Ailment(
            "spoor", f"klopt niet vanaf regel {lines}: iemand wijzigde of verwijderde regels in de database."
        )
