"""May this address be fetched? Schemes, ports and every resolved address are checked before any connection (R33)."""

from __future__ import annotations

import contextlib
import ipaddress
import re
import socket
from collections.abc import Callable, Sequence
from typing import NamedTuple
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from riwaya.sources.options import Options, Refused

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver = Callable[[str, int], Sequence[str]]

SCHEMES = {"http": 80, "https": 443}
"""The schemes that are fetched, with their ports."""

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_UNICAST = ipaddress.ip_network("2000::/3")
_NOT_PUBLIC = tuple(
    map(ipaddress.ip_network, ("192.0.0.0/24", "192.88.99.0/24", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"))
)
"""Blocks that some versions of ``ipaddress`` call global: special purposes, 6to4, Teredo, documentation."""

_CONTROL = re.compile(r"[\x00-\x20\x7f]")
_UNQUOTED = "/%:@!$&'()*+,;=~-._?[]"
_LOWEST_OTHER_PORT = 1024


class Target(NamedTuple):
    """A checked address: its parts, and the numeric addresses that may be connected to."""

    url: str
    scheme: str
    host: str
    port: int
    path: str
    addresses: tuple[str, ...]


def is_web(address: str) -> bool:
    """Whether an address is to be fetched rather than opened as a file."""
    return re.match(r"[a-z][a-z0-9+.-]{1,20}://", address, re.IGNORECASE) is not None


def check(url: str, options: Options, resolve: Resolver | None = None) -> Target:
    """The target of a fetch, with its name looked up once, so that what is checked is what is connected to.

    Raises Refused where the scheme, the host, the port or any of the host's addresses is not allowed.
    """
    parts, port = _parts(url)
    host = _ascii_host(parts.hostname or "")
    _check_domain(host, options.domains)
    if port != SCHEMES[parts.scheme] and port < _LOWEST_OTHER_PORT:
        raise Refused(f"port {port} is no web server's: not fetched")
    addresses = tuple(dict.fromkeys((resolve or look_up)(host, port)))
    if not addresses:
        raise Refused(f"the name {host} has no address: check the spelling")
    for address in addresses:
        _check_public(host, address, options.networks)
    path = quote(urlunsplit(("", "", parts.path or "/", parts.query, "")), safe=_UNQUOTED)
    return Target(urlunsplit(parts._replace(fragment="")), parts.scheme, host, port, path, addresses)


def redirected(url: str, location: str) -> str:
    """Where a redirect leads; an address in raw UTF-8, as some servers send it, is read as that."""
    with contextlib.suppress(UnicodeEncodeError, UnicodeDecodeError):
        location = location.encode("latin-1").decode("utf-8")
    return urljoin(url, location.strip())


def look_up(host: str, port: int) -> list[str]:
    """The numeric addresses of a name. Raises Refused where there are none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Refused(f"the name {host} cannot be looked up ({error}): check the spelling and the network") from error
    return [str(one[4][0]) for one in found]


def is_public(address: str) -> bool:
    """Whether a numeric address belongs to the public net, also where IPv6 stands for an IPv4 address."""
    one = _meant(address)
    if any(one in network for network in _NOT_PUBLIC):
        return False
    if isinstance(one, ipaddress.IPv6Address) and one not in _UNICAST:
        return False
    return one.is_global and not one.is_multicast and not one.is_reserved


def _parts(url: str) -> tuple[SplitResult, int]:
    if _CONTROL.search(url):
        raise Refused("blanks or control characters in the address: write them as %20 and the like")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise Refused(f"no web address ({error})") from error
    if parts.scheme not in SCHEMES:
        raise Refused(f"the scheme {parts.scheme or 'missing'} is not fetched: only {' and '.join(SCHEMES)} are")
    if parts.username is not None or parts.password is not None:
        raise Refused("a user name or password in the address: leave it out")
    if not parts.hostname:
        raise Refused("no host in the address")
    return parts, SCHEMES[parts.scheme] if port is None else port


def _ascii_host(host: str) -> str:
    try:
        return host.encode("idna").decode("ascii").lower().rstrip(".")
    except UnicodeError as error:
        raise Refused(f"the host {host[:60]!r} is no name ({error})") from error


def _check_domain(host: str, domains: tuple[str, ...]) -> None:
    """The host must be one of the domains or lie under one, compared label by label."""
    allowed = [_ascii_host(domain.lstrip(".")) for domain in domains]
    if allowed and not any(host == domain or host.endswith(f".{domain}") for domain in allowed):
        raise Refused(f"{host} is none of the domains that may be fetched from ({', '.join(domains)})")


def _check_public(host: str, address: str, networks: tuple[str, ...]) -> None:
    if is_public(address) or any(_meant(address) in ipaddress.ip_network(network) for network in networks):
        return
    named = host if host == address else f"{host} ({address})"
    raise Refused(f"{named} is no public address: not fetched (if the network is your own: --network {address})")


def _meant(address: str) -> IPAddress:
    """The address that a numeric one stands for: the IPv4 address in a mapped or translated one."""
    one = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(one, ipaddress.IPv4Address):
        return one
    if one.ipv4_mapped is not None:
        return one.ipv4_mapped
    return ipaddress.IPv4Address(int(one) & 0xFFFFFFFF) if one in _NAT64 else one
