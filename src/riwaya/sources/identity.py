"""What a report is known by when it comes from an address."""

from __future__ import annotations

import hashlib
from urllib.parse import unquote, urlsplit

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


def address_of(fetched: str | None, claimed: str | None) -> str | None:
    """The address of a page: where it was fetched, without tracking parameters.

    What it claims for itself is believed only where it names the same page, or where nothing is known but the claim: a page
    must not pass for another's.
    """
    if fetched is None:
        return claimed
    if claimed is not None and host_of(claimed) == host_of(fetched) and _path(claimed) == _path(fetched):
        return claimed
    from courlan import clean_url  # noqa: PLC0415 - heavy: only when a page comes

    return clean_url(fetched) or fetched


def _path(url: str) -> str:
    return unquote(urlsplit(url).path).rstrip("/")
