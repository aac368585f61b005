"""The socket guard (S20): whatever a test does, a connection to somewhere else than this machine fails at once.

An audit hook of Python itself, so that it also holds for libraries. `sitecustomize.py` in `tests/proof/eavesdrop/`
writes the same down for a running server.
"""

import ipaddress
import socket
import sys
from typing import Any

AT_HOME = {"", "localhost", "0.0.0.0", "::", socket.gethostname()}
ADDRESSED = {"socket.connect": 1, "socket.sendto": 1, "socket.sendmsg": 1}
LOOKED_UP = {"socket.getaddrinfo": 0, "socket.gethostbyname": 0, "socket.gethostbyaddr": 0}


class NotSilent(RuntimeError):
    """Something wanted to talk to another machine."""


def far(host: Any) -> bool:
    """Whether this is the name or number of another machine."""
    name = host.decode() if isinstance(host, bytes) else str(host or "")
    if name in AT_HOME:
        return False
    try:
        return not ipaddress.ip_address(name.split("%")[0]).is_loopback
    except ValueError:
        return True


def wanted(event: str, arguments: tuple[Any, ...]) -> str | None:
    """The other machine that this event of Python is about, or None."""
    if event in LOOKED_UP:
        host = arguments[LOOKED_UP[event]]
    elif event in ADDRESSED and isinstance(arguments[1], tuple):  # a path or None is of this machine
        host = arguments[1][0]
    else:
        return None
    return str(host) if far(host) else None


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    host = wanted(event, arguments)
    if host is not None:
        raise NotSilent(f"een verbinding naar {host}: Baken praat met niemand")


sys.addaudithook(_refuse)
