"""Noun phrases without a parse: where a phrase ends, and the names of persons in it."""
