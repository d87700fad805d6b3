"""What a report is known by when it comes from an address."""

from __future__ import annotations

import hashlib
from urllib.parse import urlsplit

from riwaya.sources.address import is_web


def identity_of(url: str) -> str:
    """An id for what is known by its address: the host and a piece of the address's SHA-256."""
    digest = hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"{host_of(url) or 'entry'}-{digest}"


def host_of(url: str | None) -> str | None:
    """The host of an address, without ``www.``; None where there is none."""
    try:
        host = urlsplit(url).hostname if url and is_web(url) else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
