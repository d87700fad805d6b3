"""A web page, from a file, an address or an archive, is one report."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from courlan import clean_url

from riwaya.model.capture import Item, Refusal
from riwaya.model.document import Document
from riwaya.sources.address import is_web
from riwaya.sources.arrival import Arrival
from riwaya.sources.decode import decode_markup
from riwaya.sources.extract import read_page
from riwaya.sources.identity import host_of, identity_of
from riwaya.sources.language import fault
from riwaya.sources.options import Options, Refused, tool


def page_items(arrival: Arrival, options: Options) -> Iterator[Item | Refusal]:
    """The report in a page. Raises Refused where there is none."""
    raw = arrival.whole(options.limits.report)
    document, layer = page_document(raw, arrival, options)
    yield Item(raw, arrival.captured("text/html", tool("page")), arrival.part(), document, layer)


def page_document(raw: bytes, arrival: Arrival, options: Options) -> tuple[Document, str]:
    """The document in a page's bytes and the name of its text layer. Raises Refused where there is no report in it."""
    fetched = arrival.capture.final if is_web(arrival.capture.final) else None
    markup = decode_markup(raw, arrival.capture.media_type)
    page = read_page(markup, fetched, arrival.latest, options.extractor, options.limits)
    url = _address(fetched, page.canonical)
    document = Document(
        id=identity_of(url) if url else arrival.stem,
        title=page.title,
        text=page.text,
        published=page.published or options.published,
        outlet=page.outlet or options.outlet or host_of(url),
        url=url,
    )
    why = fault(document)
    if why is not None:
        raise Refused(why)
    return document, page.text_layer


def _address(fetched: str | None, claimed: str | None) -> str | None:
    """The address of a page: where it was fetched, without tracking parameters.

    What it claims for itself is believed only where it names the same page, or where nothing is known but the claim: a page
    must not pass for another's.
    """
    if fetched is None:
        return claimed
    host = host_of(fetched)
    if claimed is not None and host is not None and host_of(claimed) == host and _path(claimed) == _path(fetched):
        return claimed
    return clean_url(fetched) or fetched


def _path(url: str) -> str:
    return unquote(urlsplit(url).path).rstrip("/")
