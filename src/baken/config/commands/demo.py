"""`baken demo`: an invented region, filled and running."""

import argparse
import os
import sys
import threading
import webbrowser

from baken.config import server, start

HOST = "127.0.0.1"


def add(parser: argparse.ArgumentParser) -> None:
    """The words of this command."""
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--no-browser", action="store_true", help="open geen browser")


def run(args: argparse.Namespace) -> int:
    """Fill and start. Prints the address and one account a role."""
    os.environ["BAKEN_DEMO"] = "ja"
    os.environ.setdefault("BAKEN_DATA", "var/demo")
    start.ready(make_key=True)
    if not start.port_is_free(HOST, args.port):
        start.stop(f"poort {args.port} is al in gebruik. Probeer: make demo PORT={args.port + 1}")
    start.tables()
    start.files()
    from baken.home import demo

    try:
        demo.fill()
    except demo.NotADemo as why:
        start.stop(str(why))
    address = f"http://{HOST}:{args.port}/"
    say(address)
    if not args.no_browser and sys.stdout.isatty():
        threading.Timer(1.5, webbrowser.open, [address]).start()
    with server.worker():
        server.serve(HOST, args.port)
    return 0


def say(address: str) -> None:
    """The address, and who can be signed in as."""
    from baken.home import demo

    told = [f"\nBaken draait op {address}", f"Alles is verzonnen. Aanmelden met één klik: {address}demo/\n"]
    for person in demo.people():
        roles = ", ".join(str(grant.get_role_display()) for grant in person.grants.all())
        told.append(f"  {roles:34} {person.name}, {person.municipality.name}")
    sys.stdout.write("\n".join([*told, "\nStoppen: Ctrl+C\n\n"]))
    sys.stdout.flush()
