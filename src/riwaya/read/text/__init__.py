"""The text of a document: tokens with their places, paragraphs, sentences, quotations, datelines and headlines."""
