"""The ledger: every report, claim and change, kept so that nothing is lost or doubled and anyone can check it.

ledger      the front door: ``Ledger(path or URL)``, what can be asked, decided and checked
database    SQLite by default, PostgreSQL by URL; one schema (schema, migrations), one writer at a time
raw         the bytes as received, once, under their SHA-256
intake      what comes in: bytes, captures, text layers, readings
log         every step, each entry chained to the one before by its hash
query       documents, statements, events to filter; search is full text over folded Arabic
copies      the same text in several outlets, recognised by its shingles
custody     the whole chain behind one claim; verify checks it all; compare shows what newer rules changed
"""
