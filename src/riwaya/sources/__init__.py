"""Where reports come from: files, folders, feeds, pages, archives.

kinds      SOURCES, and ``items(address, options)``: the reports at an address, of whatever kind
options    what a caller may set, and the caps
files      the documents of a file, for ``riwaya read``
arrival    bytes that have come, with the record of how
address, fetch          may this be fetched; the fetcher
text, jsons, csvs, parquet, page, feed, warc, zipped, folder      one file a kind
decode, language        encodings; is it Arabic
extract, html, pagedate, dateline      the report in a page, its day
record, jsonstream, lines, feedcut, warccut, gunzip      pieces of files, each with its own bytes
"""
