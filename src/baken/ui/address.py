"""Whose turn it is at a door with a limit, as far as we can tell. The address is never written down."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str:
    """The address that a request comes from; empty when everybody comes through one door of this machine.

    Behind a proxy (`BAKEN_BEHIND_PROXY`) it is what the proxy says last. Of an IPv6 address the first half counts: the
    other half is chosen freely by who has it.
    """
    said = request.META.get("REMOTE_ADDR", "")
    if settings.SECURE_PROXY_SSL_HEADER:
        said = request.headers.get("X-Forwarded-For", said).rsplit(",", 1)[-1].strip()
    try:
        address = ipaddress.ip_address(said)
    except ValueError:
        return ""
    if address.is_loopback:
        return ""
    return str(int(address) >> 64) if address.version == 6 else said
