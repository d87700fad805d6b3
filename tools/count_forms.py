"""Count how often a written form is used as a finite verb, from unlabelled news.

usage: count_forms.py FOLDER      FOLDER holds zip files, each one JSON array of {"title", "content"}

Writes src/riwaya/data/forms.tsv: folded form, tokens seen, percent of its telling neighbours that speak for a verb
(empty where fewer than four tell), and for a form with the article the percent that stand right behind another word
with the article, which is where adjectives stand (القوات المسلحة) and nouns hardly ever do (empty for fewer than eight);
for a form without the article the percent that stand right behind a preposition or quantifier, where common nouns often
stand and names hardly ever (محمد: 1, حقوق: 22).
For a verb speak: لم، لن، قد، سوف or a relative pronoun before it, and the future س on it. For a noun: a preposition or
quantifier before it, and the article on it. The counts of tokens tell a clitic from a first letter (بوقوع is ب + وقوع
because وقوع is the commoner word). Kept are forms of fifteen tokens or more, and verbs of eight. Only counts are kept,
no text.
"""

from __future__ import annotations

import collections
import json
import re
import sys
import zipfile
from pathlib import Path

from riwaya.spelling import LETTERS, MARKS, fold

OUTPUT = Path(__file__).parent.parent / "src" / "riwaya" / "data" / "forms.tsv"
_WORD = re.compile(f"[{LETTERS}{MARKS}]+|[^\\w\\s]|\\w")
_VERBAL = frozenset("لم لن قد لقد وقد سوف الذي التي والتي والذي الذين اللذين ولم ولن".split())
_NOMINAL = frozenset(
    "في من على الى عن بعد قبل خلال بين مع وفي ومن وعلى كل اي غير احد عدد ضد تحت وبعد دون منذ نحو حتى بعض اول "
    "او هناك عند لدى اكثر جميع".replace("ى", "ي").split()
)
_ARTICLES = ("ال", "بال", "وال", "لل")
_LEAST_DEFINITE = 8
_SHORTEST = 4
_LEAST_TOKENS, _LEAST_VERB_TOKENS, _LEAST_TELLING, _LEAST_PERCENT = 15, 8, 4, 15


def texts(folder: Path) -> list[str]:
    """Title and content of every article in the folder's zip files."""
    found: list[str] = []
    for path in sorted(folder.glob("*.zip")):
        with zipfile.ZipFile(path) as archive:
            articles = json.loads(archive.read(archive.namelist()[0]))
        found += [f"{a.get('title') or ''}\n{a.get('content') or ''}" for a in articles]
    return found


def count(articles: list[str]) -> list[tuple[str, int, str, str, str]]:
    """Form, tokens, percent verb, percent adjective, percent governed; sorted by form."""
    tokens: collections.Counter[str] = collections.Counter()
    verbal: collections.Counter[str] = collections.Counter()
    nominal: collections.Counter[str] = collections.Counter()
    attributive: collections.Counter[str] = collections.Counter()
    for text in articles:
        before = ""
        for match in _WORD.finditer(text):
            form = fold(match.group())
            tokens[form] += 1
            verbal[form] += before in _VERBAL
            nominal[form] += before in _NOMINAL
            attributive[form] += form.startswith("ال") and before.startswith(_ARTICLES) and len(before) > _SHORTEST
            before = form
    rows: list[tuple[str, int, str, str, str]] = []
    for form in sorted(filter(None, tokens)):
        for_verb = verbal[form] + (tokens["س" + form] if form[0] in "يتن" else 0)
        telling = for_verb + nominal[form] + sum(tokens[article + form] for article in _ARTICLES)
        if len(form) < 2 or not form.isalpha():
            continue
        percent = round(100 * for_verb / telling) if telling >= _LEAST_TELLING else None
        verb = percent is not None and percent >= _LEAST_PERCENT and tokens[form] >= _LEAST_VERB_TOKENS
        if verb or tokens[form] >= _LEAST_TOKENS or (form.startswith("ال") and tokens[form] >= _LEAST_DEFINITE):
            definite = form.startswith("ال") and tokens[form] >= _LEAST_DEFINITE
            adjective = str(round(100 * attributive[form] / tokens[form])) if definite else ""
            plain = not form.startswith("ال") and tokens[form] >= _LEAST_TOKENS
            governed = str(round(100 * nominal[form] / tokens[form])) if plain else ""
            rows.append((form, tokens[form], "" if percent is None else str(percent), adjective, governed))
    return rows


def main() -> None:
    """Write the table."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    rows = count(texts(Path(sys.argv[1])))
    lines = ["form\ttokens\tverb\tadjective\tgoverned", *("\t".join(map(str, row)) for row in rows)]
    OUTPUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rows)} forms")


if __name__ == "__main__":
    main()
