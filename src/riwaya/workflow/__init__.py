"""Where the workers meet: sources, reader and ledger do not know each other, these few verbs do.

rules     which rules read: the hashes that every run is kept with
readers   the reader over many documents, on one core or several, in the order in which they came
ingest    sources → reader → ledger, safe to repeat and to interrupt
reread    the ledger's texts → reader with the present rules → ledger
told      what the ledger keeps, as it is compared
link      the ledger's claims → incidents → ledger, anew or what came since
origin    the ledger's bytes and texts → where the words of claims stand in the bytes
archive   ``riwaya.Ledger``: the ledger with these verbs as methods
"""
