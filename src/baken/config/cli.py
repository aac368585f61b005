"""The `baken` command: finds the right file in `commands/` and runs it. Django wakes up only where it is needed."""

import argparse
import sys
from importlib import import_module
from typing import NoReturn

from baken import __version__

COMMANDS = {
    "assess": "beoordeel notities: één JSON-object per regel erin, één eruit",
    "link": "vind verbanden: één melding per regel erin, één verband per regel eruit",
    "content": "controleer de inhoud (lint) of leg haar klaar (compile)",
    "evaluate": "meet de beoordeling op notities met labels",
    "demo": "vul een verzonnen regio en start op http://127.0.0.1:8000",
    "init": "maak de eerste gemeente en de eerste beheerder",
    "serve": "start voor gebruik",
    "work": "doe wat in de wachtrij staat (mail), tot je stopt",
    "purge": "verwijder wat aan zijn termijn is; --dry-run telt alleen",
    "register": "toon het verwerkingsregister, gemaakt uit de code",
    "index": "maak de kenmerken van eerdere meldingen; gaat verder waar het bleef",
    "doctor": "zeg wat er ontbreekt voor gebruik",
}


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f"baken: {message}\n")
        raise SystemExit(2)


def main(words: list[str] | None = None) -> int:
    """Run one command. Ends with 0, with 2 when the words or the input are wrong, and for `doctor` also with 1."""
    words = sys.argv[1:] if words is None else words
    parser = _Parser(prog="baken", description="Baken: tegen mensenhandel, voor gemeenten.")
    parser.add_argument("--version", action="version", version=f"baken {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="opdracht", parser_class=_Parser)
    wanted = next((word for word in words if not word.startswith("-")), "")
    for name, help_text in COMMANDS.items():
        command = commands.add_parser(name, help=help_text, description=help_text)
        if name == wanted:
            module = import_module(f"baken.config.commands.{name}")
            module.add(command)
            command.set_defaults(run=module.run)
    args = parser.parse_args(words)
    return int(args.run(args) or 0)


if __name__ == "__main__":
    raise SystemExit(main())
