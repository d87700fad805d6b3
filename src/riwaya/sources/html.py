"""The tree of a page: parsed within bounds, layout tables opened, furniture (menus, footers, comments) taken out."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from riwaya.sources.options import Refused

Tree = Any
"""An lxml.html.HtmlElement."""

_DECLARATION = re.compile(r"^\s{0,99}<\?xml[^>]{0,400}>")
_UNFIT = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_NAME_PARTS = re.compile(r"[^a-z]+")

_FURNITURE_TAGS = frozenset("nav footer aside form select script style noscript iframe template button svg".split())
_FURNITURE_ROLES = frozenset("navigation contentinfo complementary search".split())
_FURNITURE_NAMES = frozenset(
    "footer copyright copyrights sidebar related comments comment menu navbar nav topbar ticker widget breadcrumb breadcrumbs "
    "banner newsletter latest trending popular mostread share social today".split()
)
_REPORT_NAMES = frozenset("article post entry story news content title".split())
_BLOCKS = frozenset(
    "p div section article main header h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tbody thead tr td th br hr blockquote pre figure "
    "figcaption address center body".split()
)
_LONGEST_ATTRIBUTE = 4_096
_LAYOUT_CELL = 200
_OPENED = frozenset("table tbody thead tfoot tr td th".split())


class Block(NamedTuple):
    """A line of a page: its text, the pieces it is made of, the tag it stands in, whether inside an article."""

    text: str
    pieces: tuple[str, ...]
    tag: str
    inside: bool


def tree_of(markup: str, elements: int) -> Tree:
    """The tree of a page; what lies deeper than 256 elements is dropped by the parser, which bounds every later step.

    Raises Refused where there is no element in it, or more than ``elements``.
    """
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    clean = _UNFIT.sub("", _DECLARATION.sub("", markup, count=1))
    try:
        tree = document_fromstring(clean.encode(), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise Refused(f"no HTML page ({str(error)[:80] or type(error).__name__}): give the page as it was served") from error
    for count, element in enumerate(tree.iter(), 1):
        if count > elements:
            raise Refused(f"more than {elements:,} HTML elements: no news page")
        _drop_long_attributes(element)
    return tree


def _drop_long_attributes(element: Tree) -> None:
    """Pictures and scripts in attributes: nobody looks at them, but many would walk through them."""
    for name in [name for name, value in element.items() if len(value) > _LONGEST_ATTRIBUTE]:
        del element.attrib[name]


def open_layout_tables(tree: Tree) -> None:
    """Turn tables that hold the page's layout into plain divisions, in place; tables of data stay."""
    for table in list(tree.iter("table")):
        if any(_is_layout(cell) for cell in table.iter("td")):
            for element in table.iter(*_OPENED):
                if _table_of(element) is table:
                    element.tag = "div"
            table.tag = "div"


def _table_of(element: Tree) -> Tree | None:
    return next(element.iterancestors("table"), None)


def _is_layout(cell: Tree) -> bool:
    if any(True for _ in cell.iter("p", "div", "table", "h1", "h2", "ul")):
        return True
    return len(cell.findall(".//br")) > 1 and len(cell.text_content()) > _LAYOUT_CELL


def without_furniture(tree: Tree) -> Tree:
    """A copy of the tree without menus, headers, footers, sidebars, comments and scripts (JSON-LD stays)."""
    bare = copy.deepcopy(tree)
    body = bare.find("body")
    if body is None:
        return bare
    total = len(body.text_content())
    for element in list(body.iter()):
        if element.getparent() is not None and _is_furniture(element) and not _is_the_page(element, total):
            element.drop_tree()
    return bare


def _is_furniture(element: Tree) -> bool:
    tag = element.tag
    if not isinstance(tag, str) or (tag == "script" and element.get("type") == "application/ld+json"):
        return False
    if tag in _FURNITURE_TAGS or (element.get("role") or "").lower() in _FURNITURE_ROLES:
        return True
    if tag == "header" and next(element.iterancestors("article", "main"), None) is None:
        return True
    if tag not in _BLOCKS and tag != "span":
        return False
    return _named_like_furniture(f"{element.get('class') or ''} {element.get('id') or ''}".lower())


def _named_like_furniture(name: str) -> bool:
    """Whether a class or id says furniture: ``top-bar``, ``latest-news``, ``header`` (but not ``article-header``)."""
    names = set(_NAME_PARTS.split(name)) | {_NAME_PARTS.sub("", one) for one in name.split()}
    return bool(names & _FURNITURE_NAMES) or ("header" in names and not names & _REPORT_NAMES)


def _is_the_page(element: Tree, total: int) -> bool:
    """Whether what is named like furniture wraps the report itself: it has the heading, or half of the text."""
    if element.tag in ("script", "style", "template", "noscript"):
        return False
    if any(True for _ in element.iter("h1", "article", "main")):
        return True
    return len(element.text_content()) * 2 > total


def blocks(tree: Tree) -> Iterator[Block]:
    """The lines of a page in reading order."""
    body = tree.find("body")
    pieces: list[str] = []
    opened: list[str] = ["body"]
    depth = 0
    for event, element in etree.iterwalk(body if body is not None else tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _BLOCKS:
            yield from _block(pieces, opened[-1], depth > 0)
        if event == "start":
            depth += tag in ("article", "main")
            opened += [tag] if tag in _BLOCKS else []
            _add(pieces, element.text if tag not in ("script", "style") else None)
        else:
            depth -= tag in ("article", "main")
            if tag in _BLOCKS:
                opened.pop()
            _add(pieces, element.tail)
    yield from _block(pieces, "body", False)


def _block(pieces: list[str], tag: str, inside: bool) -> Iterator[Block]:
    if pieces:
        yield Block(" ".join(pieces), tuple(pieces), tag, inside)
        pieces.clear()


def _add(pieces: list[str], text: str | None) -> None:
    words = " ".join(text.split()) if text else ""
    if words:
        pieces.append(words)
